package org.yichuang.linkage.internal.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong in a run, all of it drawn from its seed; nothing does any more once the run is healed. */
final class Faults {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** How long things go wrong. */
    final long troubled;
    /** What the delays between two attempts grow to. */
    final long longestDelay;

    /** Whether answers come by themselves, as over a broker, and are not waited for. */
    final boolean isByMessages;

    private final SplittableRandom random;
    /** Of its own, so that what else goes wrong in a seed stays what it was. */
    private final SplittableRandom copies;

    private final boolean isOftenSetBack;
    private final double loss;
    private final double doubling;
    private final double slowness;
    private final double crashes;
    private final double refusals;
    private boolean healed;

    /** @param isOftenSetBack whether each deployment is, in each run */
    Faults(long seed, boolean isOftenSetBack) {
        this.isOftenSetBack = isOftenSetBack;
        random = new SplittableRandom(seed);
        copies = new SplittableRandom(~seed);
        isByMessages = random.nextBoolean();
        boolean isHoliday = random.nextInt(100) == 0;
        troubled = isHoliday ? 9 * DAY : among(List.of(2 * MINUTE, 20 * MINUTE, 2 * HOUR));
        longestDelay = isHoliday ? 6 * HOUR : among(List.of(10 * MINUTE, 10 * MINUTE, HOUR));
        loss = among(List.of(0.0, 0.05, 0.3, 0.6));
        doubling = among(List.of(0.0, 0.1, 0.4));
        slowness = among(List.of(0.0, 0.1, 0.3));
        crashes = isHoliday ? 0.002 : among(List.of(0.0, 0.01, 0.05));
        refusals = among(List.of(0.0, 0.05, 0.2));
    }

    void heal() {
        healed = true;
    }

    boolean isHealed() {
        return healed;
    }

    boolean isLost() {
        return chance(loss);
    }

    boolean isDoubled() {
        return chance(doubling);
    }

    boolean isKilled() {
        return chance(crashes);
    }

    boolean isRefused() {
        return chance(refusals);
    }

    /** How long something is on its way: some come after all that was sent later. */
    long delay() {
        return chance(slowness) ? between(SECOND, 15 * MINUTE) : between(1, 200);
    }

    boolean chance(double probability) {
        return !healed && random.nextDouble() < probability;
    }

    /** How long after a copy of its database was made a deployment is set back to it; 0 for not at all. */
    long untilSetBack() {
        long longest = Math.max(10 * MINUTE, Math.min(troubled / 2, HOUR));
        return isOftenSetBack || copies.nextInt(4) == 0 ? copies.nextLong(SECOND, longest) : 0;
    }

    /** When a copy of a database is made. */
    long copyAt() {
        return copies.nextLong(0, Math.min(troubled, HOUR));
    }

    /** How long it takes until somebody says that a database has been set back. */
    long untilSaid() {
        return copies.nextLong(SECOND, HOUR);
    }

    /** A choice that is no fault. */
    boolean choose(double probability) {
        return random.nextDouble() < probability;
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** A moment while things go wrong. */
    long moment() {
        return between(0, troubled);
    }

    <T> T among(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
