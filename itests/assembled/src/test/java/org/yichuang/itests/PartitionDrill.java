package org.yichuang.itests;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.yichuang.bench.Deviation;
import org.yichuang.bench.Unanswered;

/**
 * Linked cases while county, city and broker are killed in turn, lines between them are cut, half open or slow, and one
 * letter or answer in ten that the broker carries is carried twice; by HTTPS nothing is doubled but what is sent again as
 * its line was out of order. Afterwards each case has been decided once, both ends say the same of it, and nothing waits
 * that was written before the last fault was over. {@code bench/partition} starts its long form, {@link TwoDeploymentsIT}
 * plays a short one.
 */
public final class PartitionDrill {
    /** So long after all is healed nothing of before may wait any more. */
    private static final Duration STUCK = Duration.ofSeconds(120);

    private static final List<FaultyLine.State> FAULTS =
            List.of(FaultyLine.State.CUT, FaultyLine.State.SLOW, FaultyLine.State.HALF_OPEN);

    /** Who dies. */
    enum Victim {
        COUNTY,
        CITY,
        BROKER
    }

    /**
     * Somebody dies.
     *
     * @param victim who
     * @param isStraight whether letters go by HTTPS then, and not over the broker
     * @param fault what is the matter with a line of that way meanwhile
     */
    record Kill(Victim victim, boolean isStraight, FaultyLine.State fault) {}

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
            new PartitionDrill(both, "断网演练", 10, seed, System.out::println).play(cases, inTurn(kills));
        }
    }

    /** County, city and broker in turn: three over the broker, three by HTTPS, and so on; other faults each time. */
    private static List<Kill> inTurn(int kills) {
        int victims = Victim.values().length;
        return IntStream.range(0, kills)
                .mapToObj(number -> new Kill(
                        Victim.values()[number % victims],
                        number / victims % 2 == 1,
                        FAULTS.get((number + number / victims) % FAULTS.size())))
                .toList();
    }

    /** Plays it, and fails at whatever is not as it must be. */
    void play(int cases, List<Kill> kills) throws Exception {
        long begun = System.nanoTime();
        try (CarriedTwice letters = new CarriedTwice(both.broker().url());
                PatientPeople people = new PatientPeople(both.everybody(), word, cases)) {
            for (int number = 0; number < kills.size(); number++) {
                people.await(cases * (number + 1) / (kills.size() + 1));
                go(kills.get(number).isStraight());
                round(number + 1, kills.get(number));
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
                    kills.size(),
                    (System.nanoTime() - begun) / 1_000_000_000,
                    people.told(),
                    letters.again(),
                    letters.seen(),
                    drained.get(drained.size() / 2),
                    drained.get(drained.size() - 1)));
        }
    }

    /** Has letters go one way, and returns when both ends know it: who dies then dies under that way. */
    private void go(boolean isStraight) throws IOException {
        both.go(isStraight);
        String way = isStraight ? "https:" : "jms:";
        Wait.upTo(STUCK).until("letters go by " + way, () -> answers(() -> both.goes(way)));
    }

    /** A line fails, somebody dies, and both come back, whichever is first. */
    private void round(int number, Kill kill) throws Exception {
        List<FaultyLine> lines = kill.isStraight() ? both.straightLines() : both.linesToTheBroker();
        FaultyLine line = lines.get(random.nextInt(lines.size()));
        boolean isHealedFirst = random.nextBoolean();
        line.is(kill.fault());
        pause();
        kill(kill.victim());
        pause();
        if (isHealedFirst) {
            line.is(FaultyLine.State.WHOLE);
        }
        long start = System.nanoTime();
        revive(kill.victim());
        double away = (System.nanoTime() - start) / 1e9;
        if (!isHealedFirst) {
            pause();
            line.is(FaultyLine.State.WHOLE);
        }
        healed = Instant.now();
        log.accept(String.format(
                "kill %d, %s: the %s; the line from %s %s, healed %s; back after %.1f s",
                number,
                kill.isStraight() ? "by HTTPS" : "over the broker",
                kill.victim(),
                line,
                kill.fault(),
                isHealedFirst ? "before" : "after",
                away));
    }

    private void kill(Victim victim) {
        switch (victim) {
            case COUNTY -> both.county().kill();
            case CITY -> both.city().kill();
            case BROKER -> both.broker().kill();
        }
    }

    private void revive(Victim victim) throws IOException {
        switch (victim) {
            case COUNTY -> TwoDeployments.start(both.county());
            case CITY -> TwoDeployments.start(both.city());
            case BROKER -> both.broker().start();
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
                        () -> answers(() -> isDrained(ends)));
        double took = Duration.between(healed, Instant.now()).toMillis() / 1e3;
        drained.add(took);
        log.accept(String.format("  nothing of before waits %.1f s later", took));
    }

    private boolean isDrained(BothEnds ends) {
        Instant oldest = ends.oldestWaiting();
        return oldest == null || oldest.isAfter(healed);
    }

    private boolean answers(BooleanSupplier asked) {
        try {
            return asked.getAsBoolean();
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
