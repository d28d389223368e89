package org.yichuang.linkage.internal.simulation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

/**
 * The protocol against everything that may go wrong between two deployments. {@code -Dseed=4711} plays one seed and
 * tells what happened; {@code -Dseeds=100000} plays so many instead of the usual ones.
 */
public class ProtocolSimulationTest {
    private static final int USUAL = 1_000;
    private static final long PROMISED_A_MINUTE = 5_000;
    private static final int NOTES_SHOWN = 400;

    /** Seeds that have failed once. */
    private static final List<Long> KEPT = List.of(21L, 208L, 251L);

    @Test
    public void whateverGoesWrongEachMessageHasItsEffectOnceAndInOrderAndBothEndsAgree() {
        Long one = Long.getLong("seed");
        if (one != null) {
            play(one, true);
            return;
        }
        Long many = Long.getLong("seeds");
        long begun = System.nanoTime();
        KEPT.forEach(seed -> play(seed, false));
        LongStream.rangeClosed(1, many == null ? USUAL : many).forEach(seed -> play(seed, false));
        if (many != null) {
            long aMinute = many * 60_000_000_000L / (System.nanoTime() - begun);
            System.out.printf("%,d seeds, %,d a minute%n", many, aMinute);
            assertTrue(aMinute + " seeds a minute", aMinute >= PROMISED_A_MINUTE);
        }
    }

    @Test
    public void aSeedIsPlayedTheSameEachTime() {
        for (long seed = 1; seed <= 20; seed++) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            new Simulation(seed, Mutation.NONE, first).run();
            new Simulation(seed, Mutation.NONE, second).run();

            assertEquals("Seed " + seed, first, second);
            assertTrue(first.size() > 10);
        }
    }

    @Test
    public void withoutTheInboxAMessageIsFoundToHaveItsEffectTwice() {
        assertTrue(broken(Mutation.NO_INBOX).contains("takes effect a second time"));
    }

    @Test
    public void anInboxThatIsWrittenInATransactionOfItsOwnIsFound() {
        String found = broken(Mutation.INBOX_APART);

        assertTrue(found, found.contains("takes effect"));
    }

    @Test
    public void aMessageThatOvertakesIsFound() {
        assertTrue(broken(Mutation.OVERTAKING).contains("takes effect before"));
    }

    @Test
    public void aRelayThatWaitsForNoReceiptIsFoundByWhatIsLost() {
        String found = broken(Mutation.NO_RECEIPT);

        assertTrue(found, found.startsWith("Stuck") || found.contains("takes effect before"));
    }

    @Test
    public void aRelayThatLosesPatienceIsFound() {
        assertTrue(broken(Mutation.TIRED).contains("is parked"));
    }

    @Test
    public void aDatabaseThatIsSetBackAndGoesOnCountingIsFound() {
        String found = broken(Mutation.NO_EPOCH);

        assertTrue(found, found.startsWith("Stuck") || found.contains("takes effect before what was sent earlier"));
    }

    @Test
    public void whatADatabaseThatWasSetBackHadTakenIsMissedIfNobodyIsTold() {
        assertTrue(broken(Mutation.NOT_TOLD).startsWith("Stuck"));
    }

    @Test
    public void whatIsDecidedASecondTimeByWhoeverHasForgottenItIsFound() {
        String found = broken(Mutation.NOT_REMINDED);

        assertTrue(found, found.contains("is decided a second time"));
    }

    private static void play(long seed, boolean isTold) {
        List<String> notes = isTold ? new ArrayList<>() : null;
        try {
            new Simulation(seed, Mutation.NONE, notes).run();
        } catch (AssertionError | RuntimeException e) {
            if (!isTold) {
                play(seed, true); // fails again, and tells how
            }
            throw new AssertionError("Seed " + seed + ": " + e.getMessage() + "\n" + last(notes), e);
        }
    }

    private static String last(List<String> notes) {
        return String.join("\n", notes.subList(Math.max(0, notes.size() - NOTES_SHOWN), notes.size()));
    }

    /** What is found of a defect by a thousand seeds. */
    private static String broken(Mutation mutation) {
        for (long seed = 1; seed <= 1_000; seed++) {
            Optional<String> found = found(seed, mutation);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError(mutation + " is not found");
    }

    private static Optional<String> found(long seed, Mutation mutation) {
        try {
            new Simulation(seed, mutation, null).run();
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.getMessage());
        }
    }
}
