package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.testing.centres.TestCentres;

/** What the machine's clock decides, whatever a rehearsal's says. */
public class RehearsalTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final LinkedModules modules = new LinkedModules(() -> {});

    @Test
    public void aMessageIsNotGivenUpBecauseTheHousesTimeWasMoved() {
        modules.bound(new RecordingModule());
        Settings.Values settings = new Settings(null, null).now();
        Clock machine = Clock.fixed(network.now(), network.clock().getZone());
        Relay relay = new Relay(journal, modules, network, new MemoryKeys(), settings, machine);
        journal.send(TestCentres.HAIYANG, new OutgoingMessage("M1", "cases", "yantai", "C1", 1, "forward", "{}"));
        network.pass(Duration.ofDays(30));

        for (Pending pending : relay.claim()) {
            relay.failed(pending, new IllegalStateException("The way is closed"));
        }

        assertEquals(1, journal.message("M1").attempts());
        assertEquals(State.WAITING, journal.message("M1").state());
    }
}
