package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings.Given;

/** What is followed up keeps its case until it is done with; on both databases. */
public class FollowedCasesTest extends RatingContract {
    private Map<String, RetentionHold> holds() {
        return node.transactions().read(staff("centre-manager"), unit -> wiring.followedCases()
                .holds(Set.of(NUMBER, "370687-20260302-BBBBBBBBBB"), unit));
    }

    @Test
    public void aCaseAboutWhichSomethingGoesOnIsKept() {
        assertEquals(Map.of(), holds());
        happens("accepted");
        ratings.rate(link(), new Given(Grade.DISSATISFIED, List.of(), ""), "o", anybody());
        assertEquals(Map.of(NUMBER, RetentionHold.COMPLAINT), holds());

        String id = followUps
                .list(FollowUpKind.BAD_RATING, false, PageRequest.of(null, null), staff("centre-manager"))
                .items()
                .get(0)
                .id();
        followUps.contact(id, new Contacted(true, true, false, "评的是别的单位"), staff("chief-representative"));
        followUps.verify(id, new Verified(true, "现场查看"), staff("supervision-officer"));
        assertEquals(Map.of(), holds());
    }
}
