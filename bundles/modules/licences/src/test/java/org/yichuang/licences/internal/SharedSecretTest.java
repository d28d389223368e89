package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.LicenceRequests.Withhold;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.testing.centres.TestCentres;

/** What the centre below withholds as a secret, when one above decides about it; on both databases. */
public class SharedSecretTest extends SharedContract {
    private static final Withhold SECRET = new Withhold(WithholdingGround.STATE_SECRET, "涉密项目", "保守国家秘密法", "王局长");

    /** Granted and made out below, and withheld there. */
    @Before
    public void withheld() {
        world.certificateNumber = "JYC1";
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        world.decisions.withhold(BELOW, SECRET, world.as("chief-representative", HAIYANG));
    }

    private void concerns(LicenceMatter matter, String... numbers) {
        List.of(numbers).forEach(number -> world.concerned.put(number, new CaseLicence("JYC1", matter, null, null)));
    }

    private List<String> granted(TenantId centre) {
        return world
                .licences
                .published(
                        LicenceView.Filter.ALL,
                        PageRequest.of(9, null),
                        TestCentres.calling(centre).by(Actor.ANONYMOUS))
                .items()
                .stream()
                .map(LicenceView.Published::number)
                .toList();
    }

    private void assertSecret(String number, TenantId centre) {
        LicenceView view = view(number, centre);
        assertTrue(view.withheld());
        assertEquals(
                List.of(WithholdingGround.STATE_SECRET.name()),
                view.acts().stream()
                        .filter(act -> act.kind() == LicenceAct.Kind.WITHHELD)
                        .map(LicenceAct::ground)
                        .toList());
        assertEquals(List.of(), granted(centre));
        assertEquals("", node.journal().verify(centre).firstBreak());
    }

    @Test
    public void whatIsASecretBelowIsNoneOfEverybodysAbove() {
        concerns(LicenceMatter.CHANGE, "C2", "Y2");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
        assertSecret("Y2", YANTAI);
        assertSecret(BELOW, HAIYANG);

        world.decisions.disclose(
                "Y2", new LicenceRequests.Disclose("解密", "保守国家秘密法", "王局长"), world.as("chief-representative", YANTAI));
        post();
        assertEquals(List.of("JYC1"), granted(YANTAI));
        assertEquals(List.of("JYC1"), granted(HAIYANG));
    }

    @Test
    public void whatReplacesItIsNoneEither() {
        concerns(LicenceMatter.REPLACEMENT, "C2", "Y2");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
        assertSecret("Y2", YANTAI);
        assertSecret("C2", HAIYANG);
    }

    @Test
    public void whatItHasReplacedIsNotShownInItsPlace() {
        world.certificateNumber = "JYC5";
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of("JYC5"), granted(HAIYANG));
        world.concerned.put("C6", new CaseLicence("JYC5", LicenceMatter.REPLACEMENT, null, null));
        world.certificateNumber = "JYC6";
        world.registered("C6", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of("JYC6"), granted(HAIYANG));
        world.decisions.withhold("C6", SECRET, world.as("chief-representative", HAIYANG));
        assertEquals(List.of(), granted(HAIYANG));
    }

    @Test
    public void aCentreBetweenPassesItOnAndLeavesOutWhatPeopleHaveWritten() {
        concerns(LicenceMatter.CHANGE, "C2", "Y2", "S2");
        String province = SHANDONG.value();
        world.decidedAt = province;
        world.links.put(SHANDONG + "/S2", new CaseLinks(YANTAI.value(), "Y2", null, null, province, HAIYANG.value()));
        world.links.put(
                YANTAI + "/Y2", new CaseLinks(HAIYANG.value(), "C2", province, "S2", province, HAIYANG.value()));
        world.links.put(HAIYANG + "/C2", new CaseLinks(null, null, YANTAI.value(), "Y2", province, HAIYANG.value()));
        world.make("S2", RegisterWorld.FOOD, SHANDONG);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        post();
        assertSecret("S2", SHANDONG);
        assertEquals("", view("S2", SHANDONG).acts().get(0).reasons());
    }

    /** Three words on one day; the last counts, though the first is the same that the centre below has. */
    @Test
    public void whatIsWithheldAgainOnTheSameDayIsWithheldBelowAsWell() {
        concerns(LicenceMatter.CHANGE, "C2", "Y2");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        post();
        world.decisions.disclose(
                "Y2", new LicenceRequests.Disclose("误", "法", "王局长"), world.as("chief-representative", YANTAI));
        world.decisions.withhold("Y2", SECRET, world.as("chief-representative", YANTAI));
        post();
        assertEquals(List.of(), granted(YANTAI));
        assertEquals(List.of(), granted(HAIYANG));
        assertTrue(view(BELOW, HAIYANG).withheld());
    }

    private void decideAbove(String secret) {
        GrantRegister grants = new GrantRegister(
                world.holdings, new Certificates(RegisterItems.of(world.certificates), world), world.province);
        Decide decision = new Decide(Outcome.GRANT, null, null, null, null, null, Map.of(SecrecyGate.WITHHELD, secret));
        world.ask(
                new SecrecyGate(grants),
                world.question(GatedCommand.DECIDE, "Y2", RegisterWorld.FOOD, RegisterWorld.HOLDER, decision),
                YANTAI);
    }

    /** What the county hears of its being a secret it hears by the post alone. */
    @Test
    public void whatIsGrantedAboveAsASecretIsNeverShownBelow() {
        world.certificateNumber = "JYC2";
        world.decidedAt = YANTAI.value();
        decideAbove("STATE_SECRET");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        assertEquals("no post has come", List.of(), granted(HAIYANG));
        post();
        assertSecret("Y2", YANTAI);
        assertSecret("C2", HAIYANG);
        world.decisions.disclose(
                "Y2", new LicenceRequests.Disclose("解密", "保守国家秘密法", "王局长"), world.as("chief-representative", YANTAI));
        assertEquals(List.of("JYC2"), granted(YANTAI));
        post();
        assertEquals(List.of("JYC2"), granted(HAIYANG));
    }

    /** It was public below until now, and the register above has said nothing yet. */
    @Test
    public void aSecretChangeOfWhatWasPublicBelowIsWithheldAsItIsMadeOut() {
        world.certificateNumber = "JYC5";
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        assertEquals(List.of("JYC5"), granted(HAIYANG));
        List.of("C2", "Y2")
                .forEach(number ->
                        world.concerned.put(number, new CaseLicence("JYC5", LicenceMatter.CHANGE, null, null)));
        decideAbove("STATE_SECRET");
        toldBelow("STATE_SECRET");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        assertEquals("no post has come", List.of(), granted(HAIYANG));
        assertTrue(view("C5", HAIYANG).withheld());
        post();
        assertSecret("C5", HAIYANG);
        assertSecret("Y2", YANTAI);
    }

    @Test
    public void aChangeThatIsNoSecretStaysPublicBelow() {
        world.certificateNumber = "JYC5";
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        world.concerned.put("C2", new CaseLicence("JYC5", LicenceMatter.CHANGE, null, null));
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        assertFalse(view("C5", HAIYANG).withheld());
    }

    @Test
    public void allResultsOfABundleThatIsASecretAboveAreWithheldBelow() {
        List.of("C2", "Y2")
                .forEach(number -> world.members.put(number, List.of(RegisterWorld.FOOD, RegisterWorld.TAXI)));
        decideAbove("PRIVACY");
        toldBelow("PRIVACY");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        for (String id : List.of("C2", "C2-1")) {
            assertTrue(id, view(id, HAIYANG).withheld());
        }
        assertEquals(List.of(), granted(HAIYANG));
        post();
        for (String id : List.of("C2", "C2-1")) {
            assertTrue(id, view(id, HAIYANG).withheld());
            assertTrue(id, view(id.replace("C", "Y"), YANTAI).withheld());
        }
        assertEquals(List.of(), granted(HAIYANG));
        assertEquals(List.of(), granted(YANTAI));
    }

    /** What the letter of the decision has said besides. */
    private void toldBelow(String secret) {
        world.facts.put(HAIYANG + "/C2", Map.of(SecrecyGate.WITHHELD, secret));
        world.decidedAt = YANTAI.value();
    }

    @Test
    public void whatIsGrantedAboveIsShownBelowOnceThatHasBeenSaid() {
        world.certificateNumber = "JYC2";
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        assertEquals(List.of(), granted(HAIYANG));
        post();
        assertEquals(List.of("JYC2"), granted(HAIYANG));
        assertEquals(List.of("JYC2"), granted(YANTAI));
    }

    /** Of a later release: it is the strictest one. */
    @Test
    public void aGroundThatNobodyKnowsHereIsTaken() {
        world.certificateNumber = "JYC2";
        world.decidedAt = YANTAI.value();
        decideAbove("");
        madeOut("Y2", "C2", RegisterWorld.FOOD);
        Pending letter =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        String said = mail.payload(letter.tenant(), letter.message())
                .replace(
                        "\"made\":{",
                        "\"made\":{\"withheld\":{\"kind\":\"WITHHELD\",\"on\":\"2026-03-02\",\"ground\":\"X\"},");
        node.outbox().delivered(letter, receive(letter, said));
        assertTrue(view("Y2", YANTAI).withheld());
        Grants decisions = new Grants(world.transactions, world.holdings);
        assertEquals(
                "STATE_SECRET",
                decisions.find("Y2", world.as("chief-representative", YANTAI)).withheld());
        assertEquals(List.of(), granted(YANTAI));
        post();
        assertTrue(view("C2", HAIYANG).withheld());
        assertEquals("", node.journal().verify(YANTAI).firstBreak());
    }
}
