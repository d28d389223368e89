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
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.testing.centres.TestCentres;

/** What one centre has granted and another decides about since, and who decides moves on; on both databases. */
public class SharedMovesTest extends SharedContract {
    private static final String BROKEN = "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}";
    private static final LocalDate LATER = LocalDate.of(2036, 3, 1);

    /** Granted and made out below. */
    @Before
    public void granted() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
    }

    private void concerns(LicenceMatter matter, String... numbers) {
        List.of(numbers).forEach(number -> world.concerned.put(number, new CaseLicence("JYC1", matter, null, null)));
    }

    private void over(LicenceMatter matter) {
        concerns(matter, "C2", "Y2");
        world.until = matter == LicenceMatter.RENEWAL ? LocalDate.of(2031, 3, 1) : null;
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
    }

    private void here(String number, LocalDate until) {
        concerns(LicenceMatter.RENEWAL, number);
        world.decidedAt = "";
        world.until = until;
        world.registered(number, RegisterWorld.FOOD, HAIYANG);
        post();
    }

    private static List<LicenceAct.Kind> kinds(LicenceView view) {
        return view.acts().stream().map(LicenceAct::kind).toList();
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        assertEquals("", node.journal().verify(YANTAI).firstBreak());
    }

    @Test
    public void whatIsToBeRevokedIsSoAboveAsWellOnceItIsChangedThere() {
        world.brokenDeclarations.add("m4");
        world.make(BELOW, RegisterWorld.FOOD, HAIYANG);
        world.brokenDeclarations.clear();
        world.hear(BELOW, HAIYANG, "promise-checked", BROKEN);
        assertTrue(view(BELOW, HAIYANG).revocationDue());
        over(LicenceMatter.CHANGE);

        assertTrue(view("Y2", YANTAI).revocationDue());
        assertTrue(view(BELOW, HAIYANG).revocationDue());
        world.decisions.decline(
                "Y2", new LicenceRequests.Decline("轻微", "办法", "王局长"), world.as("chief-representative", YANTAI));
        post();
        assertFalse("said why not", view(BELOW, HAIYANG).revocationDue());
        assertSound();
    }

    @Test
    public void whatIsFoundUntrueOfTheGrantAfterwardsReachesWhoDecidesNow() {
        over(LicenceMatter.CHANGE);
        world.hear(BELOW, HAIYANG, "promise-checked", BROKEN);
        post();

        assertTrue(view("Y2", YANTAI).revocationDue());
        assertTrue(view(BELOW, HAIYANG).revocationDue());
        assertSound();
    }

    @Test
    public void whatIsRenewedHereAgainIsNotEndedByWhoDecidedBefore() {
        over(LicenceMatter.RENEWAL);
        here("C6", LATER);
        assertEquals("handed over", LicenceState.REPLACED, view("Y2", YANTAI).state());
        assertFalse(view("Y2", YANTAI).commands().contains("revocation"));
        world.province.at("2031-03-03T00:01");
        night(YANTAI);
        night(HAIYANG);
        post();

        assertEquals(LicenceState.VALID, view(BELOW, HAIYANG).state());
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());
        assertEquals(List.of(LicenceAct.Kind.RENEWAL, LicenceAct.Kind.RENEWAL), kinds(view(BELOW, HAIYANG)));
        assertTrue(view(BELOW, HAIYANG).commands().contains("revocation"));
        world.decisions.revoke(BELOW, FRAUD, world.as("chief-representative", HAIYANG));
        assertSound();
    }

    /** What was handed over is no obstacle above, whatever is applied for of it there again. */
    @Test
    public void whatWasHandedOverMayBeRenewedAboveOnceMore() {
        over(LicenceMatter.RENEWAL);
        here("C6", LATER);
        concerns(LicenceMatter.RENEWAL, "C8", "Y8");
        link("Y8", "C8");
        GateAnswer answer = world.ask(
                world.matterGate,
                world.question(
                        GatedCommand.DECIDE,
                        "Y8",
                        RegisterWorld.FOOD,
                        RegisterWorld.HOLDER,
                        new Decide(Outcome.GRANT, null, null, null, null)),
                YANTAI);
        assertEquals(GateAnswer.noObjection(), answer);
        world.until = LocalDate.of(2041, 3, 1);
        madeOut("Y8", "C8", RegisterWorld.FOOD);
        post();

        assertEquals(world.until, view("Y8", YANTAI).validUntil());
        assertEquals(world.until, view(BELOW, HAIYANG).validUntil());
        assertFalse(view(BELOW, HAIYANG).commands().contains("revocation"));
        assertSound();
    }

    /** What was accepted above of what was handed over then is entered there anew, once it is made out. */
    @Test
    public void whatWasUnderWayWhenItWasHandedOverStandsInTheRegisterOfWhoHasGranted() {
        over(LicenceMatter.RENEWAL);
        concerns(LicenceMatter.CHANGE, "C9", "Y9");
        link("Y9", "C9");
        world.ask(
                world.matterGate,
                world.question(
                        GatedCommand.ACCEPT,
                        "Y9",
                        RegisterWorld.FOOD,
                        RegisterWorld.HOLDER,
                        new Submit("food", null, null, null, null)),
                YANTAI);
        here("C6", LATER);
        assertEquals(LicenceState.REPLACED, view("Y2", YANTAI).state());

        world.until = LATER;
        madeOut("Y9", "C9", RegisterWorld.FOOD);
        post();
        assertEquals(LicenceState.VALID, view("Y9", YANTAI).state());
        assertFalse(view(BELOW, HAIYANG).commands().contains("revocation"));
        world.decisions.revoke("Y9", FRAUD, world.as("chief-representative", YANTAI));
        post();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertSound();
    }

    /** Whatever keeps what was made out waiting keeps what hands it over waiting as well. */
    @Test
    public void nothingIsHandedOverBeforeItIsThere() {
        concerns(LicenceMatter.RENEWAL, "C2", "Y2");
        world.until = LocalDate.of(2031, 3, 1);
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        concerns(LicenceMatter.RENEWAL, "C6");
        world.decidedAt = "";
        world.until = LATER;
        world.registered("C6", RegisterWorld.FOOD, HAIYANG);
        List<Pending> first = node.outbox().claim(LicenceRows.TOPIC, 10, Duration.ofMinutes(1));
        assertEquals(
                List.of("made-out"),
                first.stream().map(letter -> letter.message().type()).toList());
        Pending made = first.get(0);
        node.outbox().delivered(made, receive(made, mail.payload(made.tenant(), made.message())));
        post();

        assertEquals(LicenceState.REPLACED, view("Y2", YANTAI).state());
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());
        assertSound();
    }

    /** From the city to the province, over the city: its former register ends, and the new decider's letters count. */
    @Test
    public void whoeverDecidesFurtherUpSaysWhatBecomesOfIt() {
        over(LicenceMatter.RENEWAL);
        furtherUp();
        post();
        assertEquals(LicenceState.REPLACED, view("Y2", YANTAI).state());
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());

        TenantId province = TestCentres.SHANDONG;
        world.decisions.revoke("S7", FRAUD, world.as("chief-representative", province));
        post();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertTrue(isRevoked(BELOW, HAIYANG));
        assertSound();
    }

    /** Decided by the province, over the city, and made out here. */
    private void furtherUp() {
        TenantId province = TestCentres.SHANDONG;
        concerns(LicenceMatter.RENEWAL, "C7", "Y7", "S7");
        world.decidedAt = province.value();
        world.until = LATER;
        world.links.put(
                province + "/S7", new CaseLinks(YANTAI.value(), "Y7", null, null, province.value(), HAIYANG.value()));
        world.links.put(
                YANTAI + "/Y7",
                new CaseLinks(HAIYANG.value(), "C7", province.value(), "S7", province.value(), HAIYANG.value()));
        world.links.put(
                HAIYANG + "/C7", new CaseLinks(null, null, YANTAI.value(), "Y7", province.value(), HAIYANG.value()));
        world.make("S7", RegisterWorld.FOOD, province);
        world.registered("C7", RegisterWorld.FOOD, HAIYANG);
    }

    @Test
    public void nothingIsHandedOverByTheSameWayBeforeItIsThere() {
        concerns(LicenceMatter.RENEWAL, "C2", "Y2");
        world.until = LocalDate.of(2031, 3, 1);
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        furtherUp();
        List<Pending> first = node.outbox().claim(LicenceRows.TOPIC, 10, Duration.ofMinutes(1));
        assertEquals(
                "what was made out first, and nothing beside it",
                List.of("made-out"),
                first.stream().map(letter -> letter.message().type()).toList());
        Pending made = first.get(0);
        node.outbox().delivered(made, receive(made, mail.payload(made.tenant(), made.message())));
        post();

        assertEquals(LicenceState.REPLACED, view("Y2", YANTAI).state());
        assertEquals(LATER, view("S7", TestCentres.SHANDONG).validUntil());
        assertEquals(LATER, view(BELOW, HAIYANG).validUntil());
        assertSound();
    }

    /** Nobody types when it ends: the application has it from the register that had it then. */
    @Test
    public void whatStandsInNoRegisterAnyMoreKeepsItsEnd() {
        world.concerned.put("Y9", new CaseLicence("JYC1", LicenceMatter.CHANGE, LATER, null));
        assertEquals(
                GateAnswer.ofLicence(LATER, null),
                world.ask(
                        world.matterGate,
                        world.question(GatedCommand.ISSUE, "Y9", RegisterWorld.FOOD, RegisterWorld.HOLDER, null),
                        YANTAI));
    }

    @Test
    public void whoIsRefusedIsNotToldToDoItThemselves() {
        over(LicenceMatter.CHANGE);
        CallContext below = world.as("chief-representative", HAIYANG);
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> world.decisions.revoke(BELOW, FRAUD, below));
        assertFalse(refusal.zh(), refusal.zh().contains("海阳"));
        assertEquals(
                1,
                world.licences
                        .list(LicenceView.Filter.ALL, PageRequest.of(9, null), below)
                        .items()
                        .size());
    }
}
