package org.yichuang.itests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.util.Filter;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.TenantId;

/** One with access to the database changes what has been written; the verification names it. */
public class TamperingIT extends InContainer {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final String OF_CASE = " WHERE TENANT = 'haiyang' AND AGGREGATE_TYPE = 'case' AND AGGREGATE_ID = ?";

    @Inject
    @Filter("(osgi.jndi.service.name=yichuang)")
    private DataSource database;

    @Inject
    private Journal journal;

    private CaseAt written;

    @Before
    public void aCaseIsWrittenAndAnchored() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        written = CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(500), Map.of()));
        written.act("clerk", "acceptance", Map.of());
        written.act("chief-representative", "decision", Map.of("outcome", "GRANT"));
        Wait.upTo(Duration.ofSeconds(20))
                .until(
                        "anchored",
                        () -> rows().count("SELECT COUNT(*) FROM JOURNAL_PENDING" + OF_CASE, written.number()) == 0);
        sound();
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
