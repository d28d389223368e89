package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.persistence.Json;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.testing.centres.TestCentres;

/** The city grants, the county makes out: both registers have it, and say the same; on both databases. */
public class SharedRegisterTest extends SharedContract {
    @Test
    public void bothHaveItAndWhoHasGrantedTakesItBack() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        assertThrows(ProblemException.class, () -> view(ABOVE, YANTAI));
        post();

        assertTheSame();
        assertEquals("JYC1", view(ABOVE, YANTAI).number());
        assertEquals(List.of(), view(BELOW, HAIYANG).commands());
        assertTrue(view(ABOVE, YANTAI).commands().contains("revocation"));
        CallContext below = world.as("chief-representative", HAIYANG);
        assertEquals(
                LicenceError.LICENCE_STATE,
                assertThrows(ProblemException.class, () -> world.decisions.revoke(BELOW, FRAUD, below))
                        .code());

        world.told.clear();
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        assertEquals("nobody has an account at the city", List.of(), world.told);
        post();

        assertTheSame();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals("li-ming", world.told.get(0).account());
        Page<?> own = world.licences.own(PageRequest.of(10, null), world.as("li-ming", "applicant", Set.of(), HAIYANG));
        assertEquals(1, own.items().size());
        String code = world.documents
                .of("case", ABOVE, CallContext.system(YANTAI, world.province.now(), "test"))
                .get(0)
                .code();
        assertTrue(world.documents
                .verify(code, CallContext.system(YANTAI, world.province.now(), "test"))
                .orElseThrow()
                .revokedOn()
                .isPresent());
    }

    @Test
    public void aLetterThatComesTwiceOrLateHasNoEffect() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        Pending up =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        String made = mail.payload(up.tenant(), up.message());
        receive(up, made);
        receive(up, made);
        node.outbox().delivered(up, "taken");
        Pending down =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        String before = mail.payload(down.tenant(), down.message());
        node.outbox().delivered(down, "lost on the way");
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();
        receive(down, before);

        assertTheSame();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
    }

    @Test
    public void nobodyElseSaysWhatWasMadeOutOrHowItStands() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        Pending up =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        RegisterLetter letter = Json.read(mail.payload(up.tenant(), up.message()), RegisterLetter.class);
        assertEquals(
                LicenceError.LICENCE_UNKNOWN,
                assertThrows(ProblemException.class, () -> receive(up, Json.write(letter.passedOn(ABOVE, "C9"))))
                        .code());
        assertEquals(
                LicenceError.LETTER_UNFIT,
                assertThrows(
                                ProblemException.class,
                                () -> receive(up, Json.write(letter.with((RegisterLetter.Made) null))))
                        .code());
        String elsewhere = receive(
                up,
                Json.write(letter.with(
                        new RegisterLetter.Made("JY9", "laishan", world.province.now(), null, List.of(), null))));
        assertTrue(elsewhere, elsewhere.length() > ABOVE.length());
        assertThrows(ProblemException.class, () -> view(ABOVE, YANTAI));
    }

    @Test
    public void thePlaceOfAQuotaFreesWhereItWasTaken() {
        GateAnswer granted = decide("Y3");
        assertEquals(GateAnswer.noObjection(), granted);
        madeOut("Y3", "C3", RegisterWorld.TAXI);
        post();
        assertEquals(GateAnswer.noObjection(), decide("Y4"));
        assertEquals("two places, both taken", LicenceError.QUOTA_USED_UP, ((GateAnswer.Refused) decide("Y5")).code());

        world.decisions.revoke("Y3", FRAUD, world.as("chief-representative", YANTAI));
        assertEquals(GateAnswer.noObjection(), decide("Y5"));
    }

    private GateAnswer decide(String number) {
        return world.ask(
                world.quotaGate,
                world.question(
                        GatedCommand.DECIDE,
                        number,
                        RegisterWorld.TAXI,
                        RegisterWorld.HOLDER,
                        new Decide(Outcome.GRANT, null, null, null, null)),
                YANTAI);
    }

    @Test
    public void whatWasDeclaredBelowAndIsUntrueIsToBeRevokedAbove() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        String broken = "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}";
        world.hear(BELOW, HAIYANG, "promise-checked", broken);
        assertFalse(view(BELOW, HAIYANG).revocationDue());
        post();

        assertTrue(view(ABOVE, YANTAI).revocationDue());
        assertTheSame();
    }

    @Test
    public void whatIsChangedBelowIsChangedAboveAndEndsWithIt() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        for (String number : List.of("C2", "Y2", "C4", "Y4")) {
            world.concerned.put(number, new CaseLicence("JYC1", LicenceMatter.RENEWAL, null, null));
        }
        world.until = LocalDate.of(2036, 3, 1);
        world.certificateNumber = "JYC1";
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
        assertTheSame();
        assertEquals(world.until, view(ABOVE, YANTAI).validUntil());

        world.links.put(
                HAIYANG + "/C4", new CaseLinks(null, null, YANTAI.value(), "Y4", YANTAI.value(), HAIYANG.value()));
        world.ask(
                world.matterGate,
                world.question(
                        GatedCommand.SUBMIT,
                        "C4",
                        RegisterWorld.FOOD,
                        RegisterWorld.HOLDER,
                        new Decide(Outcome.GRANT, null, null, null, null)),
                HAIYANG);
        world.states.put("C4", CaseState.GRANTED);
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();
        assertEquals("nothing can come of it", CaseState.GRANT_ENDED, world.states.get("C4"));
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals(
                "by its number here", "C2", view(BELOW, HAIYANG).acts().get(0).number());
    }

    private List<LicenceAct.Kind> whatWasDone() {
        return view(BELOW, HAIYANG).acts().stream().map(LicenceAct::kind).toList();
    }

    @Test
    public void whatWasGrantedBelowIsDecidedAboveOnlyOnceItWasRenewedThere() {
        world.certificateNumber = "JYC1";
        world.concerned.put("C5", new CaseLicence("JYC1", LicenceMatter.CHANGE, null, null));
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        assertTrue(view(BELOW, HAIYANG).commands().contains("revocation"));
        for (String number : List.of("C2", "Y2")) {
            world.concerned.put(number, new CaseLicence("JYC1", LicenceMatter.RENEWAL, null, null));
        }
        world.until = LocalDate.of(2036, 3, 1);
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
        assertEquals(List.of(LicenceAct.Kind.CHANGE, LicenceAct.Kind.RENEWAL), whatWasDone());
        assertEquals(List.of(), view(BELOW, HAIYANG).commands());
        CallContext below = world.as("chief-representative", HAIYANG);
        assertThrows(ProblemException.class, () -> world.decisions.revoke(BELOW, FRAUD, below));

        world.decisions.revoke("Y2", FRAUD, world.as("chief-representative", YANTAI));
        post();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals(
                List.of(LicenceAct.Kind.CHANGE, LicenceAct.Kind.RENEWAL, LicenceAct.Kind.REVOCATION), whatWasDone());
        assertFalse(view(BELOW, HAIYANG).commands().contains("delivery"));
        assertTrue("its own paper ends as well", isRevoked(BELOW, HAIYANG));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void itsEndIsNotedWhereItWasGranted() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        world.province.at("2031-03-02T00:01");
        world.told.clear();
        night(HAIYANG);
        assertEquals("said at once", LicenceState.EXPIRED, view(BELOW, HAIYANG).state());
        assertEquals("noted by who has granted", List.of(), view(BELOW, HAIYANG).acts());
        night(YANTAI);
        post();

        assertTheSame();
        assertEquals(1, view(BELOW, HAIYANG).acts().size());
        assertEquals("li-ming", world.told.get(0).account());
    }

    @Test
    public void aCentreBetweenPassesItOn() {
        TenantId province = TestCentres.SHANDONG;
        world.decidedAt = province.value();
        world.links.put(
                province + "/S1", new CaseLinks(YANTAI.value(), ABOVE, null, null, province.value(), HAIYANG.value()));
        world.links.put(
                YANTAI + "/" + ABOVE,
                new CaseLinks(HAIYANG.value(), BELOW, province.value(), "S1", province.value(), HAIYANG.value()));
        world.links.put(
                HAIYANG + "/" + BELOW,
                new CaseLinks(null, null, YANTAI.value(), ABOVE, province.value(), HAIYANG.value()));
        world.make("S1", RegisterWorld.FOOD, province);
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        post();
        world.decisions.revoke("S1", FRAUD, world.as("chief-representative", province));
        post();

        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals("who is between keeps nothing of it", Optional.empty(), found(YANTAI));
        assertEquals(
                "what was written does not wait there",
                "",
                view(BELOW, HAIYANG).acts().get(0).reasons());
    }

    private Optional<?> found(TenantId centre) {
        return world
                .licences
                .list(LicenceView.Filter.ALL, PageRequest.of(10, null), world.as("clerk", centre))
                .items()
                .stream()
                .findFirst();
    }

    @Test
    public void whatWaitsSaysNothingOfAnybody() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        Pending up =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        assertFalse(up.message().payload(), up.message().payload().contains("JYC1"));
    }
}
