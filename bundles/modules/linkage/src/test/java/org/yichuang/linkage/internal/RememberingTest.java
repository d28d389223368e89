package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** The city's database is put back to a copy: the county sends again what is not in it, and says what it was told. */
public class RememberingTest {
    private final TestCentres network = new TestCentres();
    private final MemoryKeys keys = new MemoryKeys();
    private final End county = new End();
    private final End city = new End();
    private Runnable copy;

    @Before
    public void begin() {
        send("M1", 1);
        carry(county, city);
        network.pass(Duration.ofDays(2));
        send("M2", 2);
        carry(county, city);
        copy = city.journal.copy();
        network.pass(Duration.ofDays(2));
        send("M3", 3);
        send("M4", 4);
        carry(county, city);
        carry(county, city);
        assertEquals(county.journal.message("M3").lastError(), List.of(1L, 2L, 3L, 4L), city.cases.sequences());
        network.pass(Duration.ofHours(1));
    }

    @Test
    public void whatItHadTakenSinceComesAgainInItsOrderBeforeWhatIsNew() {
        setBack();
        send("M5", 5);

        carryAll();

        assertEquals(List.of(3L, 4L, 5L), city.cases.sequences());
        for (String id : List.of("M1", "M2", "M3", "M4", "M5")) {
            assertEquals(id, State.DELIVERED, county.journal.message(id).state());
        }
        assertEquals("M2 was known, and M1 long before", List.of("M2", "M3", "M4"), receiptedTwice());
    }

    @Test
    public void itIsToldWhatItHadSaidAndUntilThenAwaitsThat() {
        city.journal.send(
                YANTAI, new OutgoingMessage("D0", RecordingModule.TOPIC, "haiyang", "Y1", 1, "question", "{}"));
        carry(city, county);
        setBack();
        assertTrue(city.epochs.isAwaited(HAIYANG, YANTAI));

        carry(city, county);

        assertFalse(city.epochs.isAwaited(HAIYANG, YANTAI));
        assertEquals(
                "yantai reminded by haiyang: to haiyang by yantai since 1 answers",
                city.cases.news.get(city.cases.news.size() - 1));
    }

    @Test
    public void whoeverWasNotThereWhenItWasSaidIsToldLaterAndOnce() {
        Tenant before = network.get(HAIYANG);
        network.without(HAIYANG);
        setBack();
        network.put(before);
        assertTrue("it has not been asked", city.epochs.isAwaited(HAIYANG, YANTAI));
        EpochNotices notices = TestPlaces.notices(city.journal, city.modules, network, city.epochs);
        CallContext job = CallContext.system(YANTAI, network.now(), "job");

        notices.tell(job, unit -> {});
        notices.tell(job, unit -> {});
        carryAll();

        assertEquals(List.of(3L, 4L), city.cases.sequences());
        assertFalse(city.epochs.isAwaited(HAIYANG, YANTAI));
        assertEquals(
                1,
                city.cases.news.stream()
                        .filter(each -> each.contains("reminded"))
                        .count());
    }

    @Test
    public void aReceiptOfWhatItDoesNotKnowAnyMoreEndsNothing() {
        send("M5", 5);
        Pending pending = county.relay.claim().get(0);
        Envelope sealed = county.relay.seal(pending);
        Reply late = city.receiver.receive(sealed);
        network.pass(Duration.ofMinutes(10));
        setBack();
        carry(city, county);

        county.relay.settle(pending, sealed, late);
        assertEquals(State.WAITING, county.journal.message("M5").state());

        carryAll();
        assertEquals(State.DELIVERED, county.journal.message("M5").state());
        assertEquals(List.of(3L, 4L, 5L), city.cases.sequences());
    }

    @Test
    public void aReceiptThatIsGivenAgainIsBelieved() {
        send("M5", 5);
        carry(county, city);
        copy = city.journal.copy();
        county.journal.forgetDelivery("M5");
        network.pass(Duration.ofMinutes(10));
        setBack();

        carryAll();

        assertEquals("it was in the copy", List.of(), city.cases.sequences());
        assertEquals(State.DELIVERED, county.journal.message("M5").state());
    }

    @Test
    public void whatItHadSaidAndArrivesAfterItsNoticeIsNotTaken() {
        city.journal.send(
                YANTAI, new OutgoingMessage("D1", RecordingModule.TOPIC, "haiyang", "Y1", 1, "decision", "{}"));
        Envelope late = city.relay.seal(city.relay.claim().get(0));
        setBack();
        carry(city, county);

        assertEquals("epoch-over", county.receiver.receive(late).refusal().code());
        assertEquals(List.of(), county.cases.received);
    }

    private void setBack() {
        copy.run();
        city.cases.received.clear();
        city.epochs.setBack(YANTAI);
        city.exchange.beginEpoch("恢复到昨夜备份", CallContext.system(YANTAI, network.now(), "operator"));
    }

    private void send(String id, long number) {
        county.journal.send(
                HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", "C1", number, "forward", "{}"));
    }

    private List<String> receiptedTwice() {
        return List.of("M1", "M2", "M3", "M4", "M5").stream()
                .filter(id -> county.cases.news.stream()
                                .filter(news -> news.contains(" " + id + ":"))
                                .count()
                        == 2)
                .toList();
    }

    private void carryAll() {
        for (int i = 0; i < 6; i++) {
            carry(city, county);
            carry(county, city);
            network.pass(Duration.ofMinutes(20));
        }
    }

    private void carry(End from, End to) {
        for (Pending pending : from.relay.claim()) {
            if (!pending.message().receiver().equals(to == city ? "yantai" : "haiyang")) {
                continue;
            }
            try {
                Envelope sealed = from.relay.seal(pending);
                from.relay.settle(pending, sealed, to.receiver.receive(sealed));
            } catch (RuntimeException e) {
                from.relay.failed(pending, e);
            }
        }
    }

    /** A deployment. */
    private final class End {
        private final MemoryJournal journal = new MemoryJournal(network.clock());
        private final RecordingModule cases = new RecordingModule();
        private final LinkedModules modules = new LinkedModules(() -> {});
        private final MemoryEpochs epochs = new MemoryEpochs(journal);
        private final DefaultExchange exchange = TestPlaces.exchange(journal, modules, network, epochs);
        private final TestRelay relay =
                new TestRelay(journal, modules, network, keys, new Settings(null).now(), epochs);
        private final Receiver receiver =
                new Receiver(network, keys, journal, modules, new TestModules(), TestPlaces.of(network), epochs);

        private End() {
            modules.bound(cases);
            modules.outboxBound(journal);
        }
    }
}
