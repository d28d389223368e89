package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.CaseLives;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** One with access to the database changes what has been written; the verification names it. */
public class TamperingIT extends InContainer {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final String OF_CASE = " WHERE TENANT = 'haiyang' AND AGGREGATE_TYPE = 'case' AND AGGREGATE_ID = ?";

    /** What is still to be done at a centre: to be printed, received, anchored, heard of. */
    private static final List<String> REST = List.of(
            "SELECT COUNT(*) FROM DOCUMENTS_PENDING WHERE TENANT = ?",
            "SELECT COUNT(*) FROM JOURNAL_OUTBOX WHERE TENANT = ? AND STATE = 'WAITING'",
            "SELECT COUNT(*) FROM JOURNAL_PENDING WHERE TENANT = ?",
            """
            SELECT COUNT(*) FROM JOURNAL_LISTENER l CROSS JOIN JOURNAL_HEAD h WHERE h.TENANT = ?
              AND NOT EXISTS (SELECT 1 FROM JOURNAL_PLACE p WHERE p.TENANT = h.TENANT AND p.LISTENER = l.LISTENER
                AND p.ANCHOR_NUMBER >= h.ANCHOR_NUMBER)""");

    private static final int PAGE = 1_000;
    /** Whether each edit is looked for by a verification of the whole trail; {@code bench/drills} asks for it. */
    private static final boolean IS_DRILL = Boolean.getBoolean(InContainer.DRILL);

    private static final byte[] PDF = "%PDF-1.4 Lageplan".getBytes(StandardCharsets.US_ASCII);
    /** The trail itself, and what the journal keeps beside it: other tests are about them. */
    private static final String JOURNAL = "JOURNAL_";
    /** What JPA counts of changes: it says nothing. */
    private static final Set<String> COUNTERS = Set.of("VERSION", "REVISION");

    @Inject
    @Filter("(osgi.jndi.service.name=yichuang)")
    private DataSource database;

    @Inject
    private Journal journal;

    @Inject
    private BundleContext container;

    @Inject
    private Transactions transactions;

    @Inject
    private DocumentService documents;

    private CaseAt written;

    @Before
    public void aCaseIsWrittenAndAnchored() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        written = CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(500), Map.of()));
        written.act("clerk", "acceptance", Map.of());
        written.act("chief-representative", "decision", Map.of("outcome", "GRANT"));
        awaitRest();
        sound();
    }

    /** What a step left to be done, printing above all, changes rows and the trail: it would meet ours. */
    private void awaitRest() {
        Wait.upTo(Duration.ofSeconds(240)).until("all is done, told, printed and anchored", () -> {
            long before = written();
            return Stream.of("haiyang", "yantai")
                            .allMatch(centre -> REST.stream().allMatch(rest -> rows().count(rest, centre) == 0))
                    && written() == before;
        });
    }

    /** How much has been written; what goes from one place of waiting to the next writes something. */
    private long written() {
        return rows().count("SELECT COUNT(*) FROM JOURNAL_ENTRY WHERE TENANT <> ?", "")
                + rows().count("SELECT COUNT(*) FROM JOURNAL_ANCHOR WHERE TENANT <> ?", "");
    }

    @Test
    public void aChangedEntryIsFound() throws Exception {
        rows().change("UPDATE JOURNAL_ENTRY SET ACTOR = 'nobody'" + OF_CASE + " AND SEQ = 2", written.number());
        broken(written.number());
        rows().change("UPDATE JOURNAL_ENTRY SET ACTOR = 'clerk'" + OF_CASE + " AND SEQ = 2", written.number());
        sound();
    }

    @Test
    public void aRemovedTailIsFound() throws Exception {
        List<Map<String, Object>> tail = rows().taken("JOURNAL_ENTRY", OF_CASE + " AND SEQ = 3", written.number());
        broken(written.number());
        rows().put("JOURNAL_ENTRY", tail);
        sound();
    }

    @Test
    public void aRemovedCaseIsFound() throws Exception {
        List<Map<String, Object>> chain = rows().taken("JOURNAL_ENTRY", OF_CASE, written.number());
        List<Map<String, Object>> row =
                rows().taken("CASES_CASE", " WHERE TENANT = 'haiyang' AND CASE_NUMBER = ?", written.number());
        broken(written.number());
        rows().put("CASES_CASE", row);
        rows().put("JOURNAL_ENTRY", chain);
        sound();
    }

    @Test
    public void aRemovedAnchorIsFound() throws Exception {
        String last = " WHERE TENANT = 'haiyang' AND ANCHOR_NUMBER ="
                + " (SELECT MAX(ANCHOR_NUMBER) FROM JOURNAL_ANCHOR WHERE TENANT = 'haiyang') AND TENANT <> ?";
        List<Map<String, Object>> anchor = rows().taken("JOURNAL_ANCHOR", last, "");
        broken("");
        rows().put("JOURNAL_ANCHOR", anchor);
        sound();
    }

    @Test
    public void aRemovedFileOfAnchorsIsFound() throws Exception {
        Path file = Path.of(System.getProperty("karaf.base"), "anchors", "haiyang.log");
        Path kept = Files.move(file, file.resolveSibling("kept"));
        broken("anchors");
        Files.move(kept, file);
        sound();
    }

    /** What waits to leave is what was written: edited on the way, it is parked and does not arrive. */
    @Test
    public void aMessageThatWasEditedWhileItWaitedNeverArrives() throws Exception {
        new CaseLives(network()).linked();
        Map<String, Object> sent =
                rows().any("JOURNAL_OUTBOX", "TOPIC = 'linkage' AND MESSAGE_TYPE = 'forward' AND STATE = 'DELIVERED'");
        TenantId sender = new TenantId((String) sent.get("TENANT"));
        Map<String, Object> edited = new LinkedHashMap<>(sent);
        edited.put("STATE", "WAITING");
        edited.put("CLAIMED_UNTIL", 0L);
        edited.put("PAYLOAD", sent.get("PAYLOAD") + " ");
        rows().replace("JOURNAL_OUTBOX", sent, edited);
        String parked = "SELECT COUNT(*) FROM JOURNAL_OUTBOX WHERE STATE = 'PARKED'"
                + " AND LAST_ERROR = 'message-altered' AND MESSAGE_ID = ?";
        Wait.upTo(Duration.ofSeconds(180))
                .until("parked", () -> rows().count(parked, (String) sent.get("MESSAGE_ID")) == 1);

        Journal.Verification verification = journal.verify(sender);
        rows().replace("JOURNAL_OUTBOX", edited, sent);

        assertTrue(verification.firstBreak(), verification.firstBreak().contains((String) sent.get("MESSAGE_ID")));
        Journal.Verification mended = journal.verify(sender);
        assertTrue(mended.firstBreak(), mended.sound());
    }

    /** Whatever is changed in a row: the verification names the centre's break, and is content when it is undone. */
    @Test
    public void everyColumnOfEveryRowIsProved() throws Exception {
        network()
                .as("haiyang", "clerk")
                .file("/api/haiyang/materials", "图纸.pdf", "application/pdf", PDF)
                .expect(201);
        issueSample();
        written.act("clerk", "issue", Map.of());
        awaitRest();
        int edits = 0;
        Set<String> without = new TreeSet<>();
        for (String table : ProvedTables.PROVED.keySet()) {
            Optional<Map<String, Object>> row = rows().present(table);
            if (row.isEmpty()) {
                without.add(table);
            } else {
                edits += edit(table, row.get());
            }
        }
        assertEquals(new TreeSet<>(ProvedTables.WITHOUT_ROWS), without);
        assertTrue("only " + edits + " edits", edits > 75);
    }

    /** A document and a message in the centre's own words, and somebody who wants messages by mail. */
    private void issueSample() throws Exception {
        container.registerService(DocumentTemplate.class, new SampleDocument(), null);
        String path = "/api/haiyang/document-texts/" + SampleDocument.MODULE + "/" + SampleDocument.KIND;
        Session manager = network().as("haiyang", "centre-manager");
        Wait.upTo(Duration.ofSeconds(120))
                .until("template", () -> manager.get(path).status() == 200);
        manager.put(path, Map.of("title", "样张", "text", "{item}", "reason", "统一用语"))
                .expect(200);
        manager.command("/api/haiyang/notices/texts/cases.granted.inbox", Map.of("subject", "申请已获准予", "body", "申请已获准予"))
                .expect(200);
        List<Map<String, String>> cards = List.of(Map.of("grade", "DISSATISFIED"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        manager.command("/api/haiyang/ratings/cards", Map.of("source", "CARD", "collectedOn", today, "cards", cards))
                .expect(200);
        network()
                .as(network().named("haiyang", "citizen"))
                .put(
                        "/api/haiyang/inbox/ways",
                        Map.of("mail", "someone@example.org", "mailWanted", true, "mobile", "", "smsWanted", false))
                .expect(200);
        network()
                .as("haiyang", "system-admin")
                .command("/api/haiyang/departments", Map.of("name", "市场监督管理局"))
                .expect(201);
        Session editor = network().as("haiyang", "catalogue-editor");
        editor.command(
                        "/api/haiyang/catalogue/rounds",
                        Map.of("name", "第一轮", "items", List.of(Map.of("code", "HY-1", "outcome", "KEPT"))))
                .expect(201);
        editor.command(
                        "/api/haiyang/catalogue/clean-up/marks",
                        Map.of("code", "HY-001", "flag", "OUTDATED", "outcome", "ADJUSTED", "reason", "与现实不适应"))
                .expect(200);
        editor.put(
                        "/api/haiyang/catalogue/items/HY-900/draft",
                        Map.of("name", "乙事项", "type", "09", "exerciseLevel", "county", "kind", "COMMITTED"))
                .expect(200);
        editor.command(
                        "/api/haiyang/catalogue/import-words",
                        Map.of("kind", "HEADING", "word", "权力名称", "meaning", "name"))
                .expect(200);
        network()
                .as("haiyang", "centre-manager")
                .command(
                        "/api/haiyang/catalogue/items/HY-900/opinions",
                        Map.of("office", "CENTRE", "agrees", true, "words", "同意"))
                .expect(200);
        Map<String, Object> listed =
                Map.of("code", "HY-1", "name", "甲事项", "department", "", "vertical", false, "entered", false);
        editor.command("/api/haiyang/catalogue/entries", Map.of("items", List.of(listed)))
                .expect(200);
        editor.command(
                        "/api/haiyang/catalogue/entries/HY-1/exemption",
                        Map.of(
                                "decidedBy", "海阳市人民政府",
                                "document", "海政〔2026〕1号",
                                "decidedOn", "2026-01-05",
                                "opinionOf", "烟台市政务服务中心",
                                "opinionDocument", "烟政服〔2026〕1号",
                                "reason", "涉密"))
                .expect(200);
        network()
                .as("haiyang", "clerk")
                .command("/api/haiyang/windows/tickets", Map.of("group", "A"))
                .expect(201);
        tellAnApplicant();
        CatalogueSample.make(network());
        AgencySample.make(network(), written, Samples.enterprise(500));
        FeeSample.make(network());
        transactions.write(CallContext.system(HAIYANG, Instant.now(), "sample"), Void.class, unit -> {
            documents.issue(
                    new DocumentService.Request(
                            SampleDocument.MODULE,
                            SampleDocument.KIND,
                            "case",
                            written.number(),
                            "海阳市市场监督管理局",
                            "",
                            Map.of("item", "食品经营许可")),
                    unit);
            return null;
        });
    }

    private void tellAnApplicant() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt.submitted(network(), "haiyang", "applicant", CaseAt.application(item, Samples.enterprise(501), Map.of()))
                .act("clerk", "acceptance", Map.of());
        Wait.upTo(Duration.ofSeconds(120))
                .until(
                        "told",
                        () -> rows().count("SELECT COUNT(*) FROM NOTICES_NOTICE WHERE TENANT = ?", "haiyang") > 0);
    }

    /** A new table is proved, or it is said here why it need not be. */
    @Test
    public void everyTableIsProvedOrKnownNotToBe() throws Exception {
        Set<String> tables = rows().tables();
        tables.removeIf(table -> table.startsWith(JOURNAL));
        tables.removeAll(ProvedTables.UNPROVED);
        assertEquals(new TreeSet<>(ProvedTables.PROVED.keySet()), tables);
        Set<String> kinds = new TreeSet<>();
        for (ServiceReference<ChainHeadProvider> each : container.getServiceReferences(ChainHeadProvider.class, null)) {
            kinds.add(container.getService(each).aggregateType());
        }
        assertEquals(new TreeSet<>(ProvedTables.PROVED.values()), kinds);
    }

    /**
     * Edits a row, one column after the other. By each the row must depart from how it was proved; that a verification
     * finds rows that depart is seen once for each table, or of every column when all is drilled.
     *
     * @return how many columns
     */
    private int edit(String table, Map<String, Object> row) throws Exception {
        TenantId tenant = new TenantId((String) row.getOrDefault("TENANT", row.get("CHAIN_TENANT")));
        ChainHeadProvider provider = provider(ProvedTables.PROVED.get(table));
        List<RowState> before = states(provider, tenant);
        int edits = 0;
        for (Map.Entry<String, Object> changed : rows().changes(table, row).entrySet()) {
            if (!COUNTERS.contains(changed.getKey())) {
                String what = table + "." + changed.getKey() + " was changed and not found";
                Map<String, Object> altered = new LinkedHashMap<>(row);
                altered.put(changed.getKey(), changed.getValue());
                rows().replace(table, row, altered);
                boolean isSame = states(provider, tenant).equals(before);
                boolean isSound =
                        (edits == 0 || IS_DRILL) && journal.verify(tenant).sound();
                rows().replace(table, altered, row);
                assertEquals("nobody else works on " + table, before, states(provider, tenant));
                assertFalse(what, isSame);
                assertFalse(what, isSound);
                edits++;
            }
        }
        return edits;
    }

    private ChainHeadProvider provider(String kind) throws Exception {
        for (ServiceReference<ChainHeadProvider> each : container.getServiceReferences(ChainHeadProvider.class, null)) {
            ChainHeadProvider provider = container.getService(each);
            if (provider.aggregateType().equals(kind)) {
                return provider;
            }
        }
        throw new AssertionError("Nobody proves " + kind);
    }

    /** The rows as a verification compares them. */
    private static List<RowState> states(ChainHeadProvider provider, TenantId tenant) {
        List<RowState> all = new ArrayList<>();
        List<RowState> page = provider.rows(tenant, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = provider.rows(tenant, Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        return all;
    }

    private void sound() {
        Journal.Verification verification = journal.verify(HAIYANG);
        assertTrue(verification.firstBreak(), verification.sound());
    }

    private void broken(String named) {
        Journal.Verification verification = journal.verify(HAIYANG);
        assertFalse("the change was not found", verification.sound());
        assertTrue(verification.firstBreak(), verification.firstBreak().contains(named));
    }

    private Rows rows() {
        return new Rows(database);
    }
}
