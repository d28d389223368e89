package org.yichuang.catalogue.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How far the items of a centre are in the index of this node. */
final class IndexedCentre {
    /** The place of the last change that the index has seen. */
    private long place;

    private boolean whole;
    private int items;
    private Instant looked = Instant.MIN;
    private Instant failed = Instant.MIN;
    private CompletableFuture<Void> running;
    private CompletableFuture<Void> urgent;

    synchronized boolean isWhole() {
        return whole;
    }

    synchronized int items() {
        return items;
    }

    synchronized long place() {
        return place;
    }

    synchronized void reached(long next, int size, Instant at) {
        place = next;
        items = size;
        whole = true;
        looked = at;
    }

    synchronized void forget() {
        whole = false;
        items = 0;
    }

    synchronized void fail(Instant at) {
        failed = at;
    }

    /** Whether it is to be looked at again. */
    synchronized boolean isDue(Instant now, Duration fresh, Duration rest) {
        boolean old = !whole || looked == Instant.MIN || apart(looked, now).compareTo(fresh) >= 0;
        boolean rested = failed == Instant.MIN || apart(failed, now).compareTo(rest) >= 0;
        return old && rested;
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** The work that runs or waits, if any. */
    synchronized Optional<CompletableFuture<Void>> running() {
        return Optional.ofNullable(running).filter(work -> !work.isDone());
    }

    /** What this node has published and the index has not seen yet, if anything. */
    synchronized Optional<CompletableFuture<Void>> urgent() {
        return Optional.ofNullable(urgent).filter(work -> !work.isDone());
    }

    synchronized void urgent(CompletableFuture<Void> work) {
        urgent = work;
    }

    synchronized void running(CompletableFuture<Void> work) {
        running = work;
    }
}
