package org.yichuang.year;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, in the order of its moments; of the same moment, in that of being planned. */
final class Agenda {
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::place));
    private long places;

    private record Planned(LocalDateTime at, long place, Runnable what) {}

    void plan(LocalDateTime at, Runnable what) {
        planned.add(new Planned(at, places++, what));
    }

    /** Has everything happen until a moment, what is planned on the way included. */
    void run(LocalDateTime end, java.util.function.Consumer<LocalDateTime> clock) {
        while (!planned.isEmpty() && planned.peek().at().isBefore(end)) {
            Planned next = planned.poll();
            clock.accept(next.at());
            next.what().run();
        }
    }
}
