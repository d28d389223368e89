package org.yichuang.linkage.internal.routes;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets only so many messages be on long ways to one receiver at a time: those behind wait for one of them to come back,
 * and hold up nobody who goes elsewhere.
 */
final class Lanes {
    private final int width;
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * Begins empty.
     *
     * @param width how many go at a time to one receiver
     */
    Lanes(int width) {
        this.width = width;
    }

    /** Tells whether a message may go now; else it waits in its lane. */
    synchronized boolean enter(Claimed message) {
        Lane lane = lanes.computeIfAbsent(message.receiver(), name -> new Lane());
        if (lane.going.size() < width) {
            return lane.going.add(message);
        }
        lane.waiting.add(message);
        return false;
    }

    /** A message is back: returns the next one of its lane that may go, or null. */
    synchronized Claimed leave(Claimed message) {
        Lane lane = lanes.get(message.receiver());
        if (lane == null || !lane.going.remove(message)) {
            return null;
        }
        Claimed next = lane.waiting.poll();
        if (next != null) {
            lane.going.add(next);
        } else if (lane.going.isEmpty()) {
            lanes.remove(message.receiver());
        }
        return next;
    }

    /** Those to whom as much is on its way as may be: nothing more is to be claimed for them. */
    synchronized Set<String> full() {
        return lanes.entrySet().stream()
                .filter(each -> each.getValue().going.size() >= width)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final class Lane {
        private final Queue<Claimed> waiting = new ArrayDeque<>();
        private final Set<Claimed> going = new HashSet<>();
    }
}
