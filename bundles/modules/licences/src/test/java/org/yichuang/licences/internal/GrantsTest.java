package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceRequests.Disclose;
import org.yichuang.licences.internal.LicenceRequests.DiscloseGrant;
import org.yichuang.licences.internal.LicenceRequests.Withhold;
import org.yichuang.licences.internal.LicenceRequests.WithholdGrant;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.testing.centres.TestCentres;

/** What is granted is public from its decision on, but for what is a secret (R1-15); on both databases. */
public class GrantsTest extends MatterContract {
    private static final WithholdGrant SECRET = new WithholdGrant(WithholdingGround.STATE_SECRET, "保守国家秘密法");

    private Grants grants;
    private GrantRegister register;
    private SecrecyGate gate;

    @Before
    public void grants() {
        node.prove(new JpaChainHeads("licence-grant", node.entities("licences"), node.transactions(), Grant.class));
        grants = new Grants(world.transactions, world.holdings);
        register = new GrantRegister(
                world.holdings, new Certificates(RegisterItems.of(world.certificates), world), world.province);
        gate = new SecrecyGate(register);
    }

    /** Decided where whoever decides is asked whether it is a secret. */
    private void decided(String number, String item, TenantId centre) {
        decide(number, item, centre, Outcome.GRANT, "");
        decidedUnasked(number, item, centre);
    }

    /** Decided before anybody was asked, and heard of now. */
    private void decidedUnasked(String number, String item, TenantId centre) {
        world.states.put(number, CaseState.GRANTED);
        world.make(number, item, centre);
        hear(number, centre, "granted");
    }

    private void hear(String number, TenantId centre, String type) {
        DomainEvent event =
                DomainEvent.of("cases", type).about(number, RegisterWorld.FOOD).with(2, "{}");
        EventEnvelope envelope =
                new EventEnvelope(centre, event, "case", number, 1, "wang", "王", world.province.now(), "r", 1, 1);
        world.within(CallContext.system(centre, world.province.now(), "r"), unit -> register.on(envelope, unit));
    }

    private GateAnswer decide(String number, Outcome outcome, String secret) {
        return decide(number, RegisterWorld.FOOD, HAIYANG, outcome, secret);
    }

    private GateAnswer decide(String number, String item, TenantId centre, Outcome outcome, String secret) {
        Decide decision = new Decide(outcome, null, null, null, null, null, Map.of(SecrecyGate.WITHHELD, secret));
        return world.ask(
                gate, world.question(GatedCommand.DECIDE, number, item, RegisterWorld.HOLDER, decision), centre);
    }

    private List<Grants.Decided> shown(TenantId centre) {
        CallContext call =
                new CallContext(centre, Actor.ANONYMOUS, world.province.now(), "r", Optional.empty(), Optional.empty());
        return grants.published(LicenceView.Filter.ALL, PageRequest.of(9, null), call)
                .items();
    }

    private CallContext chief() {
        return world.as("chief-representative", HAIYANG);
    }

    private Grants.View seen(String number) {
        return grants.find(number, chief());
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void everybodyReadsOfAGrantFromTheDayOfItsDecisionOn() {
        decided("C2", RegisterWorld.FOOD, HAIYANG);
        Grants.Decided decision = shown(HAIYANG).get(0);
        assertEquals("张*明", decision.holder());
        assertEquals("海阳市市场监管局", decision.organ());
        assertEquals(LocalDate.of(2026, 3, 2), decision.decidedOn());
        assertNull("nothing is made out yet", decision.state());

        hear("C2", HAIYANG, "granted");
        world.province.at("2026-03-05T09:00");
        world.hear("C2", HAIYANG);
        assertEquals(1, shown(HAIYANG).size());
        assertEquals(LicenceState.VALID, shown(HAIYANG).get(0).state());
        assertEquals(LocalDate.of(2026, 3, 2), shown(HAIYANG).get(0).decidedOn());
        assertEquals("from now on with the result", List.of(), seen("C2").commands());
        assertSound();
    }

    @Test
    public void whatIsNoLicenceAndWhatIsDecidedElsewhereStandsInNoList() {
        decided("C2", RegisterWorld.SERVICE, HAIYANG);
        world.decidedAt = YANTAI.value();
        decided("C3", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of(), shown(HAIYANG));
        decided("Y3", RegisterWorld.FOOD, YANTAI);
        assertEquals(1, shown(YANTAI).size());
        assertEquals(
                1,
                grants.list(PageRequest.of(9, null), world.as("clerk", YANTAI))
                        .items()
                        .size());
        assertEquals(0, grants.list(PageRequest.of(9, null), chief()).items().size());
    }

    @Test
    public void whoGrantsSaysThatItIsASecretBeforeAnybodyReadsOfIt() {
        List<GateFact> asked = gate.facts(
                GatedCommand.DECIDE,
                world.question(GatedCommand.DECIDE, "C2", RegisterWorld.FOOD, RegisterWorld.HOLDER, null)
                        .before());
        assertEquals(3, asked.get(0).choices().size());
        assertEquals(GateAnswer.noObjection(), decide("C2", Outcome.GRANT, "STATE_SECRET"));
        decided("C2", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of(), shown(HAIYANG));
        assertEquals("STATE_SECRET", seen("C2").withheld());
        assertEquals("海阳市市场监管局", seen("C2").decision().organ());

        world.hear("C2", HAIYANG);
        assertTrue("what is made out of it is one from the first", view("C2").withheld());
        assertEquals(
                List.of("JYC1"),
                world
                        .licences
                        .published(LicenceView.Filter.ALL, PageRequest.of(9, null), TestCentres.calling(HAIYANG))
                        .items()
                        .stream()
                        .map(LicenceView.Published::number)
                        .toList());
        world.decisions.disclose("C2", new Disclose("解密", "保守国家秘密法", "王局长"), chief());
        assertEquals(1, shown(HAIYANG).size());
        assertSound();
    }

    @Test
    public void whatIsRefusedIsNoSecretThatIsGranted() {
        decide("C2", Outcome.REFUSE, "PRIVACY");
        assertThrows(ProblemException.class, () -> seen("C2"));
    }

    @Test
    public void theDepartmentWithholdsAndGivesBackBeforeItIsMadeOut() {
        decided("C2", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of("withholding"), seen("C2").commands());
        grants.withhold("C2", SECRET, chief());
        assertEquals(List.of(), shown(HAIYANG));
        assertEquals(LicenceError.LICENCE_STATE, code(() -> grants.withhold("C2", SECRET, chief())));
        assertEquals(1, grants.list(PageRequest.of(9, null), chief()).items().size());
        CallContext others = world.as("chief-representative", "chief-representative", Set.of("公安局"), HAIYANG);
        assertEquals(LicenceError.LICENCE_UNKNOWN, code(() -> grants.withhold("C2", SECRET, others)));

        grants.disclose("C2", new DiscloseGrant("已解密"), chief());
        assertEquals(1, shown(HAIYANG).size());
        world.hear("C2", HAIYANG);
        assertEquals("with the result", LicenceError.LICENCE_STATE, code(() -> grants.withhold("C2", SECRET, chief())));
        assertSound();
    }

    private static Object code(ThrowingRunnable refused) {
        return assertThrows(ProblemException.class, refused).code();
    }

    /** The decision of a grant, and of whatever has changed or replaced it since, is as secret as what is held. */
    @Test
    public void whatIsWithheldOfAResultIsWithheldOfItsDecisions() {
        decided("C5", RegisterWorld.FOOD, HAIYANG);
        world.certificateNumber = "JYC5";
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        world.concerned.put("C6", new CaseLicence("JYC5", LicenceMatter.REPLACEMENT, null, null));
        world.certificateNumber = "JYC6";
        decided("C6", RegisterWorld.FOOD, HAIYANG);
        world.hear("C6", HAIYANG);
        assertEquals(2, shown(HAIYANG).size());
        world.decisions.withhold("C6", new Withhold(WithholdingGround.PRIVACY, "隐私", "行政许可法", "王局长"), chief());
        assertEquals("nor that of what it has replaced", List.of(), shown(HAIYANG));

        world.concerned.put("C7", new CaseLicence("JYC6", LicenceMatter.CHANGE, null, null));
        apply("C7", LicenceMatter.CHANGE, "JYC6");
        decided("C7", RegisterWorld.FOOD, HAIYANG);
        assertEquals("nor that of its change", List.of(), shown(HAIYANG));
        assertEquals("PRIVACY", seen("C7").withheld());
        assertSound();
    }

    /** What is granted of a result, and not made out yet, is withheld with it. */
    @Test
    public void whatIsGrantedOfAResultIsWithheldWithIt() {
        apply("C7", LicenceMatter.CHANGE, "JYC1");
        decided("C7", RegisterWorld.FOOD, HAIYANG);
        assertEquals(1, shown(HAIYANG).size());
        world.decisions.withhold("C1", new Withhold(WithholdingGround.PRIVACY, "隐私", "行政许可法", "王局长"), chief());
        assertEquals(List.of(), shown(HAIYANG));
        world.decisions.disclose("C1", new Disclose("解密", "保守国家秘密法", "王局长"), chief());
        assertEquals("until it is given back", List.of(), shown(HAIYANG));
        grants.disclose("C7", new DiscloseGrant("已解密"), chief());
        assertEquals(1, shown(HAIYANG).size());
        assertSound();
    }

    @Test
    public void whatIsEndedBeforeItIsMadeOutSaysSo() {
        decided("C2", RegisterWorld.FOOD, HAIYANG);
        hear("C2", HAIYANG, "grant-ended");
        hear("C2", HAIYANG, "grant-ended");
        assertTrue(shown(HAIYANG).get(0).ended());
        assertEquals(List.of(), seen("C2").commands());
        assertSound();
    }

    @Test
    public void organisationsAreFoundByNumberAndPersonsByNameOnly() {
        decided("C2", RegisterWorld.FOOD, HAIYANG);
        CallContext call = TestCentres.calling(HAIYANG).by(Actor.ANONYMOUS);
        LicenceView.Filter number = new LicenceView.Filter(null, null, RegisterWorld.PERSON_ID, null, false);
        LicenceView.Filter name = new LicenceView.Filter(null, null, RegisterWorld.PERSON, null, false);
        PageRequest page = PageRequest.of(9, null);
        assertEquals(0, grants.published(number, page, call).items().size());
        assertEquals(1, grants.published(name, page, call).items().size());
        for (int i = 3; i < 6; i++) {
            decided("C" + i, RegisterWorld.FOOD, HAIYANG);
        }
        PageRequest two = PageRequest.of(2, null);
        String next = grants.published(name, two, call).next();
        assertEquals(
                2, grants.published(name, PageRequest.of(2, next), call).items().size());
    }
}
