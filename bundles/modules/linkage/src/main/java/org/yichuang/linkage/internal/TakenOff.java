package org.yichuang.linkage.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this container has taken off a queue because nobody can ever take it. Single ones are a neighbour's affair; many
 * may be all that comes, where the broker does not say who has written a message, or {@code peers} does not name him.
 */
public final class TakenOff {
    private static final Logger LOG = LoggerFactory.getLogger(TakenOff.class);

    /** No message stays on a queue for longer: what was wrong before has been mended, or comes again. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Clock machineClock;
    private int many;
    private Instant last;

    public TakenOff(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** One more, with a line in the log that says why. */
    public void add(String why) {
        LOG.warn("A message is taken off its queue and left out: {}", why);
        synchronized (this) {
            many = lately().map(Lately::many).orElse(0) + 1;
            last = machineClock.instant();
        }
    }

    /** Returns what there was of it up to now, unless a day has passed since. */
    public synchronized Optional<Lately> lately() {
        return Optional.ofNullable(last)
                .filter(each -> each.plus(REMEMBERED).isAfter(machineClock.instant()))
                .map(each -> new Lately(many, each));
    }

    /**
     * What there was of it.
     *
     * @param many how many, without a day between two of them
     * @param last when the last of them came
     */
    public record Lately(int many, Instant last) {}
}
