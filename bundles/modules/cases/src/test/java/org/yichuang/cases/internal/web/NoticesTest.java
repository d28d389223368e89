package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.CaseView.DecisionView;
import org.yichuang.cases.internal.view.Notice;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** The documents of a case, and in whose name they are given. */
public class NoticesTest {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    public void theDecisionIsThatOfTheCentreThatDecided() {
        CaseView view = view(decision(Outcome.GRANT));

        assertEquals("haiyang", Notices.find("acceptance", view, HAIYANG).centre());
        assertEquals("yantai", Notices.find("decision", view, HAIYANG).centre());
    }

    @Test
    public void aRefusalTellsReasonsBasisAndRemedies() {
        Notice notice = Notices.find("decision", view(decision(Outcome.REFUSE)), HAIYANG);

        assertEquals("不予行政许可决定书", notice.title());
        assertTrue(notice.body(), notice.body().contains("理由：不符合规划\n依据：条例第二十条\n可申请行政复议"));
    }

    @Test
    public void whatIsNoLicenceIsNotGrantedAsOne() {
        CaseView service = view(decision(Outcome.GRANT), "PUBLIC_SERVICE");
        Notice notice = Notices.find("decision", service, HAIYANG);

        assertEquals("准予办理决定书", notice.title());
        assertTrue(notice.body(), notice.body().contains("决定准予办理。"));
    }

    @Test
    public void aDocumentThatWasNotGivenIsNotFound() {
        assertThrows(ProblemException.class, () -> Notices.find("decision", view(null), HAIYANG));
        assertThrows(ProblemException.class, () -> Notices.find("nothing", view(null), HAIYANG));
    }

    private static DecisionView decision(Outcome outcome) {
        return new DecisionView("yantai", "城市管理", outcome, "同意", "不符合规划", "条例第二十条", "可申请行政复议", "首席代表", AT);
    }

    private static CaseView view(DecisionView decision) {
        return view(decision, "LICENCE");
    }

    private static CaseView view(DecisionView decision, String type) {
        return new CaseView(
                "370687-20261122-B1BP04PE1R",
                "8T5VRXC2",
                CaseState.GRANTED,
                "已准予",
                "yantai",
                "YT-007",
                "树木审批",
                1,
                "COMMITTED",
                type,
                "城市管理",
                new Applicant("person", "李明", null, "370613198501010018", "13812345678", null),
                Map.of(),
                List.of(),
                null,
                0,
                AT,
                new Acceptance("EXPRESS", AT, LocalDate.of(2026, 11, 23), "370687-20261122-B1BP04PE1R-S"),
                null,
                List.of(),
                List.of(),
                decision,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                1);
    }
}
