package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreWays.CentreWay;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;
import org.yichuang.testing.centres.TestCentres;

/** How the centres are reached that a centre writes to. */
public class DefaultCentreWaysTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final ReceiverBreakers breakers = new ReceiverBreakers(1, Duration.ofSeconds(10), network.clock());
    private final DefaultCentreWays ways =
            new DefaultCentreWays(network, journal, new CentreEndpoints(TestPlaces.of(network), breakers));

    @Test
    public void theOnesAboveAndBelowAreReachedInThisDeploymentUnlessTheirSettingsSayOtherwise() {
        network.policy(LAISHAN, "exchange.transport", "jms:queue:yichuang.{receiver}");

        assertEquals(
                List.of(
                        new CentreWay("haiyang", "local", 0, null, 0, null),
                        new CentreWay("laishan", "jms:queue:yichuang.laishan", 0, null, 0, null),
                        new CentreWay("shandong", "local", 0, null, 0, null)),
                ways.ways(at(YANTAI)));
    }

    @Test
    public void itSaysWhatWaitsSinceWhenAndWhatIsParkedAndWhereNobodyIs() {
        send("M1", "yantai", "C1");
        Instant first = network.now();
        network.pass(Duration.ofHours(1));
        send("M2", "yantai", "C2");
        send("M3", "yantai", "C3");
        send("M4", "nowhere", "C4");
        journal.park("M3", "on the phone", at(HAIYANG));

        assertEquals(
                List.of(
                        new CentreWay("liugezhuang", "local", 0, null, 0, null),
                        new CentreWay("nowhere", "", 1, network.now(), 0, null),
                        new CentreWay("yantai", "local", 2, first, 1, null)),
                ways.ways(at(HAIYANG)));
    }

    @Test
    public void itSaysUntilWhenAWayIsShut() {
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.yantai");
        breakers.failed("yantai");

        CentreWay yantai = ways.ways(at(HAIYANG)).get(1);

        assertEquals(network.now().plusSeconds(10), yantai.shutUntil());
        network.policy(YANTAI, "exchange.transport", "local");
        assertNull(
                "it is no way of this node any more",
                ways.ways(at(HAIYANG)).get(1).shutUntil());
    }

    @Test
    public void whoMayNotSeeTheMessagesSeesNoWays() {
        CallContext clerk = at(HAIYANG).by(new Actor("clerk", "张", Set.of("clerk")));

        ProblemException refusal = assertThrows(ProblemException.class, () -> ways.ways(clerk));

        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    private void send(String id, String to, String number) {
        journal.send(HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, to, number, 1, "forward", "{}"));
    }

    private CallContext at(TenantId centre) {
        return CallContext.system(centre, network.now(), "test");
    }
}
