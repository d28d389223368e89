package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Errand;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.internal.RecordingModule;

/** Each branch of the routes. */
public class LinkageRoutesTest {
    private final RoutesFixture way = new RoutesFixture();

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void whatACountyWritesToItsCityGoesUp() throws Exception {
        way.begin().send(HAIYANG, "yantai", "C1", 1);

        await(() -> way.message("C1-1").state() == State.DELIVERED);
        assertEquals(
                List.of(
                        "linkage-up",
                        "linkage-letter-forward",
                        "linkage-send",
                        "linkage-in",
                        "linkage-reply",
                        "linkage-receipt"),
                way.passed);
        assertEquals("plan.pdf", way.cases.files.get(0).name());
    }

    @Test
    public void whatACityWritesToItsCountyGoesDown() throws Exception {
        way.begin();
        way.journal.send(
                YANTAI,
                new OutgoingMessage("C1-1", RecordingModule.TOPIC, "haiyang", "C1", 1, "decision", "{\"f\":\"plan\"}"));

        await(() -> way.message("C1-1").state() == State.DELIVERED);
        assertEquals(
                List.of(
                        "linkage-down",
                        "linkage-letter-decision",
                        "linkage-send",
                        "linkage-in",
                        "linkage-reply",
                        "linkage-receipt"),
                way.passed);
    }

    @Test
    public void eachKindOfLetterHasARouteOfItsOwnUpOrDown() throws Exception {
        way.begin();
        Set<Errand> fromAbove = EnumSet.of(Errand.QUESTION, Errand.DECISION, Errand.PROGRESS);
        for (Errand errand : Errand.values()) {
            TenantId sender = fromAbove.contains(errand) ? YANTAI : HAIYANG;
            String word = errand.name().toLowerCase(Locale.ROOT);
            way.passed.clear();
            way.journal.send(
                    sender,
                    new OutgoingMessage(
                            word,
                            RecordingModule.TOPIC,
                            sender.equals(HAIYANG) ? "yantai" : "haiyang",
                            word,
                            1,
                            word,
                            "{}"));
            await(() -> way.message(word).state() == State.DELIVERED);
            assertEquals(
                    List.of(sender.equals(HAIYANG) ? "linkage-up" : "linkage-down", "linkage-letter-" + word),
                    way.passed.subList(0, 2));
        }
    }

    @Test
    public void whatStandsNeitherAboveNorBelowDoesNotLeaveAndWaits() throws Exception {
        way.begin().send(HAIYANG, "laishan", "C1", 1);
        way.send(HAIYANG, "nowhere", "C2", 1);

        await(() -> !way.message("C1-1").lastError().isEmpty()
                && !way.message("C2-1").lastError().isEmpty());
        assertEquals(List.of("linkage-failed", "linkage-failed"), way.passed);
        assertTrue(way.message("C1-1").lastError().startsWith("not-related: "));
        assertTrue(way.message("C2-1").lastError().startsWith("centre-unknown: "));
        assertEquals(State.WAITING, way.message("C1-1").state());
    }

    @Test
    public void whatIsRefusedGoesTheWayOfReceiptsAndWaits() throws Exception {
        way.cases.refusing = true;
        way.begin().send(HAIYANG, "yantai", "C1", 1);

        await(() -> !way.message("C1-1").lastError().isEmpty());
        assertEquals(
                List.of(
                        "linkage-up",
                        "linkage-letter-forward",
                        "linkage-send",
                        "linkage-in",
                        "linkage-reply",
                        "linkage-receipt"),
                way.passed);
        assertTrue(way.message("C1-1").lastError().startsWith("changed-meanwhile: "));
        assertEquals(State.WAITING, way.message("C1-1").state());
    }

    @Test
    public void aReceiverThatBreaksDownEndsAtTheFailuresAndLosesNothing() throws Exception {
        way.begin()
                .instead("linkage-in", "linkage-inbox", exchange -> {
                    throw new IOException("connection reset");
                })
                .send(HAIYANG, "yantai", "C1", 1);

        await(() -> !way.message("C1-1").lastError().isEmpty());
        assertEquals("linkage-failed", way.passed.get(way.passed.size() - 1));
        assertTrue(way.message("C1-1").lastError().startsWith("传送失败：IOException: connection reset"));
        assertEquals(State.WAITING, way.message("C1-1").state());
    }

    @Test
    public void aSignatureThatIsBrokenOnTheWayIsParked() throws Exception {
        way.begin()
                .instead("linkage-send", "linkage-seal", exchange -> {
                    throw new ProblemException(LinkageError.SIGNATURE_INVALID, LocalizedMessage.verbatim("broken"));
                })
                .send(HAIYANG, "yantai", "C1", 1);

        await(() -> way.message("C1-1").state() == State.PARKED);
        assertTrue(way.message("C1-1").lastError().startsWith("signature-invalid: "));
    }

    @Test
    public void aCopyOfWhatHasArrivedIsAnsweredWithTheFirstReceipt() throws Exception {
        way.begin().send(HAIYANG, "yantai", "C1", 1);
        await(() -> way.message("C1-1").state() == State.DELIVERED);
        String first = way.message("C1-1").receipt();

        way.journal.forgetDelivery("C1-1");

        await(
                () -> { // the thread of the first may still be at its end: then what it has claimed lapses first
                    way.network.pass(Duration.ofMinutes(1));
                    way.signal.run();
                    return way.message("C1-1").state() == State.DELIVERED;
                });
        assertEquals(first, way.message("C1-1").receipt());
        assertEquals(1, way.cases.received.size());
    }

    @Test
    public void aFailureThatCannotBeNotedLeavesTheMessageToTheLapseOfItsClaim() throws Exception {
        way.begin()
                .instead("linkage-in", "linkage-inbox", exchange -> {
                    throw new IOException("connection reset");
                })
                .instead("linkage-failed", "linkage-note", exchange -> {
                    throw new IllegalStateException("the outbox is away");
                })
                .send(HAIYANG, "yantai", "C1", 1);
        way.send(LAISHAN, "yantai", "C2", 1);

        await(() -> way.passed.stream().filter("linkage-failed"::equals).count() == 2);
        assertEquals("", way.message("C1-1").lastError());
        assertEquals(State.WAITING, way.message("C1-1").state());
    }

    @Test
    public void aHundredCasesArriveEachInItsOrder() throws Exception {
        way.begin();
        for (int sequence = 1; sequence <= 3; sequence++) {
            for (int number = 1; number <= 100; number++) {
                way.send(HAIYANG, "yantai", "C" + number, sequence);
            }
        }

        await(() -> way.cases.sequences().size() == 300);
        for (int number = 1; number <= 100; number++) {
            String wanted = "C" + number;
            assertArrayEquals(
                    new long[] {1, 2, 3},
                    way.cases.received.stream()
                            .filter(message -> message.aggregateId().equals(wanted))
                            .mapToLong(LinkedModule.Incoming::sequence)
                            .toArray());
        }
    }
}
