package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.agency.internal.AgencyCommands.Agree;
import org.yichuang.agency.internal.AgencyCommands.Present;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.AgreementView;
import org.yichuang.agency.internal.AgencyViews.RecognitionView;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** Within scope and validity the signed review of a zone stands in place of the organ's own examination (M-CAS-5). */
public class RecognitionTest extends AgencyContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String CASE = "370687-20260302-AAAAAAAAAA";

    private Agree agree(String item, LocalDate from, LocalDate until) {
        return new Agree("海政服〔2026〕9号", "海阳经济开发区管委会", "", "开发区内工业项目的规划许可，见章盖章", List.of(item), "王主任、李主任", from, until);
    }

    private AgreementView agreed(String item) {
        return world.recognitions.agree(agree(item, TODAY, TODAY.plusYears(1)), world.manager());
    }

    private static Present review(LocalDate signedOn) {
        return new Present(CASE, "海开审〔2026〕1号", "赵主任", signedOn, true);
    }

    private RecognitionView presented(String agreement) {
        return world.recognitions.present(agreement, review(TODAY), world.clerk());
    }

    private GateAnswer asked(CaseRequests.Request request) {
        return asked(request, world.manager());
    }

    private GateAnswer asked(CaseRequests.Request request, CallContext by) {
        CaseSnapshot before = AgencyWorld.snapshot(CASE);
        GateQuestion question = new GateQuestion(GatedCommand.DECIDE, before, request, by);
        List<GateAnswer> answers = new ArrayList<>();
        node.transactions().write(world.manager(), Void.class, unit -> {
            answers.add(world.wiring.gate().check(question, unit));
            return null;
        });
        return answers.get(0);
    }

    private static CaseRequests.Decide decision(Outcome outcome) {
        return Filled.of(CaseRequests.Decide.class, Map.of("outcome", outcome));
    }

    @Test
    public void aReviewWithinScopeAndValidityStandsForTheExaminationOfAGrant() {
        String agreement = agreed("ITEM").id();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        assertEquals(GateAnswer.noObjection(), asked(decision(Outcome.GRANT)));

        RecognitionView taken = presented(agreement);
        assertEquals("建设工程规划许可", taken.itemName());
        assertEquals(new GateAnswer.Examined("agreement:" + agreement), asked(decision(Outcome.GRANT)));
        assertEquals(
                "a refusal rests on what the organ has found",
                GateAnswer.noObjection(),
                asked(decision(Outcome.REFUSE)));
        assertEquals("recognised-before", codeOf(() -> presented(agreement)));
        sound();
    }

    @Test
    public void whatIsOutOfScopeIsRefusedWithTheSentenceOfTheAgreement() {
        String agreement = agreed("OTHER").id();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        ProblemException refusal = assertThrows(ProblemException.class, () -> presented(agreement));
        assertEquals("out-of-scope", refusal.code().code());
        assertTrue(refusal.zh(), refusal.zh().contains("开发区内工业项目的规划许可，见章盖章"));
        assertEquals(GateAnswer.noObjection(), asked(decision(Outcome.GRANT)));
    }

    @Test
    public void anAgreementIsGoodFromItsFirstDayToItsLast() {
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        String early = world.recognitions
                .agree(agree("ITEM", TODAY.plusDays(1), TODAY.plusDays(2)), world.manager())
                .id();
        assertEquals("agreement-over", codeOf(() -> presented(early)));
        world.province.pass(Duration.ofDays(2));
        assertEquals("signed before it began", "agreement-over", codeOf(() -> presented(early)));
        Present inTime = review(TODAY.plusDays(2));
        assertEquals(
                TODAY.plusDays(2),
                world.recognitions.present(early, inTime, world.clerk()).presentedOn());
        world.province.pass(Duration.ofDays(1));
        assertFalse(world.recognitions.find(early, world.clerk()).holds());
    }

    @Test
    public void anAgreementThatIsEndedIsNoneFromThatDayOn() {
        String agreement = agreed("ITEM").id();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        AgreementView ended = world.recognitions.end(agreement, new Reason("开发区调整"), world.manager());
        assertFalse(ended.holds());
        assertEquals("agreement-over", codeOf(() -> presented(agreement)));
        assertEquals(
                "agreement-over", codeOf(() -> world.recognitions.end(agreement, new Reason("w"), world.manager())));
        sound();
    }

    @Test
    public void whatIsIssuedTheSameDayIsCountedAsSuch() {
        String agreement = agreed("ITEM").id();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        presented(agreement);
        issued(world.province.now());
        RecognitionView found = world.recognitions
                .under(agreement, PageRequest.of(null, null), world.clerk())
                .items()
                .get(0);
        assertTrue(found.sameDay());
        assertEquals(TODAY, found.issuedOn());
        sound();
    }

    @Test
    public void whoHasPresentedAReviewDoesNotDecideOnIt() {
        presentedAtWindow();
        assertEquals(GateAnswer.noObjection(), asked(decision(Outcome.GRANT), world.clerk()));
        assertTrue(asked(decision(Outcome.GRANT)) instanceof GateAnswer.Examined);
    }

    private String presentedAtWindow() {
        String agreement = agreed("ITEM").id();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        Present unseen = new Present(CASE, "1号", "赵主任", TODAY, false);
        assertEquals("seen", field(() -> world.recognitions.present(agreement, unseen, world.clerk())));
        presented(agreement);
        return agreement;
    }

    @Test
    public void whatWasPresentedByMistakeIsTakenBackAndPresentedAnew() {
        String agreement = presentedAtWindow();
        Reason slip = new Reason("办件编号录错");
        assertTrue(world.recognitions.ofCase(CASE, world.clerk()).isPresent());
        RecognitionView back = world.recognitions.takeBack(agreement, CASE, slip, world.clerk());

        assertEquals(TODAY, back.takenBackOn());
        assertTrue(world.recognitions.ofCase(CASE, world.clerk()).isEmpty());
        assertEquals("examined by the organ itself", GateAnswer.noObjection(), asked(decision(Outcome.GRANT)));
        assertEquals("case-not-open", codeOf(() -> world.recognitions.takeBack(agreement, CASE, slip, world.clerk())));
        presented(agreement);
        assertTrue(asked(decision(Outcome.GRANT)) instanceof GateAnswer.Examined);
        sound();
    }

    @Test
    public void aReviewUnderAnAgreementThatHasEndedSinceStandsForNothing() {
        String agreement = presentedAtWindow();
        assertTrue(asked(decision(Outcome.GRANT)) instanceof GateAnswer.Examined);
        world.recognitions.end(agreement, new Reason("开发区调整"), world.manager());

        assertEquals(GateAnswer.noObjection(), asked(decision(Outcome.GRANT)));
    }

    @Test
    public void aReviewOfWhatWasCorrectedSinceStandsForNothing() {
        presentedAtWindow();
        heard("corrected", world.province.now());
        assertEquals(GateAnswer.noObjection(), asked(decision(Outcome.GRANT)));
        sound();
    }

    @Test
    public void whatWasCorrectedBeforeItWasReviewedChangesNothing() {
        Instant before = world.province.now().minus(Duration.ofMinutes(5));
        presentedAtWindow();
        heard("corrected", before);
        assertTrue(asked(decision(Outcome.GRANT)) instanceof GateAnswer.Examined);
    }

    private void issued(Instant at) {
        heard("issued", at);
    }

    private void heard(String type, Instant at) {
        CallContext context = CallContext.system(HAIYANG, at, "r");
        DomainEvent event = DomainEvent.of("cases", type).about(CASE, "ITEM");
        EventEnvelope envelope = new EventEnvelope(HAIYANG, event, "case", CASE, 1, "clerk", "王", at, "r", 1, 1);
        node.transactions().write(context, Void.class, unit -> {
            world.wiring
                    .watch(world.cases(), world.documents(), world.notices())
                    .on(envelope, unit);
            return null;
        });
    }

    @Test
    public void onlyAnOpenCaseTakesAReview() {
        String agreement = agreed("ITEM").id();
        assertEquals("case-not-open", codeOf(() -> presented(agreement)));
        world.stands(CASE, AgencyWorld.USCC, CaseState.ISSUED);
        assertEquals("case-not-open", codeOf(() -> presented(agreement)));
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        Present tomorrow = review(TODAY.plusDays(1));
        assertEquals("signedOn", field(() -> world.recognitions.present(agreement, tomorrow, world.clerk())));
        assertEquals(
                "agreement-unknown",
                codeOf(() -> world.recognitions.find(agreement, world.as("m", "centre-manager", LAISHAN))));
        assertEquals("not-allowed", codeOf(() -> world.recognitions.agree(agree("ITEM", TODAY, TODAY), world.clerk())));
        assertEquals(
                "validUntil",
                field(() -> world.recognitions.agree(agree("ITEM", TODAY, TODAY.minusDays(1)), world.manager())));
    }

    @Test
    public void aZoneIsNamedByItsOwnCode() {
        world.province.policy(LAISHAN, "kind", "functional-zone");
        world.province.policy(LAISHAN, "zone.code", "370687-K1");
        Agree zone = new Agree("9号", "开发区", "laishan", "规划", List.of("ITEM"), "王", TODAY, TODAY);
        assertEquals(
                "370687-K1", world.recognitions.agree(zone, world.manager()).localCode());
        Agree none = new Agree("9号", "开发区", "yantai", "规划", List.of("ITEM"), "王", TODAY, TODAY);
        assertEquals("zone", field(() -> world.recognitions.agree(none, world.manager())));
    }
}
