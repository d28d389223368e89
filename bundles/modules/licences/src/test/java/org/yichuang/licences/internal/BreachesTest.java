package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.LicenceRequests.RepairBreach;
import org.yichuang.licences.internal.domain.Breach;
import org.yichuang.licences.internal.persistence.BreachRows;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** Who has not kept a promise is accepted on no other until that is repaired (R3-19, R3-20); on both databases. */
public class BreachesTest extends Contract {
    private static final Applicant OTHER =
            new Applicant("enterprise", "海阳食品有限公司", "uscc", "91350100M000100Y43", "0535-3221234", null);
    private static final PageRequest ALL = PageRequest.of(9, null);
    private static final String UNTRUE = "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":false}";

    private RegisterWorld world;
    private Breaches breaches;
    private BreachGate gate;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        breaches = new Breaches(
                node.transactions(), new BreachRows(node.entities("licences")), world.rows, world, world.province);
        gate = new BreachGate(breaches);
        node.prove(new JpaChainHeads("licence-breach", node.entities("licences"), node.transactions(), Breach.class));
    }

    private void hear(String number, TenantId centre, String type, String data) {
        world.make(number, RegisterWorld.SERVICE, centre);
        DomainEvent event = DomainEvent.of("cases", type)
                .about(number, RegisterWorld.SERVICE)
                .with(2, data);
        EventEnvelope envelope =
                new EventEnvelope(centre, event, "case", number, 1, "wang", "王", Instant.EPOCH, "r", 1, 1);
        world.within(calling(centre), unit -> breaches.on(envelope, unit));
    }

    private GateAnswer accepts(Applicant applicant, TenantId centre, MaterialPromise... promises) {
        Accept request = new Accept(null, List.of(promises), Map.of());
        return world.ask(
                gate, world.question(GatedCommand.ACCEPT, "C2", RegisterWorld.FOOD, applicant, request), centre);
    }

    private GateAnswer promised(Applicant applicant, TenantId centre) {
        return accepts(applicant, centre, new MaterialPromise("m1", PromiseKind.DEFERRAL, null));
    }

    private static void assertFree(GateAnswer answer) {
        assertEquals(GateAnswer.noObjection(), answer);
    }

    private static void assertClosed(String words, GateAnswer answer) {
        GateAnswer.Refused refused = (GateAnswer.Refused) answer;
        assertEquals(LicenceError.PROMISE_BREACHED, refused.code());
        assertTrue(refused.message().zh(), refused.message().zh().contains(words));
    }

    @Test
    public void whoDidNotSupplyWhatWasPromisedIsAcceptedOnNoOtherPromise() {
        assertFree(promised(RegisterWorld.HOLDER, HAIYANG));

        hear(
                "C1",
                HAIYANG,
                "promise-broken",
                "{\"promises\":[{\"material\":\"m1\",\"kind\":\"DEFERRAL\",\"until\":\"2026-03-01\"},"
                        + "{\"material\":\"m2\",\"kind\":\"DEFERRAL\",\"until\":\"2026-03-01\"}]}");

        assertClosed("逾期没有补交", promised(RegisterWorld.HOLDER, HAIYANG));
        assertFree(accepts(RegisterWorld.HOLDER, HAIYANG));
        assertFree(promised(OTHER, HAIYANG));
        assertEquals(2, breaches.list(ALL, world.as("clerk", HAIYANG)).items().size());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void whatWasDeclaredUntrulyCountsWhetherItWasGrantedOrNot() {
        hear("C1", HAIYANG, "promise-checked", UNTRUE);

        assertClosed("核查不实", promised(RegisterWorld.HOLDER, HAIYANG));
    }

    @Test
    public void whatWasFoundToBeSoClosesNothing() {
        hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"KEPT\",\"granted\":true}");

        assertFree(promised(RegisterWorld.HOLDER, HAIYANG));
        assertEquals(List.of(), breaches.list(ALL, world.as("clerk", HAIYANG)).items());
    }

    @Test
    public void whatTheCityKnowsHoldsInItsCountiesAndNotTheOtherWayRound() {
        hear("C1", HAIYANG, "promise-checked", UNTRUE);
        assertFree(promised(RegisterWorld.HOLDER, LAISHAN));
        assertFree(promised(RegisterWorld.HOLDER, YANTAI));

        hear("C8", YANTAI, "promise-checked", UNTRUE);
        assertClosed("核查不实", promised(RegisterWorld.HOLDER, LAISHAN));
        world.province.switchModule(YANTAI, LicencesDescriptor.WORD, false);
        assertFree(promised(RegisterWorld.HOLDER, LAISHAN));
    }

    @Test
    public void onceRepairedItStandsInTheWayOfNothing() {
        hear("C1", HAIYANG, "promise-checked", UNTRUE);
        CallContext chief = world.as("chief-representative", HAIYANG);
        String id = breaches.list(ALL, chief).items().get(0).id();
        RepairBreach reason = new RepairBreach("已补交材料并公示期满");
        assertThrows(ProblemException.class, () -> breaches.repair(id, reason, world.as("clerk", HAIYANG)));
        CallContext roads = world.as("yang", "chief-representative", Set.of("交通运输局"), HAIYANG);
        assertEquals(
                LicenceError.BREACH_UNKNOWN,
                assertThrows(ProblemException.class, () -> breaches.repair(id, reason, roads))
                        .code());

        breaches.repair(id, reason, chief);

        assertFree(promised(RegisterWorld.HOLDER, HAIYANG));
        assertEquals(
                LicenceError.LICENCE_STATE,
                assertThrows(ProblemException.class, () -> breaches.repair(id, reason, chief))
                        .code());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }
}
