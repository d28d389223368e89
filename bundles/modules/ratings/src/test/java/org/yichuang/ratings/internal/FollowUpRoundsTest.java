package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Source;

/** Round after round until somebody is content, by people who have not rendered the service. */
public class FollowUpRoundsTest extends RatingContract {
    private static final Given GOOD = new Given(Grade.SATISFIED, List.of(), "");
    private static final Given BAD = new Given(Grade.DISSATISFIED, List.of(), "没人接");
    private static final Given WORSE = new Given(Grade.VERY_DISSATISFIED, List.of(), "还是收钱");
    private static final Contacted SPOKEN_TO = new Contacted(true, false, false, "窗口缺人");
    private static final Contacted MISTAKEN = new Contacted(true, true, false, "评的是别的单位");
    private static final Rectified MENDED = new Rectified("增设一个窗口");
    private static final Verified YES = new Verified(true, "现场查看");
    private static final Verified NO = new Verified(false, "仍然缺人");

    private Key first;

    private View bad() {
        happens("accepted");
        first = link();
        ratings.rate(first, BAD, "o", anybody());
        return open();
    }

    private View open() {
        return followUps
                .list(FollowUpKind.BAD_RATING, false, PageRequest.of(null, null), staff("centre-manager"))
                .items()
                .get(0);
    }

    private View asked() {
        View open = bad();
        followUps.contact(open.id(), SPOKEN_TO, staff("chief-representative"));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        return followUps.verify(open.id(), YES, staff("centre-manager"));
    }

    private View found(View of) {
        return followUps.find(of.id(), staff("centre-manager"));
    }

    @Test
    public void whoSaysItUnderTheOldLinkIsContactedAgain() {
        View open = asked();
        ratings.rate(first, WORSE, "o", anybody());

        View again = found(open);
        assertEquals(FollowUpState.TO_CONTACT, again.state());
        assertEquals(Grade.VERY_DISSATISFIED, again.grade());
        assertEquals("还是收钱", again.notes().get(again.notes().size() - 1).words());
        sound();
    }

    @Test
    public void whoIsContentUnderTheOldLinkHasAnswered() {
        View open = asked();
        ratings.rate(first, GOOD, "o", anybody());
        assertEquals(FollowUpOutcome.SATISFIED, found(open).outcome());
    }

    @Test
    public void aSecondRoundHasDaysOfItsOwn() {
        View open = asked();
        province.pass(Duration.ofDays(3));
        ratings.rate(first, WORSE, "o", anybody());
        followUps.contact(open.id(), SPOKEN_TO, staff("chief-representative"));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));

        View refused = followUps.verify(open.id(), NO, staff("centre-manager"));
        assertEquals("five working days from the second contact", LocalDate.of(2026, 3, 12), refused.due());
        assertFalse(refused.late());
    }

    @Test
    public void whatACardSaysAndWasNotPutRightHasNoMoreDaysThanItHad() {
        Card card = new Card(Grade.DISSATISFIED, "", "", "", List.of(), "");
        ratings.enter(new Cards(Source.CARD, LocalDate.of(2026, 3, 2), List.of(card)), staff("supervision-officer"));
        View open = open();
        assertEquals(LocalDate.of(2026, 3, 9), open.due());
        province.pass(Duration.ofDays(2));
        followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        assertEquals(
                LocalDate.of(2026, 3, 9),
                followUps.verify(open.id(), NO, staff("centre-manager")).due());
    }

    @Test
    public void aMistakenCardIsSetAsideByTwoPeople() {
        Card card = new Card(Grade.DISSATISFIED, "", "", "", List.of(), "");
        ratings.enter(new Cards(Source.CARD, LocalDate.of(2026, 3, 2), List.of(card)), staff("supervision-officer"));
        View open = open();
        assertTrue(open.steps().contains(FollowUpStep.CONTACT));
        assertEquals(
                "nobody can be spoken to",
                "follow-up-state",
                codeOf(() -> followUps.contact(open.id(), SPOKEN_TO, staff("centre-manager"))));
        followUps.contact(open.id(), MISTAKEN, staff("centre-manager"));
        assertEquals(
                FollowUpOutcome.SET_ASIDE,
                followUps.verify(open.id(), YES, staff("supervision-officer")).outcome());
        assertEquals(Long.valueOf(0), ratings.summary(anybody()).grades().get(Grade.DISSATISFIED));
    }

    @Test
    public void whatSomebodyHasSaidIsNotCalledMistakenWhileItIsPutRight() {
        View open = bad();
        followUps.contact(open.id(), SPOKEN_TO, staff("chief-representative"));
        assertFalse(found(open).steps().contains(FollowUpStep.CONTACT));
        assertEquals(
                "follow-up-state", codeOf(() -> followUps.contact(open.id(), MISTAKEN, staff("chief-representative"))));
    }

    @Test
    public void whoHasRenderedTheServiceNeitherContactsNorVerifies() {
        hear(event("refused", NUMBER, 1, "chief-representative"), APPLICANT, false);
        ratings.rate(link(), BAD, "o", anybody());
        View open = open();

        View seen = followUps.find(open.id(), staff("chief-representative"));
        assertEquals("nothing is offered that is refused", List.of(), seen.steps());
        assertEquals(
                "follow-up-rated",
                codeOf(() -> followUps.contact(open.id(), SPOKEN_TO, staff("chief-representative"))));
        assertEquals("follow-up-rated", codeOf(() -> followUps.rater(open.id(), staff("chief-representative"))));
        followUps.contact(open.id(), SPOKEN_TO, staff("centre-manager"));
        View mended = followUps.rectify(open.id(), MENDED, staff("chief-representative"));
        assertEquals(FollowUpState.TO_VERIFY, mended.state());
        sound();
    }

    @Test
    public void ofACaseThatIsRatedOnceNobodyWhoHasTakenAStepVerifies() {
        province.policy(HAIYANG, "policy.ratings.online", "once");
        hear(event("refused", NUMBER, 1, "clerk"), APPLICANT, false);
        ratings.rate(link(), BAD, "o", anybody());
        View open = open();
        followUps.contact(open.id(), MISTAKEN, staff("centre-manager"));

        assertFalse(
                followUps.find(open.id(), staff("supervision-officer")).steps().contains(FollowUpStep.VERIFY));
        assertEquals("follow-up-rated", codeOf(() -> followUps.verify(open.id(), YES, staff("supervision-officer"))));
        province.policy(HAIYANG, "policy.ratings.online", "each");
        followUps.verify(open.id(), YES, staff("supervision-officer"));
    }

    @Test
    public void whoHasRenderedTheServiceDoesNotVerifyEither() {
        hear(event("refused", NUMBER, 1, "supervision-officer"), APPLICANT, false);
        ratings.rate(link(), BAD, "o", anybody());
        View open = open();
        followUps.contact(open.id(), MISTAKEN, staff("centre-manager"));

        assertFalse(
                followUps.find(open.id(), staff("supervision-officer")).steps().contains(FollowUpStep.VERIFY));
        assertEquals("follow-up-rated", codeOf(() -> followUps.verify(open.id(), YES, staff("supervision-officer"))));
    }

    @Test
    public void nobodyIsToldToRateAgainWhatIsClosed() {
        province.policy(HAIYANG, "policy.ratings.days", "2");
        View open = bad();
        followUps.contact(open.id(), MISTAKEN, staff("chief-representative"));
        province.pass(Duration.ofDays(3));
        followUps.verify(open.id(), YES, staff("supervision-officer"));
        assertEquals("set-aside-closed", told.get(1).kind());
    }

    @Test
    public void whoWasSpokenToBeforeThatWasKeptCountsAsBefore() throws IOException {
        View open = bad();
        followUps.contact(open.id(), SPOKEN_TO, staff("chief-representative"));
        happens("accepted", "N-2", APPLICANT);
        ratings.rate(link(), BAD, "o", anybody());
        execute("UPDATE RATINGS_FOLLOW_UP SET ACTOR = '', CONTACTED_ON = NULL");
        String changes = Files.readString(Path.of("src/main/resources/db/changelog/ratings.xml"));
        String update = changes.substring(changes.indexOf("<sql>UPDATE") + "<sql>".length(), changes.indexOf("</sql>"));
        execute(update.replace("&lt;", "<").replace("&gt;", ">"));

        assertEquals(
                List.of(open.id()), texts("SELECT FOLLOW_UP FROM RATINGS_FOLLOW_UP WHERE CONTACTED_ON = OPENED_ON"));
    }

    @Test
    public void theIdTellsTheDayAndNoTime() {
        View bad = bad();
        happens("issued");
        View call = followUps
                .list(FollowUpKind.CALL_BACK, false, PageRequest.of(null, null), staff("centre-manager"))
                .items()
                .get(0);
        String at = Ids.next(province.now()).substring(0, 9);
        assertFalse(bad.id(), bad.id().startsWith(at));
        assertFalse(call.id(), call.id().startsWith(at));
    }
}
