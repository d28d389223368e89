package org.yichuang.linkage.internal.simulation;

import java.util.PriorityQueue;

/** What happens next, in one thread and in the same order for the same seed: simulated milliseconds. */
final class Schedule {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long count;

    long now() {
        return now;
    }

    void after(long delay, Runnable what) {
        events.add(new Event(now + Math.max(0, delay), count++, what));
    }

    /** Moves on to the next event and returns it. */
    Runnable next() {
        Event next = events.remove();
        now = next.at;
        return next.what;
    }

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
