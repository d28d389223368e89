package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Filter;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Ratings.Said;
import org.yichuang.ratings.api.Source;
import org.yichuang.testing.TestRun;

/** Whoever is not content is contacted, and whoever had a case is called. */
public class FollowUpTest extends RatingContract {
    private static final Given GOOD = new Given(Grade.SATISFIED, List.of(), "");
    private static final Given BAD = new Given(Grade.DISSATISFIED, List.of(), "电话13812345678没人接");
    private static final Contacted SIMPLE = new Contacted(true, false, false, "窗口缺人");
    private static final Rectified MENDED = new Rectified("增设一个窗口");
    private static final Verified YES = new Verified(true, "现场查看");

    @Test
    public void aBadRatingIsContactedPutRightVerifiedAndAskedAgain() {
        View open = bad();
        assertEquals(FollowUpState.TO_CONTACT, open.state());
        assertEquals("the next working day", LocalDate.of(2026, 3, 3), open.due());
        assertEquals("电话138****5678没人接", open.words());
        assertEquals(List.of(FollowUpStep.OPEN_PHONE, FollowUpStep.CONTACT), open.steps());
        assertEquals(
                "13812345678",
                followUps.rater(open.id(), staff("chief-representative")).phone());
        assertEquals("follow-up-unknown", codeOf(() -> followUps.phone(open.id(), staff("centre-manager"))));

        View contacted = followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        assertEquals(LocalDate.of(2026, 3, 9), contacted.due());
        View mended = followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        assertEquals(FollowUpState.TO_VERIFY, mended.state());
        View verified = followUps.verify(open.id(), YES, staff("centre-manager"));
        assertEquals(FollowUpState.ASKED_AGAIN, verified.state());
        assertEquals("asked-again", told.get(1).kind());
        assertEquals("nobody decides about a question", List.of(), verified.steps());

        ratings.rate(link(), GOOD, "o", anybody());
        View closed = followUps.find(open.id(), staff("centre-manager"));
        assertEquals(FollowUpOutcome.SATISFIED, closed.outcome());
        assertFalse(closed.late());
        assertEquals(
                List.of(
                        FollowUpStep.OPEN,
                        FollowUpStep.OPEN_PHONE,
                        FollowUpStep.CONTACT,
                        FollowUpStep.RECTIFY,
                        FollowUpStep.VERIFY,
                        FollowUpStep.ANSWERED),
                closed.notes().stream().map(note -> note.step()).toList());
        assertEquals(1, list(FollowUpKind.BAD_RATING, true).size());
        sound();
    }

    private View bad() {
        happens("accepted");
        ratings.rate(link(), BAD, "o", anybody());
        return list(FollowUpKind.BAD_RATING, false).get(0);
    }

    private List<View> list(FollowUpKind kind, boolean closed) {
        return followUps
                .list(kind, closed, PageRequest.of(null, null), staff("centre-manager"))
                .items();
    }

    @Test
    public void whoeverIsStillNotContentIsContactedAgain() {
        View open = asked();
        ratings.rate(link(), BAD, "o", anybody());

        View again = followUps.find(open.id(), staff("centre-manager"));
        assertEquals(FollowUpState.TO_CONTACT, again.state());
        assertEquals(
                "it is the same matter", 1, list(FollowUpKind.BAD_RATING, false).size());
    }

    private View asked() {
        View open = bad();
        followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        return followUps.verify(open.id(), YES, staff("centre-manager"));
    }

    @Test
    public void whoeverHasHandledItDoesNotVerifyIt() {
        View open = bad();
        followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        View mended = followUps.rectify(open.id(), MENDED, staff("centre-manager"));

        assertEquals("follow-up-own", codeOf(() -> followUps.verify(open.id(), YES, staff("centre-manager"))));
        assertFalse(mended.steps().contains(FollowUpStep.VERIFY));
        View refused = followUps.verify(open.id(), new Verified(false, "仍然只有一个窗口"), staff("supervision-officer"));
        assertEquals(FollowUpState.TO_RECTIFY, refused.state());
    }

    @Test
    public void whatIsMistakenIsSetAsideByTwoPeople() {
        View open = bad();
        View found = followUps.contact(
                open.id(), new Contacted(true, true, false, "评的是别的单位"), staff("chief-representative"));
        assertEquals(FollowUpState.TO_VERIFY, found.state());
        CallContext rated = staff("centre-manager", open.department());
        assertEquals("follow-up-section", codeOf(() -> followUps.verify(open.id(), YES, rated)));
        assertFalse(followUps.find(open.id(), rated).steps().contains(FollowUpStep.VERIFY));

        CallContext elsewhere = staff("supervision-officer", "另一部门");
        assertEquals(
                1,
                followUps
                        .list(FollowUpKind.BAD_RATING, false, PageRequest.of(null, null), elsewhere)
                        .items()
                        .size());
        assertTrue(followUps.find(open.id(), elsewhere).steps().contains(FollowUpStep.VERIFY));
        View closed = followUps.verify(open.id(), YES, elsewhere);
        assertEquals(FollowUpOutcome.SET_ASIDE, closed.outcome());
        assertEquals("it is still told", 1, said().size());
        assertEquals("set-aside", told.get(1).kind());
        assertEquals(Long.valueOf(0), ratings.summary(anybody()).grades().get(Grade.DISSATISFIED));
        sound();
    }

    private List<Said> said() {
        return ratings.list(Filter.ALL, PageRequest.of(null, null), staff("clerk"))
                .items();
    }

    @Test
    public void whoCannotBeReachedIsNoReasonToLeaveThingsAsTheyAre() {
        View open = bad();
        Contacted missed = new Contacted(false, false, true, "无人接听");
        followUps.contact(open.id(), missed, staff("chief-representative"));
        assertEquals(
                FollowUpState.TO_CONTACT,
                followUps
                        .contact(open.id(), missed, staff("chief-representative"))
                        .state());
        View third = followUps.contact(open.id(), missed, staff("chief-representative"));
        assertEquals(FollowUpState.TO_RECTIFY, third.state());
        assertEquals("fifteen working days", LocalDate.of(2026, 3, 23), third.due());
    }

    @Test
    public void whoeverSaysSomethingElseMeanwhileIsNotContacted() {
        View open = bad();
        ratings.rate(link(), GOOD, "o", anybody());
        assertEquals(
                FollowUpOutcome.CHANGED,
                followUps.find(open.id(), staff("centre-manager")).outcome());

        ratings.rate(link(), BAD, "o", anybody());
        assertEquals(1, list(FollowUpKind.BAD_RATING, false).size());
    }

    @Test
    public void whatWasSaidLaterIsNotSetAsideUnread() {
        View open = bad();
        followUps.contact(open.id(), new Contacted(true, true, false, "评的是别的单位"), staff("chief-representative"));
        ratings.rate(link(), new Given(Grade.VERY_DISSATISFIED, List.of(), "窗口收钱"), "o", anybody());
        View again = followUps.find(open.id(), staff("supervision-officer"));
        assertEquals(FollowUpState.TO_CONTACT, again.state());
        assertEquals(Grade.VERY_DISSATISFIED, again.grade());
        assertTrue(again.toString(), again.toString().contains("窗口收钱"));
    }

    @Test
    public void whoTakesBackThatTheyAreContentIsContacted() {
        asked();
        ratings.rate(link(), GOOD, "o", anybody());
        ratings.rate(link(), BAD, "o", anybody());
        assertEquals(1, list(FollowUpKind.BAD_RATING, false).size());
    }

    @Test
    public void whoHasNoAccountIsNotSaidToHaveLeftItUnanswered() {
        happens("accepted", NUMBER, "clerk");
        ratings.rate(Key.ofCase(NUMBER, "GOOD"), BAD, "o", anybody());
        View open = list(FollowUpKind.BAD_RATING, false).get(0);
        followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        assertEquals(
                FollowUpOutcome.RECTIFIED,
                followUps.verify(open.id(), YES, staff("centre-manager")).outcome());
    }

    @Test
    public void whatWasNotPutRightHasNoMoreDaysThanItHad() {
        View open = bad();
        followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        province.pass(Duration.ofDays(2));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        View again = followUps.verify(open.id(), new Verified(false, "仍然缺人"), staff("centre-manager"));
        assertEquals(LocalDate.of(2026, 3, 9), again.due());
        assertEquals(
                "nobody whom it does not concern reads who has rated",
                List.of("", "chief-representative"),
                again.notes().stream().map(note -> note.by()).limit(2).toList());
    }

    @Test
    public void whatEndedLongAgoIsNotCalledBack() {
        var event = event("issued", NUMBER, 1);
        province.pass(Duration.ofDays(90));
        hear(event, APPLICANT, false);
        assertEquals(0, list(FollowUpKind.CALL_BACK, false).size());
    }

    @Test
    public void theDaysOfACallBackRunFromTheEndOfTheCase() {
        var event = event("issued", NUMBER, 1);
        province.pass(Duration.ofDays(3));
        hear(event, APPLICANT, false);
        View call = list(FollowUpKind.CALL_BACK, false).get(0);
        assertEquals(LocalDate.of(2026, 3, 2), call.openedOn());
        assertEquals(LocalDate.of(2026, 3, 9), call.due());
        PageRequest page = PageRequest.of(null, null);
        assertEquals(
                "not-allowed",
                codeOf(() -> followUps.list(FollowUpKind.CALL_BACK, false, page, staff("chief-representative"))));
        assertEquals(
                "not-allowed", codeOf(() -> followUps.list(FollowUpKind.BAD_RATING, false, page, staff("caller"))));
    }

    @Test
    public void whatIsLateStaysLateAndIsNotedOnce() {
        View open = bad();
        province.pass(Duration.ofDays(2));
        assertTrue(list(FollowUpKind.BAD_RATING, false).get(0).late());
        LeasedJob timer = wiring.timer();
        tick(timer);
        tick(timer);
        tick(wiring.timer());

        View late = followUps.contact(open.id(), SIMPLE, staff("chief-representative"));
        assertTrue(late.late());
        assertTrue(late.notes().get(1).late());
        assertEquals("opened, overdue, contacted", 3, entries(open.id()));
        sound();
    }

    private long entries(String id) {
        return node.journal()
                .entries("follow-up", id, PageRequest.of(null, null), call(HAIYANG))
                .items()
                .size();
    }

    private void tick(LeasedJob job) {
        job.run(new TestRun(
                CallContext.system(HAIYANG, province.now(), "timer"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    @Test
    public void nobodyWaitsForEverForASecondAnswer() {
        View open = asked();
        province.pass(Duration.ofDays(8));
        tick(wiring.timer());

        View closed = followUps.find(open.id(), staff("centre-manager"));
        assertEquals(FollowUpOutcome.NOT_ANSWERED, closed.outcome());
        assertFalse("nobody at the centre was late", closed.late());
        assertEquals("rating-closed", codeOf(() -> ratings.rate(link(), BAD, "o", anybody())));
    }

    @Test
    public void whoeverFilledInACardCannotBeAskedAgain() {
        Card card = new Card(Grade.DISSATISFIED, "公安局", "", "", List.of(), "");
        ratings.enter(new Cards(Source.CARD, LocalDate.of(2026, 3, 2), List.of(card)), staff("supervision-officer"));
        View open = list(FollowUpKind.BAD_RATING, false).get(0);
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));

        assertEquals(
                FollowUpOutcome.RECTIFIED,
                followUps.verify(open.id(), YES, staff("centre-manager")).outcome());
    }

    @Test
    public void whoeverHasNotCorrectedInTimeIsCalledAsWell() {
        happens("lapsed");
        assertEquals(1, list(FollowUpKind.CALL_BACK, false).size());

        happens("grant-ended", "N-2", "clerk");
        assertEquals(
                "and whose grant has come to nothing",
                2,
                list(FollowUpKind.CALL_BACK, false).size());
    }

    @Test
    public void everyConcludedCaseIsCalledOnce() {
        happens("accepted");
        happens("issued");
        happens("delivered");
        happens("withdrawn");

        View call = list(FollowUpKind.CALL_BACK, false).get(0);
        assertEquals(1, list(FollowUpKind.CALL_BACK, false).size());
        assertEquals(LocalDate.of(2026, 3, 9), call.due());
        assertEquals("13812345678", followUps.phone(call.id(), staff("caller")).phone());
        View done = followUps.call(
                call.id(), new Called(FollowUpOutcome.REACHED, Grade.VERY_SATISFIED, "都很好"), staff("caller"));

        assertEquals(FollowUpOutcome.REACHED, done.outcome());
        assertEquals(Source.CALL, said().get(0).source());
        assertEquals(
                List.of(FollowUpStep.OPEN, FollowUpStep.OPEN_PHONE, FollowUpStep.CALL),
                done.notes().stream().map(note -> note.step()).toList());
        assertEquals("follow-up-state", codeOf(() -> followUps.phone(call.id(), staff("caller"))));
        sound();
    }

    @Test
    public void whoeverIsNotReachedIsCalledAsOftenAsTheCentreDoes() {
        province.policy(HAIYANG, "policy.ratings.attempts", "2");
        happens("refused");
        String id = list(FollowUpKind.CALL_BACK, false).get(0).id();
        Called missed = new Called(FollowUpOutcome.NOT_REACHED, null, "");

        View once = followUps.call(id, missed, staff("caller"));
        assertEquals(LocalDate.of(2026, 3, 3), once.due());
        assertNull(once.outcome());
        assertEquals(
                FollowUpOutcome.NOT_REACHED,
                followUps.call(id, missed, staff("caller")).outcome());
        assertEquals("nothing was said", 0, said().size());
    }

    @Test
    public void aBadWordOnTheTelephoneIsFollowedUp() {
        happens("issued");
        String id = list(FollowUpKind.CALL_BACK, false).get(0).id();
        followUps.call(id, new Called(FollowUpOutcome.REACHED, Grade.VERY_DISSATISFIED, "跑了五次"), staff("caller"));
        assertEquals("跑了五次", list(FollowUpKind.BAD_RATING, false).get(0).words());
        assertEquals(
                "fields-invalid",
                codeOf(() -> followUps.call(
                        id, new Called(FollowUpOutcome.DECLINED, Grade.SATISFIED, ""), staff("caller"))));
    }

    @Test
    public void nobodyTakesAStepThatIsNotNextOrNotTheirs() {
        View open = bad();
        assertEquals("follow-up-state", codeOf(() -> followUps.rectify(open.id(), MENDED, staff("centre-manager"))));
        assertEquals("not-allowed", codeOf(() -> followUps.contact(open.id(), SIMPLE, staff("clerk"))));
        assertEquals(
                "follow-up-unknown",
                codeOf(() -> followUps.contact(open.id(), SIMPLE, staff("chief-representative", "公安局"))));
        assertEquals("not-allowed", codeOf(() -> followUps.find(open.id(), applicant())));
        CallContext stale = staff("chief-representative");
        CallContext seen =
                new CallContext(stale.tenant(), stale.actor(), stale.at(), "r", Optional.empty(), Optional.of(7L));
        assertEquals("precondition-failed", codeOf(() -> followUps.contact(open.id(), SIMPLE, seen)));
    }

    @Test
    public void whatPeopleSaidIsNotToBeReadInTheDatabase() {
        View open = bad();
        followUps.contact(open.id(), new Contacted(true, false, false, "李明说窗口缺人"), staff("centre-manager"));
        for (String column : List.of("CONTENT FROM RATINGS_FOLLOW_UP", "CONTENT FROM RATINGS_ANSWER")) {
            List<String> kept = texts("SELECT " + column);
            assertEquals(1, kept.size());
            assertFalse(kept.get(0).contains("李明") || kept.get(0).contains("13812345678"));
        }
    }
}
