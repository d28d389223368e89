package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** Who works for one department: he keeps sight of what has passed through his hands, and acts where it is now. */
public class DepartmentsTest {
    private static final CaseService.Filter ALL =
            new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    private static ModuleTransactions transactions;
    private Centres centres;
    private CallContext approving;
    private CallContext building;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        approving = centres.as("sun", "clerk", Set.of("审批局"), HAIYANG);
        building = centres.as("qian", "chief-representative", Set.of("住建局"), HAIYANG);
    }

    private String submitted() {
        return centres.service
                .submit(Centres.whole(Centres.application(Items.SIMPLE, null)), approving)
                .number();
    }

    @Test
    public void whoHasPassedACaseOnStillSeesItAndIsOfferedNothing() {
        String number = submitted();
        CaseView accepted = centres.service.accept(number, ACCEPT, approving);
        assertEquals(List.of(), accepted.commands());

        CaseView seen = centres.service.find(number, approving);
        assertEquals(CaseState.ACCEPTED, seen.state());
        assertEquals(List.of(), seen.commands());
        assertEquals(accepted, centres.service.open(number, approving).view());
        assertEquals(
                List.of(
                        "examination",
                        "decision",
                        "suspension",
                        "extension",
                        "special-handling",
                        "withdrawal",
                        "hearing"),
                centres.service.find(number, building).commands());
    }

    @Test
    public void theSameCommandAgainGetsItsAnswer() {
        String number = submitted();
        CaseView first = centres.service.accept(number, ACCEPT, centres.withKey("k1", approving));
        assertEquals(first, centres.service.accept(number, ACCEPT, centres.withKey("k1", approving)));
    }

    @Test
    public void onlyTheDepartmentThatHasItActs() {
        String number = submitted();
        centres.service.accept(number, ACCEPT, approving);
        CallContext chief = centres.as("zhou", "chief-representative", Set.of("审批局"), HAIYANG);

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> centres.service.decide(number, GRANT, chief));

        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
        assertEquals(
                CaseState.GRANTED,
                centres.service.decide(number, GRANT, building).state());
    }

    @Test
    public void whomItHasNotReachedYetSeesNothing() {
        String number = submitted();
        ProblemException refusal = assertThrows(ProblemException.class, () -> centres.service.find(number, building));
        assertEquals(CaseError.CASE_UNKNOWN, refusal.code());
    }

    @Test
    public void whoHasPassedACaseOnFindsItInAListOfItsOwn() {
        String number = submitted();
        assertEquals(List.of(), listed(true, approving));
        centres.service.accept(number, ACCEPT, approving);

        assertEquals(List.of(number), listed(true, approving));
        assertEquals(List.of(), listed(false, approving));
        assertEquals(List.of(), listed(true, building));
        assertEquals(List.of(number), listed(false, building));
        centres.service.decide(number, GRANT, building);
        assertEquals(List.of(number), listed(true, approving));
        CallContext both = centres.as("wu", "clerk", Set.of("审批局", "行政审批服务局"), HAIYANG);
        assertEquals("its other name finds it no twice", List.of(number), listed(true, both));
        CallContext all = centres.clerk(HAIYANG);
        assertEquals("who works for all has passed nothing on", List.of(), listed(true, all));
    }

    @Test
    public void theUpkeepFindsOutOfCasesFromBeforeInWhoseHandsTheyHaveBeen() {
        String number = submitted();
        centres.service.accept(number, ACCEPT, approving);
        transactions.sql("DELETE FROM CASES_PAST_DEPARTMENT");
        assertEquals(List.of(), listed(true, approving));

        centres.run(centres.timer);

        assertEquals(List.of(number), listed(true, approving));
    }

    private List<String> listed(boolean passedOn, CallContext context) {
        PageRequest page = PageRequest.of(10, null);
        return (passedOn ? centres.service.passedOn("", page, context) : centres.service.list(ALL, page, context))
                .items().stream().map(CaseService.CaseSummary::number).toList();
    }
}
