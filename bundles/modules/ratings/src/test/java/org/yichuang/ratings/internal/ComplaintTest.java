package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.Complaints.Answered;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Extension;
import org.yichuang.ratings.api.Complaints.Heard;
import org.yichuang.ratings.api.Complaints.Lodged;
import org.yichuang.ratings.api.Complaints.Progress;
import org.yichuang.ratings.api.Complaints.Words;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUps.View;

/** Each complaint is looked into, and a refusal is reviewed when somebody asks for it. */
public class ComplaintTest extends RatingContract {
    private static final Words TAKEN = new Words("已受理，正在核实");

    private Complaints complaints;

    @Before
    public void open() {
        complaints = of(CaseState.REFUSED);
    }

    private Complaints of(CaseState state) {
        return wiring.complaints(
                cases(NUMBER, APPLICANT, false, state),
                (account, same) -> account.contains("@"),
                RatingContract::checkCode);
    }

    private static Complaint about(String number, String code) {
        return new Complaint(number, code, "公安局", "电话13812345678无人接", "李明", "13812345678");
    }

    @Test
    public void aComplaintIsTakenUpAndAnsweredAndFollowedByItsCode() {
        Lodged lodged = complaints.complain(about("", ""), "o", anybody());
        assertEquals("five working days", LocalDate.of(2026, 3, 9), lodged.due());
        View taken = complaints.accept(lodged.number(), TAKEN, staff("centre-manager"));
        assertEquals(LocalDate.of(2026, 3, 23), taken.due());
        assertEquals("公安局", taken.department());
        assertEquals("电话138****5678无人接", taken.words());
        View more = complaints.extend(lodged.number(), new Extension(3, "须向外单位核实"), staff("centre-manager"));
        assertEquals(LocalDate.of(2026, 3, 26), more.due());
        assertEquals(
                "extended-before",
                codeOf(() -> complaints.extend(lodged.number(), new Extension(3, "w"), staff("centre-manager"))));
        complaints.answer(lodged.number(), new Answered(FollowUpOutcome.PARTLY, "已增设线路"), staff("centre-manager"));

        Progress end = complaints.progress(lodged.number(), lodged.code(), anybody());
        assertEquals(FollowUpOutcome.PARTLY, end.outcome());
        assertEquals("已增设线路", end.answer());
        assertEquals("follow-up-unknown", codeOf(() -> complaints.progress(lodged.number(), "X", anybody())));
        assertEquals("nobody has an account to be told by", List.of(), told);
        sound();
    }

    @Test
    public void whoeverComplainsByAnAccountIsToldOfEachStep() {
        Lodged lodged = complaints.complain(about(NUMBER, ""), "o", applicant());
        complaints.refuse(lodged.number(), new Words("不属于本中心"), staff("centre-manager"));

        assertEquals(1, told.size());
        assertEquals(ADDRESS + "/haiyang/complain/own", told.get(0).facts().get("link"));
        assertEquals(FollowUpOutcome.REFUSED, complaints.own(applicant()).get(0).outcome());
        assertEquals("不属于本中心", complaints.own(applicant()).get(0).answer());
    }

    @Test
    public void aCaseIsOpenedByItsCodeOrTheOwnAccount() {
        complaints.complain(about(NUMBER, "GOOD"), "o", anybody());
        assertEquals("progress-unknown", codeOf(() -> complaints.complain(about(NUMBER, "BAD"), "o", anybody())));
        assertEquals("rating-unknown", codeOf(() -> complaints.complain(about(NUMBER, ""), "o", anybody())));
        assertEquals("rating-unknown", codeOf(() -> complaints.review(about("", ""), "o", applicant())));
    }

    @Test
    public void aRefusalIsReviewedOnce() {
        Lodged lodged = complaints.review(about(NUMBER, ""), "o", applicant());
        assertEquals("review-asked", codeOf(() -> complaints.review(about(NUMBER, "GOOD"), "o", anybody())));
        assertEquals("not-refused", codeOf(() -> of(CaseState.ACCEPTED).review(about(NUMBER, "GOOD"), "o", anybody())));
        View taken = complaints.accept(lodged.number(), TAKEN, staff("centre-manager"));
        assertEquals(FollowUpKind.REVIEW, taken.kind());
        assertEquals(FollowUpState.ACCEPTED, taken.state());
    }

    @Test
    public void whoeverHasActedInACaseNeitherTakesUpNorAnswersWhatIsSaidOfIt() {
        CallContext whoRefused = staff("supervision-officer");
        for (String lodged : List.of(
                complaints.review(about(NUMBER, ""), "o", applicant()).number(),
                complaints.complain(about(NUMBER, ""), "o", applicant()).number())) {
            assertEquals("complaint-involved", codeOf(() -> complaints.accept(lodged, TAKEN, whoRefused)));
            assertEquals("complaint-involved", codeOf(() -> complaints.refuse(lodged, TAKEN, whoRefused)));
            complaints.accept(lodged, TAKEN, staff("centre-manager"));
            Answered upheld = new Answered(FollowUpOutcome.NOT_UPHELD, "决定无误");
            assertEquals("complaint-involved", codeOf(() -> complaints.answer(lodged, upheld, whoRefused)));
            complaints.answer(lodged, upheld, staff("centre-manager"));
        }
        String ofNoCase = complaints.complain(about("", ""), "o", anybody()).number();
        complaints.accept(ofNoCase, TAKEN, whoRefused);
    }

    @Test
    public void whatIsHeardAtTheWindowOrOnTheHotlineIsEnteredWithIt() {
        Lodged lodged = complaints.enter(
                new Heard(Channel.HOTLINE, false, NUMBER, "", "态度生硬", "王", "05353220000"),
                staff("supervision-officer"));
        View listed = listed().get(0);
        assertEquals(lodged.number(), listed.id());
        assertEquals(Channel.HOTLINE, listed.channel());
        assertEquals("食品经营许可", listed.itemName());
        assertEquals(
                "05353220000",
                complaints.complainant(lodged.number(), staff("centre-manager")).phone());
        assertEquals(
                "fields-invalid",
                codeOf(() -> complaints.enter(
                        new Heard(Channel.ONLINE, false, "", "", "w", "", ""), staff("centre-manager"))));
        assertEquals(
                "not-allowed",
                codeOf(() -> complaints.enter(new Heard(Channel.WINDOW, false, "", "", "w", "", ""), staff("clerk"))));
        sound();
    }

    private List<View> listed() {
        return followUps
                .list(FollowUpKind.COMPLAINT, false, PageRequest.of(null, null), staff("centre-manager"))
                .items();
    }

    @Test
    public void whoIsComplainedOfDoesNotSeeIt() {
        Lodged lodged = complaints.complain(about("", ""), "o", anybody());
        PageRequest page = PageRequest.of(null, null);
        assertEquals(
                "not-allowed",
                codeOf(() -> followUps.list(FollowUpKind.COMPLAINT, false, page, staff("chief-representative"))));
        assertEquals("follow-up-unknown", codeOf(() -> followUps.find(lodged.number(), staff("chief-representative"))));
        String kept = texts("SELECT CONTENT FROM RATINGS_FOLLOW_UP").get(0);
        assertFalse(kept.contains("李明") || kept.contains("13812345678"));
    }

    @Test
    public void whatIsAnsweredTooLateStaysLate() {
        Lodged lodged = complaints.complain(about("", ""), "o", anybody());
        province.pass(Duration.ofDays(8));
        assertTrue(listed().get(0).late());
        assertTrue(complaints
                .accept(lodged.number(), TAKEN, staff("centre-manager"))
                .late());
    }

    @Test
    public void whatWasNotTakenUpIsReviewedWhenItIsAskedForAgain() {
        for (int i = 0; i < 3; i++) {
            Lodged lodged = complaints.review(about(NUMBER, ""), "o", applicant());
            assertEquals("review-asked", codeOf(() -> complaints.review(about(NUMBER, ""), "o", applicant())));
            complaints.refuse(lodged.number(), new Words("须补充理由"), staff("centre-manager"));
        }
        assertEquals(
                "not without end",
                "review-asked",
                codeOf(() -> complaints.review(about(NUMBER, ""), "o", applicant())));
    }

    @Test
    public void whoHasTypedACaseInForSomebodyDoesNotUseUpTheirReview() {
        Complaints window = wiring.complaints(
                cases(NUMBER, "clerk", false, CaseState.REFUSED),
                (account, same) -> account.contains("@"),
                RatingContract::checkCode);
        assertEquals("rating-unknown", codeOf(() -> window.review(about(NUMBER, ""), "o", staff("clerk"))));
        window.review(about(NUMBER, "GOOD"), "o", anybody());
    }

    @Test
    public void theCodeIsNotToBeReadInTheDatabase() {
        CallContext keyed = new CallContext(
                HAIYANG,
                Actor.ANONYMOUS,
                province.now(),
                "r",
                Optional.of(new IdempotencyKey("key-of-the-complaint", "f")),
                Optional.empty());
        Lodged lodged = complaints.complain(about("", ""), "o", keyed);
        assertEquals("told again under the same key", lodged, complaints.complain(about("", ""), "o", keyed));
        assertEquals(1, listed().size());
        List<String> kept = texts("SELECT ANSWER FROM JOURNAL_KEY");
        assertEquals(1, kept.size());
        assertFalse(kept.get(0), kept.get(0).contains(lodged.code()));
    }

    @Test
    public void nobodyFloodsACentre() {
        province.policy(HAIYANG, "policy.ratings.complaint.hourly", "10");
        for (int i = 0; i < 10; i++) {
            complaints.complain(about("", ""), "o", anybody());
        }
        assertEquals("too-many-requests", codeOf(() -> complaints.complain(about("", ""), "o", anybody())));
        complaints.complain(about("", ""), "elsewhere", anybody());
        province.pass(Duration.ofHours(1));
        complaints.complain(about("", ""), "o", anybody());
    }
}
