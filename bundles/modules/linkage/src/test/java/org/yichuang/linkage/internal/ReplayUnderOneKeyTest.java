package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** All that is parked is sent again by one call, as it comes over HTTP: under one key, on the journal that keeps it. */
public class ReplayUnderOneKeyTest extends Contract {
    private static final List<String> ALL =
            IntStream.rangeClosed(1, 4).mapToObj(number -> "M" + number).toList();

    private final TestCentres network = new TestCentres(clock);
    private Exchange exchange;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind);
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        LinkedModules modules = new LinkedModules(() -> {});
        MemoryEpochs epochs = new MemoryEpochs();
        EpochMail mail = new EpochMail(epochs, node.outbox(), modules, network);
        exchange = new DefaultExchange(node.outbox(), modules, epochs, mail, network);
        node.transactions().write(operator("written"), Void.class, unit -> {
            ALL.forEach(id ->
                    unit.send(new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", "C-" + id, 1, "forward", "{}")));
            return null;
        });
    }

    @Test
    public void allIsAllUnderOneKeyToo() {
        assertEquals(4, exchange.parkAll(Optional.empty(), "等待核实", operator("park")));
        assertEquals(ALL, ids(State.PARKED));

        assertEquals(
                new Exchange.Replayed(4, List.of(), false),
                exchange.replayAll(Optional.of("yantai"), operator("replay")));
        assertEquals(List.of(), ids(State.PARKED));
        assertEquals(ALL, ids(State.WAITING));
    }

    @Test
    public void aCallThatComesAgainSendsWhatIsStillParked() {
        exchange.parkAll(Optional.empty(), "等待核实", operator("park"));
        exchange.replay("M2", operator("one"));

        assertEquals(
                new Exchange.Replayed(3, List.of(), false), exchange.replayAll(Optional.empty(), operator("replay")));
        exchange.park("M3", "仍有疑问", operator("again"));
        assertEquals(
                new Exchange.Replayed(1, List.of(), false), exchange.replayAll(Optional.empty(), operator("replay")));

        assertEquals(ALL, ids(State.WAITING));
    }

    private List<String> ids(State state) {
        return node.outbox()
                .ids(state, Optional.empty(), PageRequest.of(10, null), operator("read"))
                .items();
    }

    private CallContext operator(String key) {
        return new CallContext(
                HAIYANG,
                Actor.platform("wang", "王"),
                clock.instant(),
                "r-1",
                Optional.of(new IdempotencyKey(key, "0".repeat(64))),
                Optional.empty());
    }
}
