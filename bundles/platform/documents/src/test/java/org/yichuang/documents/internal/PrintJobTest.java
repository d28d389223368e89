package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** The printing of what has been left over keeps the contract of jobs. */
public class PrintJobTest extends LeasedJobContract {
    private static final String ROWS =
            """
            SELECT NUMBER_TEXT || CASE WHEN FILE_SHA256 IS NULL THEN ' waits' ELSE ' printed' END
            FROM DOCUMENTS_DOCUMENT ORDER BY NUMBER_TEXT""";

    private final TestClock clock = new TestClock();
    private final TestCentres province = new TestCentres(clock);
    private Printer printer;
    private DefaultDocumentService documents;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("documents");
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        DatabaseFileStore files = new DatabaseFileStore(opened.persistenceUnit(), opened, cipher);
        DocumentRows rows = new DocumentRows(opened.persistenceUnit(), clock);
        printer = new Printer(rows, new ContentSeal(cipher), files, opened, clock);
        printer.stop(); // nothing is printed behind the test's back
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        DefaultDocumentTexts texts =
                new DefaultDocumentTexts(templates, new OwnTextRows(opened.persistenceUnit()), opened, province);
        documents =
                new DefaultDocumentService(new Registries(templates, null), texts, printer, files, opened, province);
        return opened;
    }

    @Override
    protected LeasedJob job() {
        return new PrintJob(printer, world, province);
    }

    @Override
    protected void leave(int many) {
        for (int i = 0; i < many; i++) {
            String number = "" + i;
            world.write(call(), DocumentView.class, unit -> documents.issue(Receipt.about(number), unit));
        }
        world.entries().clear();
    }

    @Override
    protected List<String> rows() {
        return world.texts(ROWS);
    }

    @Override
    protected int many() {
        return 8;
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, province.now(), "print");
    }

    /** A node that died may have left hundreds behind; nobody waits twenty seconds for each fifty of them. */
    @Test
    public void whatIsMoreThanAPartIsPrintedInOneRun() {
        leave(60);

        job().run(new TestRun(call(), world.lease("documents-print"), true));

        assertEquals(
                List.of(), rows().stream().filter(row -> row.endsWith("waits")).toList());
    }
}
