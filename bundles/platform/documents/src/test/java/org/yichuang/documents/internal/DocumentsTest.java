package org.yichuang.documents.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.documents.api.DocumentService.Request;
import org.yichuang.documents.api.DocumentService.State;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** What becomes of documents, on both databases. */
public class DocumentsTest extends Contract {
    private final TestCentres province = new TestCentres();
    private final TemplateRegistry templates = registry();
    private final Receipt receipt = new Receipt();
    private PersonalDataCipher cipher;
    private DatabaseFileStore files;
    private DefaultDocumentService documents;
    private Printer printer;
    private DefaultDocumentTexts texts;
    private PrintJob job;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        templates.bound(receipt);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        files = new DatabaseFileStore(node.entities("documents"), node.transactions(), cipher);
        documents = service();
        Wiring wiring = TestRegistries.wiring(node, cipher, templates, province, clock);
        node.prove(wiring.fileHeads());
        node.prove(wiring.documentHeads());
        node.prove(wiring.seriesHeads());
    }

    private DefaultDocumentService service() {
        DocumentRows rows = new DocumentRows(node.entities("documents"), clock);
        printer = new Printer(rows, new ContentSeal(cipher), files, node.transactions(), province.clock());
        printer.stop(); // nothing is printed behind the test's back
        job = new PrintJob(printer, node.transactions(), province);
        texts = new DefaultDocumentTexts(
                templates, new OwnTextRows(node.entities("documents")), node.transactions(), province);
        return new DefaultDocumentService(
                new Registries(templates, null), texts, printer, files, node.transactions(), province);
    }

    @Test
    public void aDocumentIsFixedByItsStepAndPrintedAfterwards() {
        DocumentView issued = issue(HAIYANG, "1");

        assertEquals("海阳市政务服务中心收〔2026〕1号", issued.number());
        assertEquals("食品经营许可收件凭证", issued.title());
        assertEquals(State.PENDING, issued.state());
        assertEquals("document-pending", codeOf(() -> read(issued.id(), "1")));

        print(HAIYANG);

        assertEquals(List.of(), errors());
        DocumentView printed = documents.of("case", "1", call(HAIYANG)).get(0);
        assertEquals(State.READY, printed.state());
        assertEquals(issued.factsDigest(), printed.factsDigest());
        byte[] file = read(issued.id(), "1");
        assertEquals(printed.sha256(), Digests.sha256(file));
        print(HAIYANG);
        assertArrayEquals(file, read(issued.id(), "1"));
    }

    @Test
    public void aCentresOwnWordsBeginItsNumbers() {
        province.policy(HAIYANG, DocumentsDescriptor.PREFIX, "海政审");

        assertEquals("海政审收〔2026〕1号", issue(HAIYANG, "1").number());
    }

    @Test
    public void twoOfOneStepHaveTwoNumbers() {
        List<String> numbers = node.transactions()
                .write(
                        call(HAIYANG),
                        Two.class,
                        unit -> new Two(
                                documents.issue(Receipt.about("1"), unit).number(),
                                documents.issue(Receipt.about("1"), unit).number()))
                .all();

        assertEquals(List.of("海阳市政务服务中心收〔2026〕1号", "海阳市政务服务中心收〔2026〕2号"), numbers);
        print(HAIYANG);
        clock.forward(Duration.ofMinutes(10));
        issue(HAIYANG, "2");
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    /** What the step answers. */
    public record Two(String one, String other) {
        List<String> all() {
            return List.of(one, other);
        }
    }

    @Test
    public void eachCentreKindAndYearCountsByItself() {
        issue(HAIYANG, "1");
        province.at("2027-01-04T09:00");

        assertTrue(issue(HAIYANG, "2").number().endsWith("〔2027〕1号"));
        assertTrue(issue(YANTAI, "3").number().endsWith("〔2027〕1号"));
    }

    @Test
    public void whatATemplateNeedsMustBeSaid() {
        ProblemException refused = assertThrows(ProblemException.class, () -> node.transactions()
                .write(
                        call(HAIYANG),
                        DocumentView.class,
                        unit -> documents.issue(
                                new Request("cases", "receipt", "case", "1", "局", "", Map.of("items", "x")), unit)));

        assertEquals("fields-invalid", refused.code().code());
        assertEquals(
                List.of("items", "item"),
                refused.fields().stream().map(field -> field.field()).toList());
    }

    @Test
    public void whoHoldsOneLearnsThatItIsGenuineAndNobodysName() {
        DocumentView issued = issue(HAIYANG, "1");

        String spelt = issued.code().toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1- ");
        Genuine found = documents.verify(spelt, call(HAIYANG)).orElseThrow();

        assertEquals(issued.number(), found.number());
        assertEquals("张*明", found.addressee());
        assertTrue(found.isProof() && found.revokedOn().isEmpty());
        String inFullWidth = issued.code()
                .replace('0', 'O')
                .replace('1', 'l')
                .chars()
                .mapToObj(letter -> Character.toString(letter + 0xFEE0))
                .collect(Collectors.joining("　"));
        assertEquals(found, documents.verify(inFullWidth, call(HAIYANG)).orElseThrow());
        assertTrue(documents.verify(issued.code(), call(YANTAI)).isEmpty());
        assertTrue(documents.verify("", call(HAIYANG)).isEmpty());
        assertTrue(documents.verify(issued.number(), call(HAIYANG)).isEmpty());
    }

    @Test
    public void aRevokedOneIsGenuineAndNotInForce() {
        DocumentView issued = issue(HAIYANG, "1");
        revoke(issued);

        Genuine found = documents.verify(issued.code(), call(HAIYANG)).orElseThrow();

        assertEquals("登记有误", found.reason());
        assertTrue(found.revokedOn().isPresent());
        assertEquals("document-revoked", codeOf(() -> revoke(issued)));
    }

    private DocumentView revoke(DocumentView issued) {
        return node.transactions()
                .write(call(HAIYANG), DocumentView.class, unit -> documents.revoke(issued.id(), "登记有误", unit));
    }

    @Test
    public void whoIsLetInToOneThingReadsNoDocumentOfAnother() {
        DocumentView issued = issue(HAIYANG, "1");
        print(HAIYANG);

        assertEquals("document-unknown", codeOf(() -> read(issued.id(), "2")));
    }

    @Test
    public void oneThatCannotBePrintedIsTriedAgainAndSaysTheSame() {
        DocumentView issued = issue(HAIYANG, "1");
        database.run("UPDATE DOCUMENTS_DOCUMENT SET CONTENT='e1.0.broken'");
        print(HAIYANG);
        assertEquals(List.of("personal-data-unreadable"), errors());
        assertEquals(1, database.run("UPDATE DOCUMENTS_PENDING SET ATTEMPTS=1 WHERE ATTEMPTS=1"));

        assertEquals("document-pending", codeOf(() -> read(issued.id(), "1")));
        clock.forward(Duration.ofHours(1));
        print(HAIYANG);
        assertEquals(1, database.run("UPDATE DOCUMENTS_PENDING SET ATTEMPTS=2 WHERE ATTEMPTS=2"));
    }

    @Test
    public void oneDocumentThatCannotBeReadKeepsNoOtherUnderAnOldKeyNorFromBeingListed() {
        issue(HAIYANG, "1");
        clock.forward(Duration.ofSeconds(1));
        issue(HAIYANG, "1");
        database.run("UPDATE DOCUMENTS_DOCUMENT SET KEY_NAME='old'");
        database.run("UPDATE DOCUMENTS_DOCUMENT SET TITLE=NULL, CONTENT='e1.0.broken'"
                + " WHERE DOCUMENT=(SELECT MIN(DOCUMENT) FROM DOCUMENTS_DOCUMENT)");

        DocumentKeys.job(printer, files, node.transactions(), cipher).run(run("keys"));

        assertEquals(1, database.run("UPDATE DOCUMENTS_DOCUMENT SET KEY_NAME='old' WHERE KEY_NAME='old'"));
        assertEquals(
                List.of("", "食品经营许可收件凭证"),
                documents.of("case", "1", call(HAIYANG)).stream()
                        .map(DocumentView::title)
                        .toList());
    }

    @Test
    public void aKindThatTakesTheMarkOfOneThatWentGoesOnInItsNumbers() {
        issue(HAIYANG, "1");
        templates.unbound(receipt);
        templates.bound(new Receipt() {
            @Override
            public String kind() {
                return "receipt-of-goods";
            }
        });

        DocumentView view = issue(new Request("cases", "receipt-of-goods", "case", "2", "局", "", Map.of("item", "x")));

        assertTrue(view.number(), view.number().endsWith("2号"));
    }

    @Test
    public void oneStepMayIssueAndRevoke() {
        DocumentView view = node.transactions().write(call(HAIYANG), DocumentView.class, unit -> {
            DocumentView issued = documents.issue(Receipt.about("1"), unit);
            return documents.revoke(issued.id(), "登记有误", unit);
        });
        print(HAIYANG);

        assertFalse(view.isInForce());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void whatCannotStandOnAPageIsNoPartOfWhatIsSaid() {
        issue(new Request("cases", "receipt", "case", "1", "局\u0001", "张\uFFFE三", Map.of("item", "x\u0001y")));
        print(HAIYANG);

        assertEquals(List.of(), errors());
        assertEquals("xy收件凭证", documents.of("case", "1", call(HAIYANG)).get(0).title());
        assertEquals(
                "fields-invalid",
                codeOf(() -> issue(
                        new Request("cases", "receipt", "case", "1", "局", "", Map.of("item", "很".repeat(30_001))))));
    }

    private static TemplateRegistry registry() {
        return new TemplateRegistry(new DefaultModuleRegistry(null));
    }

    private DocumentView issue(Request request) {
        return node.transactions().write(call(HAIYANG), DocumentView.class, unit -> documents.issue(request, unit));
    }

    private TestRun run(String job) {
        return new TestRun(
                CallContext.system(HAIYANG, province.now(), job),
                node.leases().acquire(job, Duration.ofHours(1)).orElseThrow(),
                true);
    }

    @Test
    public void theDatabaseHoldsNoNamesInClear() {
        issue(HAIYANG, "1");
        print(HAIYANG);

        assertEquals(0, database.run("DELETE FROM DOCUMENTS_DOCUMENT WHERE CONTENT LIKE '%张晓明%'"));
    }

    private DocumentView issue(TenantId tenant, String number) {
        return node.transactions()
                .write(call(tenant), DocumentView.class, unit -> documents.issue(Receipt.about(number), unit));
    }

    private void print(TenantId tenant) {
        job.run(new TestRun(
                CallContext.system(tenant, province.now(), "print"),
                node.leases().acquire("print", Duration.ofHours(1)).orElseThrow(),
                true));
    }

    private List<String> errors() {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT LAST_ERROR FROM DOCUMENTS_PENDING")) {
            List<String> errors = new ArrayList<>();
            while (row.next()) {
                errors.add(row.getString(1));
            }
            return errors;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, province.now(), "t");
    }

    private byte[] read(String id, String number) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            documents.write(id, "case", number, to, call(HAIYANG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    private static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }
}
