package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.OnTheSpotRequest;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions.Entry;

/** What is complete and can be decided at once is decided on the spot, in writing (R1-10). */
public class OnTheSpotTest extends DocumentsOfCases {
    private static final OnTheSpotRequest GRANT = new OnTheSpotRequest(null, "符合条件", Map.of());

    private CaseView decide(String number) {
        return centres.cases.reception().decideOnTheSpot(number, GRANT, centres.chief(HAIYANG));
    }

    private ErrorCode refusal(String number) {
        return assertThrows(ProblemException.class, () -> decide(number)).code();
    }

    @Test
    public void onePressAcceptsAndGrantsWithBothPapers() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        assertTrue(centres.find(number, HAIYANG).commands().contains("on-the-spot-decision"));
        CaseView granted = decide(number);
        assertEquals(CaseState.GRANTED, granted.state());
        assertEquals("EXPRESS", granted.acceptance().mode());
        assertEquals(Outcome.GRANT, granted.decision().outcome());
        assertEquals(List.of("receipt", "acceptance", "grant"), kinds(number, centres.clerk(HAIYANG)));
        assertSaid("本机关当场作出决定");
        assertEquals(
                List.of("submitted", "accepted", "granted"),
                centres.entries().stream()
                        .map(each -> each.entry().event().type())
                        .toList());
        List<Entry> entries = centres.entries();
        assertEquals(
                "one chain",
                entries.get(1).entry().after(),
                entries.get(2).entry().before());
        assertEquals("true", entries.get(2).entry().details().get("onTheSpot"));
        assertFalse(granted.commands().contains("on-the-spot-decision"));
    }

    @Test
    public void whatLiesBetweenReceiptAndDecisionIsNotSkipped() {
        assertEquals("incomplete", CaseError.CASE_STATE, refusal(submit(Items.SIMPLE, PERSON)));
        assertEquals("examined first", CaseError.CASE_STATE, refusal(submit(Items.EXAMINED, PERSON, "m1")));
        assertEquals("decided above", CaseError.CASE_STATE, refusal(submit(Items.CITY, PERSON, "m1")));
        assertEquals("accepted before", CaseError.CASE_STATE, refusal(accepted(Items.SIMPLE, PERSON)));
    }

    @Test
    public void onTheSpotIsTheDayOfTheReceipt() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        centres.province.at("2026-09-15T09:00");
        assertFalse(centres.find(number, HAIYANG).commands().contains("on-the-spot-decision"));
        assertEquals(CaseError.CASE_STATE, refusal(number));
    }

    @Test
    public void whereWhoAcceptsDoesNotDecideNobodyIsOfferedBoth() {
        centres.province.policy(HAIYANG, "policy.cases.duties", "acceptance");
        String number = submit(Items.SIMPLE, PERSON, "m1");
        assertFalse(centres.find(number, HAIYANG).commands().contains("on-the-spot-decision"));
        assertEquals(CaseError.CASE_STATE, refusal(number));
    }

    @Test
    public void whatIsRefusedInTheSecondStepHasNotHappenedInTheFirst() {
        String number = submit(Items.HEARD, PERSON, "m1");
        assertEquals(CaseError.HEARING_OUTSTANDING, refusal(number));
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());
        assertEquals(List.of("receipt"), kinds(number, centres.clerk(HAIYANG)));
    }

    @Test
    public void whoeverMayNotDoBothDoesNeither() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> centres.cases.reception().decideOnTheSpot(number, GRANT, centres.clerk(HAIYANG)));
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    @Test
    public void aCentreThatPromisesADayToComeGivesItInWriting() {
        centres.province.policy(HAIYANG, "policy.cases.collection-notice", "true");
        String number = accepted(Items.SIMPLE, PERSON);
        assertEquals(List.of("receipt", "acceptance", "collection-notice"), kinds(number, centres.clerk(HAIYANG)));
        assertSaid("领取日期：自2026年9月28日起");
        accepted(Items.EXAMINED, PERSON);
        assertNotSaid("领取日期");
    }
}
