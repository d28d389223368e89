package org.yichuang.itests;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.yichuang.bench.Deviation;
import org.yichuang.bench.Unanswered;

/**
 * Linked cases while county, city and broker are killed in turn, lines between them are cut, half open or slow, and one
 * letter in ten is carried twice: three kills while letters go over the broker, three while they go by HTTPS, and so
 * on. Afterwards each case has been decided once, both ends say the same of it, and nothing waits that was written
 * before the last fault was over. {@code bench/partition} starts its long form, {@link TwoDeploymentsIT} plays a short
 * one.
 */
public final class PartitionDrill {
    /** So long after all is healed nothing of before may wait any more. */
    private static final Duration STUCK = Duration.ofSeconds(120);

    private static final int VICTIMS = 3;
    private static final List<FaultyLine.State> FAULTS =
            List.of(FaultyLine.State.CUT, FaultyLine.State.SLOW, FaultyLine.State.HALF_OPEN);

    private final TwoDeployments both;
    private final String word;
    private final int mostSeconds;
    private final Random random;
    private final Consumer<String> log;
    private final List<Double> drained = new ArrayList<>();
    private Instant healed = Instant.now();

    /**
     * One that has not begun.
     *
     * @param word what the names of its applicants begin with
     * @param mostSeconds how long a line is out of order before and after somebody dies
     * @param seed what the moments are drawn from
     */
    PartitionDrill(TwoDeployments both, String word, int mostSeconds, long seed, Consumer<String> log) {
        this.both = both;
        this.word = word;
        this.mostSeconds = mostSeconds;
        this.random = new Random(seed);
        this.log = log;
    }

    /** {@code [cases] [kills] [seed]}. */
    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.currentTimeMillis();
        System.out.println("Seed " + seed);
        try (TwoDeployments both = TwoDeployments.started()) {
            new PartitionDrill(both, "断网演练", 10, seed, System.out::println).play(cases, kills);
        }
    }

    /** Plays it, and fails at whatever is not as it must be. */
    void play(int cases, int kills) throws Exception {
        long begun = System.nanoTime();
        try (CarriedTwice letters = new CarriedTwice(both.broker().url());
                PatientPeople people = new PatientPeople(both.everybody(), word, cases)) {
            for (int kill = 0; kill < kills; kill++) {
                people.await(cases * (kill + 1) / (kills + 1));
                both.go(isStraight(kill));
                round(kill);
                drains();
            }
            people.await(cases);
            healed = Instant.now(); // all that the last ones have written as well
            drains();
            both.everybody().signOut();
            List<String> wrong = new BothEnds(both.everybody()).differences(people.ended(), word);
            if (!wrong.isEmpty()) {
                throw new AssertionError(wrong.size() + " differences:\n" + String.join("\n", wrong) + both.faults());
            }
            auditIsSound();
            Collections.sort(drained);
            log.accept(String.format(
                    "%d kills in %d s: %s; %d of %d letters and answers of the broker carried twice;"
                            + " each case decided once, both ends agree, audit sound; nothing of before waits"
                            + " %.1f s (median), %.1f s (most) after the healing",
                    kills,
                    (System.nanoTime() - begun) / 1_000_000_000,
                    people.told(),
                    letters.again(),
                    letters.seen(),
                    drained.get(drained.size() / 2),
                    drained.get(drained.size() - 1)));
        }
    }

    private static boolean isStraight(int kill) {
        return kill / VICTIMS % 2 == 1;
    }

    /** A line fails, somebody dies, and both come back, whichever is first. */
    private void round(int kill) throws Exception {
        List<FaultyLine> lines = isStraight(kill) ? both.straightLines() : both.linesToTheBroker();
        FaultyLine line = lines.get(random.nextInt(lines.size()));
        FaultyLine.State fault = FAULTS.get((kill + kill / VICTIMS) % FAULTS.size());
        boolean isHealedFirst = random.nextBoolean();
        line.is(fault);
        pause();
        kill(kill % VICTIMS);
        pause();
        if (isHealedFirst) {
            line.is(FaultyLine.State.WHOLE);
        }
        long start = System.nanoTime();
        revive(kill % VICTIMS);
        double away = (System.nanoTime() - start) / 1e9;
        if (!isHealedFirst) {
            pause();
            line.is(FaultyLine.State.WHOLE);
        }
        healed = Instant.now();
        log.accept(String.format(
                "kill %d: the %s; the line from %s %s, healed %s; back after %.1f s",
                kill + 1,
                List.of("county", "city", "broker").get(kill % VICTIMS),
                line,
                fault,
                isHealedFirst ? "before" : "after",
                away));
    }

    private void kill(int victim) {
        switch (victim) {
            case 0 -> both.county().kill();
            case 1 -> both.city().kill();
            default -> both.broker().kill();
        }
    }

    private void revive(int victim) throws IOException {
        switch (victim) {
            case 0 -> TwoDeployments.start(both.county());
            case 1 -> TwoDeployments.start(both.city());
            default -> both.broker().start();
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(mostSeconds * 1_000 - 500));
    }

    /** What was written before the healing arrives soon after it; people go on meanwhile. */
    private void drains() {
        BothEnds ends = new BothEnds(both.everybody());
        Wait.upTo(STUCK)
                .until(
                        () -> "free of what was written before " + healed + ":" + ends.waiting() + both.faults(),
                        () -> isDrained(ends));
        double took = Duration.between(healed, Instant.now()).toMillis() / 1e3;
        drained.add(took);
        log.accept(String.format("  nothing of before waits %.1f s later", took));
    }

    private boolean isDrained(BothEnds ends) {
        try {
            Instant oldest = ends.oldestWaiting();
            return oldest == null || oldest.isAfter(healed);
        } catch (Unanswered | Deviation e) { // it has just come back, and does not know those who had signed in
            both.everybody().signOut();
            return false;
        }
    }

    private void auditIsSound() throws IOException, InterruptedException {
        for (Platform each : List.of(both.county(), both.city())) {
            String printed = each.shell("audit:verify --all");
            if (printed.contains("FAIL") || !printed.contains("sound")) {
                throw new AssertionError(printed);
            }
        }
    }
}
