package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Exchange.Removed;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** What a centre has left to be sent that no configuration names any more: it is seen, and can be reached. */
public class RemovedSendersTest {
    private final TestCentres network = new TestCentres();
    private final Tenant before = network.get(HAIYANG);
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final MemoryKeys keys = new MemoryKeys();
    private final TestRelay relay = new TestRelay(journal, modules, network, keys, new Settings(null).now());
    private final MemoryEpochs epochs = new MemoryEpochs();
    private final Receiver receiver =
            new Receiver(network, keys, journal, modules, new TestModules(), TestPlaces.of(network), epochs);
    private final DefaultExchange exchange = TestPlaces.exchange(journal, modules, network);

    @Before
    public void remove() {
        modules.bound(cases);
        for (int number = 1; number <= 3; number++) {
            journal.send(
                    HAIYANG,
                    new OutgoingMessage("M" + number, RecordingModule.TOPIC, "yantai", "C" + number, 1, "x", "{}"));
        }
        journal.park("M3", "等待核实", at(HAIYANG));
        network.without(HAIYANG);
    }

    @Test
    public void theRootSeesWhatIsLeftAndNobodyElse() {
        assertEquals(List.of(new Removed("haiyang", 2, 1, network.now())), exchange.removed(at(SHANDONG)));
        assertEquals(CommonError.OTHER_TENANT, refusal(() -> exchange.removed(at(YANTAI))));
        assertEquals(
                3,
                exchange.messages(Optional.empty(), PageRequest.of(10, null), at(HAIYANG))
                        .items()
                        .size());

        network.put(before);
        assertEquals(List.of(), exchange.removed(at(SHANDONG)));
    }

    @Test
    public void itWaitsAndIsLookedAtLessOftenOnceNobodyWillReadOfItsCentreAnyMore() {
        carry();
        assertTrue(journal.message("M1").lastError().contains("haiyang"));
        assertEquals(network.now().plusSeconds(15), journal.message("M1").dueAt());

        network.pass(Duration.ofDays(2));
        carry();
        assertEquals(
                network.now().plus(Duration.ofMinutes(10)),
                journal.message("M1").dueAt());
        assertEquals(State.WAITING, journal.message("M1").state());
    }

    @Test
    public void itLeavesWhenTheCentreIsBack() {
        carry();
        network.put(before);
        exchange.replay("M1", at(HAIYANG));
        carry();

        assertEquals(State.DELIVERED, journal.message("M1").state());
        assertEquals(1, cases.received.size());
    }

    @Test
    public void itIsGivenUpAsAWholeButOnlyOfACentreThatIsGone() {
        assertEquals(CommonError.FIELDS_INVALID, refusal(() -> exchange.giveUp(" ", at(HAIYANG))));
        assertEquals(LinkageError.CENTRE_CONFIGURED, refusal(() -> exchange.giveUp("撤并", at(YANTAI))));

        assertEquals(2, exchange.giveUp("中心已撤并", at(HAIYANG)));

        assertEquals(State.PARKED, journal.message("M2").state());
        assertEquals("中心已撤并", journal.message("M2").lastError());
        assertEquals("等待核实", journal.message("M3").lastError());
        assertEquals(0, exchange.giveUp("中心已撤并", at(HAIYANG)));
        assertEquals(List.of(new Removed("haiyang", 0, 3, network.now())), exchange.removed(at(SHANDONG)));
    }

    private void carry() {
        for (Pending pending : relay.claim()) {
            try {
                Envelope sealed = relay.seal(pending);
                relay.settle(pending, sealed, receiver.receive(sealed));
            } catch (RuntimeException e) {
                relay.failed(pending, e);
            }
        }
    }

    private static ErrorCode refusal(Runnable call) {
        return assertThrows(ProblemException.class, call::run).code();
    }

    private CallContext at(TenantId centre) {
        return CallContext.system(centre, network.now(), "test");
    }
}
