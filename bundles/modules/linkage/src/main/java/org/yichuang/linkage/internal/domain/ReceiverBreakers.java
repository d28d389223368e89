package org.yichuang.linkage.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A breaker for each receiver: after some failures of its way, one after the other, nothing is tried to it for a while;
 * then one message goes as a probe. While probes fail the rests grow. One dead way holds up no other, and costs little.
 */
public final class ReceiverBreakers {
    /** What the rests grow to. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(2);

    private final int failures;
    private final Duration rest;
    private final Clock clock;
    private final Map<String, Breaker> breakers = new TreeMap<>();

    /**
     * Begins with every way open.
     *
     * @param failures how many, one after the other, shut a way
     * @param rest for how long it is shut at first
     * @param clock the machine's: a house whose time stands still has dead ways too
     */
    public ReceiverBreakers(int failures, Duration rest, Clock clock) {
        this.failures = failures;
        this.rest = rest;
        this.clock = clock;
    }

    /** A message could not be handed over. */
    public synchronized void failed(String receiver) {
        Breaker breaker = breakers.computeIfAbsent(receiver, name -> new Breaker());
        breaker.failures++;
        if (breaker.failures >= failures) {
            breaker.rest = breaker.rest == null ? rest : shorter(breaker.rest.multipliedBy(2), LONGEST_REST);
            breaker.rest(clock.instant());
        }
    }

    /**
     * A message was handed over: the way is open.
     *
     * @return whether it was shut, so that others have waited for it
     */
    public synchronized boolean worked(String receiver) {
        Breaker before = breakers.remove(receiver);
        return before != null && before.isShut();
    }

    /** The receivers whose ways are shut, whether a probe is due or not. */
    public synchronized Set<String> shut() {
        return receivers(Breaker::isShut);
    }

    /** Those of them to whom a probe is due; the next one is due after another rest, whatever becomes of this one. */
    public synchronized Set<String> probes() {
        Instant now = clock.instant();
        Set<String> due = receivers(breaker -> breaker.isShut() && !now.isBefore(breaker.until));
        due.forEach(receiver -> breakers.get(receiver).rest(now));
        return due;
    }

    /** Until when a way is shut, by receiver. */
    public synchronized Map<String, Instant> shutUntil() {
        return shut().stream()
                .collect(Collectors.toMap(receiver -> receiver, receiver -> breakers.get(receiver).until));
    }

    private Set<String> receivers(Predicate<Breaker> which) {
        return breakers.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static final class Breaker {
        private int failures;
        private Duration rest;
        private Instant until;

        private boolean isShut() {
            return until != null;
        }

        private void rest(Instant from) {
            until = from.plus(rest);
        }
    }
}
