package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.testing.ModuleTransactions.Sent;

/** A letter that a centre of before would act on without what it does not know in it is not read there. */
public class LetterVersionTest extends DocumentsOfCases {
    private static final CaseRequests.Decide RECONSIDERED_FIRST =
            new CaseRequests.Decide(Outcome.REFUSE, null, "不符合规划", "城市绿化条例第二十条", "60日内可申请行政复议", true, null);

    @Test
    public void whatIsExaminedInAnotherWayIsNotReadByWhoeverDoesNotKnowIt() {
        forwarded();
        assertVersion(1);
        String heard = centres.submit(Items.LINKED_HEARD, null, HAIYANG).number();
        service.accept(heard, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(heard, AGREE, centres.reviewer(HAIYANG));
        assertVersion(4);
    }

    @Test
    public void aRegistrationIsNotReadByWhoeverWouldGiveItTwentyDays() {
        String registered =
                centres.submit(Items.LINKED_REGISTERED, null, HAIYANG).number();
        service.accept(registered, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(registered, AGREE, centres.reviewer(HAIYANG));
        assertVersion(6);
        centres.post();
        String city = centres.numberAt(YANTAI, registered);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertEquals("3个工作日", centres.deadline("decision", YANTAI, city, YANTAI).limit());
    }

    @Test
    public void aDecisionAfterWhichReconsiderationComesFirstIsNotReadByWhoeverDoesNotKnowIt() {
        service.decide(centres.acceptedAt(YANTAI, forwarded()), REFUSE, centres.chief(YANTAI));
        assertVersion(1);
        centres.post();
        service.decide(centres.acceptedAt(YANTAI, forwarded()), RECONSIDERED_FIRST, centres.chief(YANTAI));
        assertVersion(5);
    }

    private void assertVersion(int version) {
        Sent last = transactions.messages().get(transactions.messages().size() - 1);
        String payload = centres.linked.payload(last.sender(), last.message());
        assertTrue(payload, payload.contains("\"version\":" + version + ","));
    }
}
