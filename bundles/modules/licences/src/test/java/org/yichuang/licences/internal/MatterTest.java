package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RevocationGround;

/** Change, renewal and replacement of what somebody holds (R1-29 to R1-31); on both databases. */
public class MatterTest extends MatterContract {
    @Test
    public void onlyWhoHoldsItAppliesForItsChange() {
        assertEquals(GateAnswer.ofLicence(END, null), apply("C2", LicenceMatter.CHANGE, "JYC1"));
        assertRefused(LicenceError.LICENCE_MISMATCH, apply("C3", LicenceMatter.CHANGE, "JYC9"));
        Applicant somebody = new Applicant("person", "李四", "citizen-id", "370687198503124567", "13905351234", null);
        world.concerned.put("C4", new CaseLicence("JYC1", LicenceMatter.CHANGE, null, null));
        assertRefused(
                LicenceError.LICENCE_MISMATCH,
                world.ask(
                        world.matterGate,
                        world.question(
                                GatedCommand.SUBMIT,
                                "C4",
                                RegisterWorld.FOOD,
                                somebody,
                                new Submit("food", null, null, null, null)),
                        HAIYANG));
        world.states.put("C2", CaseState.RECEIVED);
        assertEquals(
                "what a stranger may have handed in bars nobody",
                GateAnswer.ofLicence(END, null),
                apply("C5", LicenceMatter.CHANGE, "JYC1"));
        world.states.put("C2", CaseState.ACCEPTED);
        assertRefused(LicenceError.MATTER_OPEN, apply("C6", LicenceMatter.CHANGE, "JYC1"));
        assertRefused(
                LicenceError.MATTER_OPEN, ask(GatedCommand.ACCEPT, "C5", new Submit("food", null, null, null, null)));
        world.hear("C2", HAIYANG, "refused", "{}");
        assertEquals(
                "a refusal that came by a letter opens the way",
                GateAnswer.ofLicence(END, null),
                apply("C7", LicenceMatter.CHANGE, "JYC1"));
    }

    @Test
    public void whatIsRevokedAfterTheGrantDoesNotComeBack() throws SQLException {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        decide("C2", Outcome.GRANT);
        world.states.put("C2", CaseState.GRANTED);
        world.decisions.revoke(
                "C1",
                new Revoke(RevocationGround.FRAUD, "r", "b", "h", false, "王局长"),
                world.as("chief-representative", HAIYANG));

        assertEquals("the grant ends with it", CaseState.GRANT_ENDED, world.states.get("C2"));
        assertEquals("each entry finds what the one before it has left", 0, breaks());
        assertRefused(
                LicenceError.LICENCE_STATE, ask(GatedCommand.ISSUE, "C2", new Submit("food", null, null, null, null)));
        world.certificateNumber = "JYC1";
        world.until = LocalDate.of(2036, 3, 1);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        assertEquals(
                List.of("C1"),
                world.licences.list(Filter.ALL, PageRequest.of(null, null), world.as("clerk", HAIYANG)).items().stream()
                        .map(row -> row.id())
                        .toList());
    }

    @Test
    public void aChangeThatIsMadeOutAfterARenewalLeavesItsEnd() {
        apply("C2", LicenceMatter.CHANGE, "JYC1");
        world.province.at("2031-01-15T09:00");
        apply("C3", LicenceMatter.RENEWAL, "JYC1");
        decide("C3", Outcome.GRANT);
        world.certificateNumber = "JYC1";
        world.until = LocalDate.of(2036, 3, 1);
        world.registered("C3", RegisterWorld.FOOD, HAIYANG);

        assertEquals(
                "the paper says it as well",
                GateAnswer.ofLicence(world.until, null, "JYC1"),
                ask(GatedCommand.ISSUE, "C2", new Submit("food", null, null, null, null)));
        world.until = END;
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        assertEquals(LocalDate.of(2036, 3, 1), view("C1").validUntil());
    }

    @Test
    public void aReplacementTakesTheRenewalThatIsUnderWayWithIt() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.ACCEPTED);
        apply("C3", LicenceMatter.REPLACEMENT, "JYC1");
        world.until = END;
        world.registered("C3", RegisterWorld.FOOD, HAIYANG);
        assertEquals("C2", view("C3").renewal());

        night("2031-03-02T00:01");

        assertEquals(LicenceState.REPLACED, view("C1").state());
        assertEquals(LicenceState.VALID, view("C3").state());
        assertEquals(LocalDate.of(2036, 3, 1), view("C3").validUntil());
    }

    @Test
    public void aRenewalAppliedForInTimeIsDecidedBeforeTheEnd() {
        world.province.at("2031-01-30T09:00");
        assertEquals("30 days before", GateAnswer.ofLicence(END, END), apply("C2", LicenceMatter.RENEWAL, "JYC1"));
        assertEquals("C2", view("C1").renewal());
        assertEquals(
                "the same when it is accepted",
                GateAnswer.ofLicence(END, END),
                ask(GatedCommand.ACCEPT, "C2", new Submit("food", null, null, null, null)));
    }

    @Test
    public void aLateOneIsTakenAllTheSameAndIsNotGrantedByLaw() {
        world.province.at("2031-01-31T09:00");
        assertEquals(GateAnswer.ofLateRenewal(END), apply("C2", LicenceMatter.RENEWAL, "JYC1"));
        world.states.put("C2", CaseState.ACCEPTED);

        night("2031-03-02T00:01");

        assertEquals(LicenceState.EXPIRED, view("C1").state());
        assertEquals(CaseState.ACCEPTED, world.states.get("C2"));
        assertEquals(
                "what has expired may be renewed as well",
                List.of(LicenceMatter.RENEWAL),
                view("C1").matters());
    }

    @Test
    public void undecidedAtItsEndItGoesOnByLawOnceAndWithoutADayBetween() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.ACCEPTED);
        world.province.at("2031-03-02T00:00");
        assertEquals(
                "in force before the job comes", LicenceState.VALID, view("C1").state());

        night("2031-03-02T00:01");
        night("2031-03-02T00:20");

        assertEquals(CaseState.GRANTED, world.states.get("C2"));
        assertEquals(LicenceState.VALID, view("C1").state());
        assertEquals(LocalDate.of(2036, 3, 1), view("C1").validUntil());
        assertEquals(List.of(LicenceAct.Kind.DEEMED_RENEWAL), history("C1"));
        assertFalse(verified("C1").orElseThrow().revokedOn().isPresent());
    }

    @Test
    public void whoStillHasSomethingToSupplyLosesItAtItsEnd() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.CORRECTING);

        night("2031-03-02T00:01");

        assertEquals(LicenceState.EXPIRED, view("C1").state());
    }

    @Test
    public void whatIsGrantedAndNotMadeOutYetHoldsUntilItIs() {
        world.province.at("2031-02-20T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        assertEquals(GateAnswer.noObjection(), decide("C2", Outcome.GRANT));
        world.states.put("C2", CaseState.GRANTED);
        night("2031-03-02T00:01");
        assertEquals(LicenceState.VALID, view("C1").state());

        world.certificateNumber = "JYC1";
        world.until = LocalDate.of(2036, 3, 1);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        assertEquals(world.until, view("C1").validUntil());
        assertEquals(List.of(LicenceAct.Kind.RENEWAL), history("C1"));
        assertEquals("", view("C1").renewal());
        assertFalse(
                "its own decision is in force",
                verified("C2").orElseThrow().revokedOn().isPresent());
        night("2036-03-02T00:01");
        assertTrue("and ends with it", verified("C2").orElseThrow().revokedOn().isPresent());
    }

    @Test
    public void whatIsRefusedLeavesItAsItWas() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        decide("C2", Outcome.REFUSE);
        assertEquals(List.of(LicenceAct.Kind.NOT_GRANTED), history("C1"));

        night("2031-03-02T00:01");

        assertEquals(LicenceState.EXPIRED, view("C1").state());
    }

    @Test
    public void aChangeIsEnteredWithItsNumber() {
        apply("C2", LicenceMatter.CHANGE, "JYC1");
        world.certificateNumber = "JYC1";
        world.until = END;
        Applicant renamed = new Applicant("person", "张大明", "citizen-id", RegisterWorld.PERSON_ID, "13905351234", null);
        world.make("C2", RegisterWorld.FOOD, HAIYANG, renamed);
        world.hear("C2", HAIYANG);
        world.hear("C2", HAIYANG);

        assertEquals("张大明", view("C1").holder().name());
        assertEquals(END, view("C1").validUntil());
        assertEquals(List.of(LicenceAct.Kind.CHANGE), history("C1"));
        assertTrue(view("C1").acts().get(0).reasons().contains("张小明"));
    }

    @Test
    public void aReplacementStandsInThePlaceOfTheOldOneWhoseDocumentSaysSo() {
        apply("C2", LicenceMatter.REPLACEMENT, "JYC1");
        world.until = END;
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        assertEquals(LicenceState.REPLACED, view("C1").state());
        assertEquals(LicenceState.VALID, view("C2").state());
        Genuine old = verified("C1").orElseThrow();
        assertTrue(old.reason(), old.reason().contains("JYC2"));
        assertFalse(verified("C2").orElseThrow().revokedOn().isPresent());
    }

    @Test
    public void whatWasRevokedMeanwhileIsNotRenewed() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.decisions.revoke(
                "C1",
                new Revoke(RevocationGround.FRAUD, "r", "b", "h", false, "王局长"),
                world.as("chief-representative", HAIYANG));

        assertRefused(LicenceError.LICENCE_STATE, decide("C2", Outcome.GRANT));
        assertRefused(LicenceError.LICENCE_STATE, apply("C3", LicenceMatter.CHANGE, "JYC1"));
    }

    @Test
    public void whatHoldersHaveTakesNoSecondPlaceOfAQuota() {
        world.registered("T1", RegisterWorld.TAXI, HAIYANG);
        world.registered("T2", RegisterWorld.TAXI, HAIYANG);
        world.concerned.put("T3", new CaseLicence("JYT1", LicenceMatter.CHANGE, null, null));
        world.ask(
                world.matterGate,
                world.question(
                        GatedCommand.SUBMIT,
                        "T3",
                        RegisterWorld.TAXI,
                        RegisterWorld.HOLDER,
                        new Submit("taxi", null, null, null, null)),
                HAIYANG);

        assertEquals(
                GateAnswer.noObjection(),
                world.ask(
                        world.quotaGate,
                        world.question(
                                GatedCommand.DECIDE,
                                "T3",
                                RegisterWorld.TAXI,
                                RegisterWorld.HOLDER,
                                new Decide(Outcome.GRANT, null, null, null, null)),
                        HAIYANG));
    }
}
