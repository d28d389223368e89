package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.LicenceAct;

/**
 * Whoever applies in time at a county for a renewal that the city decides keeps what they hold until it is decided, and
 * has it by law where nobody decides (R1-30); on both databases.
 */
public class SharedRenewalTest extends SharedContract {
    private static final LocalDate END = LocalDate.of(2031, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2036, 3, 1);

    /** Handed in at the county, and come to the city, where nobody decides. */
    private void appliedFor() {
        world.decidedAt = YANTAI.value();
        world.province.at("2031-01-15T09:00");
        world.concerned.put("C2", new CaseLicence("JYC1", LicenceMatter.RENEWAL, null, null));
        assertEquals(
                GateAnswer.ofLicence(END, END),
                world.ask(
                        world.matterGate,
                        world.question(
                                GatedCommand.SUBMIT,
                                "C2",
                                RegisterWorld.FOOD,
                                RegisterWorld.HOLDER,
                                new Submit("food", null, null, null, null)),
                        HAIYANG));
        List.of("C2", "Y2")
                .forEach(number ->
                        world.concerned.put(number, new CaseLicence("JYC1", LicenceMatter.RENEWAL, END, END)));
        world.states.put("C2", CaseState.FORWARDED);
        link("Y2", "C2");
        arrives("2031-02-25T09:00");
    }

    /** It comes to the city, however late. */
    private void arrives(String moment) {
        world.province.at(moment);
        world.states.put("Y2", CaseState.ACCEPTED);
        world.make("Y2", RegisterWorld.FOOD, YANTAI);
        world.hear("Y2", YANTAI, "transferred", "{}");
        post();
    }

    private void theNightAfter() {
        world.province.at("2031-03-02T00:01");
        night(YANTAI);
        night(HAIYANG);
        post();
    }

    private void madeOutLater() {
        world.states.put("C2", CaseState.GRANTED);
        world.states.put("Y2", CaseState.GRANTED);
        world.until = LATER;
        world.certificateNumber = "JYC1";
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        assertEquals("", node.journal().verify(YANTAI).firstBreak());
    }

    @Test
    public void whatOnlyTheCountyHasInItsRegisterIsRenewedByLawAsWell() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        appliedFor();
        theNightAfter();
        assertEquals("the city is late", CaseState.GRANTED, world.states.get("Y2"));
        assertEquals(
                "and what is held holds on",
                LicenceState.VALID,
                view(BELOW, HAIYANG).state());
        theNightAfter();

        madeOutLater();
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());
        assertEquals(LATER, view("Y2", YANTAI).validUntil());
        assertEquals(
                List.of(LicenceAct.Kind.RENEWAL),
                view(BELOW, HAIYANG).acts().stream().map(LicenceAct::kind).toList());
        assertSound();
    }

    @Test
    public void whatIsSharedIsRenewedByLawThoughItCameToTheCityLate() {
        world.certificateNumber = "JYC1";
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        appliedFor();
        assertEquals(
                "Y2", world.in(context(), unit -> world.rows.get(ABOVE, unit).renewal()));
        theNightAfter();

        assertEquals(LATER, view(ABOVE, YANTAI).validUntil());
        assertTheSame();
        assertEquals(
                List.of(LicenceAct.Kind.DEEMED_RENEWAL),
                view(BELOW, HAIYANG).acts().stream().map(LicenceAct::kind).toList());
    }

    private CallContext context() {
        return world.as("chief-representative", YANTAI);
    }

    @Test
    public void whatComesOnlyAfterTheEndWasHandedInInTimeAllTheSame() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        appliedFor();
        world.province.at("2031-03-05T09:00");
        night(HAIYANG);
        assertEquals(LicenceState.VALID, view(BELOW, HAIYANG).state());
        arrives("2031-03-05T10:00");
        night(YANTAI);
        assertEquals(CaseState.GRANTED, world.states.get("Y2"));
        madeOutLater();
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());
    }

    @Test
    public void whoHasSomethingToSupplyOrIsRefusedLosesItAtItsEnd() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        appliedFor();
        world.states.put("C2", CaseState.QUESTIONED);
        world.province.at("2031-03-02T00:01");
        night(HAIYANG);
        assertEquals(LicenceState.EXPIRED, view(BELOW, HAIYANG).state());
        assertTrue(view(BELOW, HAIYANG).matters().contains(LicenceMatter.RENEWAL));
        world.hear("Y2", YANTAI, "refused", "{}");
        night(YANTAI);
        assertEquals("nothing is deemed of what was refused", CaseState.ACCEPTED, world.states.get("Y2"));
    }

    /** Let go of by the register of the city, which passes the application on: whoever decides grants by law, too. */
    @Test
    public void nobodyGrantsByLawWhatTheProvinceDecides() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        appliedFor();
        world.links.put(
                YANTAI + "/Y2",
                new CaseLinks(HAIYANG.value(), "C2", SHANDONG.value(), "S2", SHANDONG.value(), HAIYANG.value()));
        theNightAfter();
        assertEquals(CaseState.ACCEPTED, world.states.get("Y2"));
    }
}
