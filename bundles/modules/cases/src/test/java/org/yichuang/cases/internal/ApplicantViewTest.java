package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService.CaseFolder;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What an applicant reads of his own case: his data and what he is told, not what staff write for each other. */
public class ApplicantViewTest {
    private static ModuleTransactions transactions;
    private Centres centres;
    private CallContext applicant;

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
        applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
    }

    private CallContext staff(String role) {
        return centres.as("staff-of-" + role, role, Set.of(), HAIYANG);
    }

    private String preReviewed() {
        String number = centres.service
                .submit(centres.whole(Centres.application(Items.TREES, "county-city"), applicant), applicant)
                .number();
        centres.service.accept(number, new CaseRequests.Accept("内部备注：态度可疑"), staff("clerk"));
        centres.service.preReview(number, AGREE, staff("reviewer"));
        return number;
    }

    private static void assertHasNothingInternal(CaseView view) {
        assertEquals(List.of(), view.opinions());
        assertEquals(List.of(), view.authorities());
        String json = Json.write(view);
        assertFalse(json, json.contains("staff-of-"));
        assertFalse(json, json.contains(AGREE.opinion()));
        assertFalse(json, json.contains("内部备注"));
    }

    @Test
    public void anOpinionOnTheWayAndNamesOfStaffAreNotForHim() {
        String number = preReviewed();
        assertHasNothingInternal(centres.service.find(number, applicant));
        CaseFolder folder = centres.service.open(number, applicant);
        assertHasNothingInternal(folder.view());
        assertTrue(folder.steps().stream().anyMatch(step -> step.action().equals("pre-review")));
        assertEquals(
                AGREE.opinion(),
                centres.service
                        .find(number, staff("reviewer"))
                        .opinions()
                        .get(0)
                        .opinion());
    }

    @Test
    public void theAnswerToHisOwnCommandTellsHimNoMoreThanTheCase() {
        String number = preReviewed();
        assertHasNothingInternal(centres.service.withdraw(number, new CaseRequests.Withdraw("不再需要", null), applicant));
    }

    @Test
    public void whoHasDecidedIsNotNamedToHim() {
        String number = preReviewed();
        String above = centres.acceptedAt(YANTAI, number);
        centres.service.decide(
                above, Centres.REFUSE, centres.as("staff-of-city", "chief-representative", Set.of(), YANTAI));
        centres.post();

        CaseView view = centres.service.find(number, applicant);
        assertEquals(Centres.REFUSE.reasons(), view.decision().reasons());
        assertNull(view.decision().by());
        assertHasNothingInternal(view);
        assertEquals(
                "staff-of-city",
                centres.service.find(number, staff("clerk")).decision().by());
    }

    @Test
    public void theAuditTrailIsForStaff() {
        String number = preReviewed();
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.journal(number, PageRequest.of(9, null), applicant));
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }
}
