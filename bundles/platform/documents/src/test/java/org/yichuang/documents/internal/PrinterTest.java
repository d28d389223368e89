package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.DocumentService.State;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** What is printed right after the commit, by nobody's order, on both databases. */
public class PrinterTest extends Contract {
    private final TestCentres province = new TestCentres();
    private Wiring wiring;
    private DocumentService documents;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        wiring = TestRegistries.wiring(node, cipher, templates, province, clock);
        documents = wiring.documents();
        node.prove(wiring.fileHeads());
        node.prove(wiring.documentHeads());
        node.prove(wiring.seriesHeads());
    }

    @After
    public void stop() {
        wiring.printer().stop();
    }

    @Test
    public void aDocumentHasItsFileSoonAfterItsCommitInOneEntryOfEach() throws Exception {
        DocumentView issued = node.transactions()
                .write(call(), DocumentView.class, unit -> documents.issue(Receipt.about("1"), unit));

        DocumentView printed = printed("1");
        assertEquals(issued.factsDigest(), printed.factsDigest());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        documents.write(issued.id(), "case", "1", file, call());
        assertEquals(printed.sha256(), Digests.sha256(file.toByteArray()));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        assertEquals(1, database.run("UPDATE DOCUMENTS_FILE SET USES=1 WHERE SCAN_STATE='OWN' AND CHAIN_SEQUENCE=1"));
        assertEquals(0, database.run("DELETE FROM DOCUMENTS_PENDING"));
    }

    @Test
    public void oneThatHasChangedBeforeItIsPrintedHasItsFileAllTheSame() throws Exception {
        node.transactions().write(call(), DocumentView.class, unit -> {
            DocumentView issued = documents.issue(Receipt.about("1"), unit);
            return documents.revoke(issued.id(), "登记有误", unit);
        });

        assertFalse(printed("1").isInForce());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void theJobLeavesADocumentToTheNodeThatHasIssuedIt() {
        assertEquals(List.of(), dueWithIts("1"));

        wiring.printer().stop();
        assertEquals("nobody else prints it", 1, dueWithIts("2").size());
    }

    /** What the job would print if it came at the moment of the issue. */
    private List<String> dueWithIts(String about) {
        AtomicReference<List<String>> due = new AtomicReference<>();
        node.transactions().write(call(), DocumentView.class, unit -> {
            DocumentView issued = documents.issue(Receipt.about(about), unit);
            due.set(wiring.printer().rows().due(10, unit));
            return issued;
        });
        return due.get();
    }

    private DocumentView printed(String about) throws InterruptedException {
        await("the document has its file", () -> first(about).state() == State.READY);
        return first(about);
    }

    private DocumentView first(String about) {
        return documents.of("case", about, call()).get(0);
    }

    private CallContext call() {
        return CallContext.system(HAIYANG, province.now(), "t");
    }
}
