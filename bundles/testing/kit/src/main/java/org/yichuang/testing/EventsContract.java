package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.TestNode.NORTH;
import static org.yichuang.testing.TestNode.SOUTH;

import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.internal.OffsetClock;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/** What was committed is heard once, in order, whichever node serves the listener. */
public abstract class EventsContract extends Contract {
    private static final int EVENTS = 30;

    private final PlatformClock going = new OffsetClock();

    @Override
    protected PlatformClock time() {
        return going;
    }

    @Before
    public void table() {
        CountingListener.createTable(database);
    }

    @Test
    public void eachEventIsHeardOnceAlthoughBothNodesServeTheListener() throws InterruptedException {
        node.listen(new CountingListener("one"));
        other.listen(new CountingListener("one"));
        happen(node, NORTH, "a", EVENTS);
        happen(other, SOUTH, "b", EVENTS);

        await("all are heard", () -> CountingListener.heard(database, "one") == 2 * EVENTS);
        assertEquals(0, node.delivery().listeners().get(0).retrying());
    }

    @Test
    public void aListenerThatComesLateHearsFromTheBeginning() throws InterruptedException {
        happen(node, NORTH, "a", EVENTS);
        node.listen(new CountingListener("early"));
        await("all are heard", () -> CountingListener.heard(database, "early") == EVENTS);

        other.listen(new CountingListener("late"));

        await("all are heard", () -> CountingListener.heard(database, "late") == EVENTS);
    }

    @Test
    public void whenTheServingNodeDiesTheOtherGoesOn() throws InterruptedException {
        node.listen(new CountingListener("one"));
        happen(node, NORTH, "a", EVENTS);
        await("all are heard", () -> CountingListener.heard(database, "one") == EVENTS);

        node.abandon();
        other.listen(new CountingListener("one"));
        happen(other, NORTH, "b", EVENTS);
        // As after half a minute
        database.run("UPDATE JOURNAL_LEASE SET UNTIL_MICROS=0");

        await("all are heard", () -> CountingListener.heard(database, "one") == 2 * EVENTS);
    }

    private static void happen(TestNode at, TenantId tenant, String aggregate, int times) {
        ChainHead head = ChainHead.START;
        for (int i = 0; i < times; i++) {
            head = happen(at, tenant, aggregate, head);
        }
    }

    /** The step may be run again when it loses a race: each run begins at the same head. */
    private static ChainHead happen(TestNode at, TenantId tenant, String aggregate, ChainHead head) {
        ChainHead[] next = new ChainHead[1];
        at.transactions().write(at.clerk(tenant), Void.class, unit -> {
            DomainEvent event = DomainEvent.of(CountingListener.MODULE, "happened");
            next[0] = unit.record(new AuditEntry("drill", aggregate, "happen", "", "", Map.of(), event), head);
            return null;
        });
        return next[0];
    }
}
