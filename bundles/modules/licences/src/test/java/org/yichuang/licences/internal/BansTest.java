package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.LicenceRequests.LiftBan;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** Who has lied or defrauded may not apply again for one year or three (R1-35); on both databases. */
public class BansTest extends Contract {
    private static final Applicant OTHER =
            new Applicant("enterprise", "海阳食品有限公司", "uscc", "91350100M000100Y43", "0535-3221234", null);

    private RegisterWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        node.prove(new JpaChainHeads("licence-ban", node.entities("licences"), node.transactions(), Ban.class));
    }

    private void revoked(String item, TenantId centre) {
        world.registered("C1", item, centre);
        world.decisions.revoke(
                "C1",
                new Revoke(RevocationGround.FRAUD, "虚假证明", "行政许可法第六十九条", "已听取", false, "王局长"),
                world.as("chief-representative", centre));
    }

    private void refused(String falseMaterials, String item) {
        Decide refusal = new Decide(
                Outcome.REFUSE, null, "材料虚假", "行政许可法第七十八条", "可以复议", null, Map.of("false-materials", falseMaterials));
        world.ask(
                world.banGate, world.question(GatedCommand.DECIDE, "C9", item, RegisterWorld.HOLDER, refusal), HAIYANG);
    }

    private GateAnswer applies(String item, Applicant applicant, TenantId centre) {
        return world.ask(
                world.banGate, world.question(GatedCommand.ACCEPT, "C2", item, applicant, new Accept(null)), centre);
    }

    private void assertBanned(GateAnswer answer, String until) {
        GateAnswer.Refused refused = (GateAnswer.Refused) answer;
        assertEquals(LicenceError.APPLICANT_BANNED, refused.code());
        assertTrue(refused.message().zh(), refused.message().zh().contains(until));
    }

    private static void assertFree(GateAnswer answer) {
        assertEquals(GateAnswer.noObjection(), answer);
    }

    @Test
    public void whoHasDefraudedInMattersOfSafetyMayNotApplyForThreeYears() {
        revoked(RegisterWorld.FOOD, HAIYANG);

        assertBanned(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG), "2029-03-02");
        assertFree(applies(RegisterWorld.TAXI, RegisterWorld.HOLDER, HAIYANG));
        assertFree(applies(RegisterWorld.FOOD, OTHER, HAIYANG));
        world.province.at("2029-03-02T23:00");
        assertBanned(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG), "2029-03-02");
        world.province.at("2029-03-03T00:00");
        assertFree(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void aBundleIsNoWayRound() {
        revoked(RegisterWorld.FOOD, HAIYANG);
        world.members.put("C2", List.of(RegisterWorld.SERVICE, RegisterWorld.FOOD));

        assertBanned(applies("bundle", RegisterWorld.HOLDER, HAIYANG), "2029-03-02");
        assertFree(applies("bundle", OTHER, HAIYANG));
    }

    @Test
    public void elsewhereTheLawForbidsNothing() {
        revoked(RegisterWorld.TAXI, HAIYANG);
        refused("伪造的证明", RegisterWorld.TAXI);

        assertFree(applies(RegisterWorld.TAXI, RegisterWorld.HOLDER, HAIYANG));
    }

    @Test
    public void whoIsRefusedForFalseMaterialsMayNotApplyForOneYear() {
        refused("", RegisterWorld.FOOD);
        assertFree(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG));

        refused("伪造的场所证明", RegisterWorld.FOOD);

        assertBanned(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG), "2027-03-02");
    }

    @Test
    public void whoIsNotEvenAcceptedForThemMayNotEither() {
        Map<String, String> facts = Map.of("false-materials", "伪造的场所证明");
        NotAccept refusal = new NotAccept(NonAcceptance.NOT_COMPETENT, "材料虚假", "行政许可法第七十八条", "可以复议", "某局", null, facts);
        world.ask(
                world.banGate,
                world.question(GatedCommand.REFUSE_TO_ACCEPT, "C9", RegisterWorld.FOOD, RegisterWorld.HOLDER, refusal),
                HAIYANG);

        assertBanned(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG), "2027-03-02");
    }

    @Test
    public void theDepartmentThatHasFoundItOutSeesAndLiftsIt() {
        revoked(RegisterWorld.FOOD, HAIYANG);
        CallContext roads = world.as("yang", "chief-representative", Set.of("交通运输局"), HAIYANG);
        CallContext food = world.as("wang", "chief-representative", Set.of("市场监管局"), HAIYANG);
        PageRequest all = PageRequest.of(9, null);
        Bans.View ban = world.bans.list(all, food).items().get(0);

        assertEquals(List.of(), world.bans.list(all, roads).items());
        assertEquals(
                LicenceError.BAN_UNKNOWN,
                assertThrows(ProblemException.class, () -> world.bans.lift(ban.id(), new LiftBan("错误"), roads))
                        .code());
        world.bans.lift(ban.id(), new LiftBan("撤销决定已被复议机关撤销"), food);
    }

    /** Of bans of before no department is known. */
    @Test
    public void oneOfWhichNoDepartmentIsKnownIsSeenAndLiftedByEveryOne() {
        world.within(
                world.as("chief-representative", HAIYANG),
                unit -> world.bans.enter(
                        RegisterWorld.PERSON_ID,
                        new Ban.About("yantai", RegisterWorld.FOOD, "食品经营许可", "C9", ""),
                        Ban.Ground.FALSE_MATERIALS,
                        unit));
        CallContext roads = world.as("yang", "chief-representative", Set.of("交通运输局"), HAIYANG);
        Bans.View ban = world.bans.list(PageRequest.of(9, null), roads).items().get(0);
        world.bans.lift(ban.id(), new LiftBan("行政复议决定已撤销"), roads);

        assertFree(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG));
    }

    @Test
    public void onlyWhoDecidesOnALicenceIsAskedForIt() {
        var licence = world.question(GatedCommand.DECIDE, "C9", RegisterWorld.FOOD, OTHER, new Accept(null));
        var service = world.question(GatedCommand.DECIDE, "C9", RegisterWorld.SERVICE, OTHER, new Accept(null));

        assertEquals(
                List.of("false-materials"),
                world.banGate.facts(GatedCommand.DECIDE, licence.before()).stream()
                        .map(GateFact::name)
                        .toList());
        assertEquals(List.of(), world.banGate.facts(GatedCommand.DECIDE, service.before()));
        assertEquals(List.of(), world.banGate.facts(GatedCommand.ACCEPT, licence.before()));
    }

    @Test
    public void whatTheCityForbidsItsCountiesForbidAndNotTheOtherWayRound() {
        revoked(RegisterWorld.FOOD, YANTAI);

        assertBanned(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, LAISHAN), "2029-03-02");
        world.province.switchModule(YANTAI, LicencesDescriptor.WORD, false);
        assertFree(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, LAISHAN));
    }

    @Test
    public void aBanThatWasWrongIsLiftedOnce() {
        revoked(RegisterWorld.FOOD, HAIYANG);
        var chief = world.as("chief-representative", HAIYANG);
        Bans.View ban = world.bans.list(PageRequest.of(9, null), chief).items().get(0);
        assertThrows(
                ProblemException.class, () -> world.bans.lift(ban.id(), new LiftBan("错误"), world.as("clerk", HAIYANG)));

        world.bans.lift(ban.id(), new LiftBan("撤销决定已被复议机关撤销"), chief);

        assertFree(applies(RegisterWorld.FOOD, RegisterWorld.HOLDER, HAIYANG));
        ProblemException again =
                assertThrows(ProblemException.class, () -> world.bans.lift(ban.id(), new LiftBan("再次"), chief));
        assertEquals(LicenceError.LICENCE_STATE, again.code());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }
}
