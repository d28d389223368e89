package org.yichuang.itests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The long form of {@link TwoNodesIT}: one of two nodes is killed in the middle of writing and printing, again and
 * again, and each is frozen once for longer than any lease that it holds; {@code bench/nodes} starts it.
 */
public final class NodesDrill {
    private static final int PEOPLE = 8;
    private static final int MARKS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    /** The longest lease of a job that prints, sweeps or hears is 80 seconds. */
    private static final Duration FROZEN = Duration.ofSeconds(95);

    private final TwoNodes pair;
    private final List<Double> printed = new ArrayList<>();
    private final List<Long> amid = new ArrayList<>();

    private NodesDrill(TwoNodes pair) {
        this.pair = pair;
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        try (TwoNodes pair = TwoNodes.started("drill")) {
            NodesDrill drill = new NodesDrill(pair);
            for (int kill = 0; kill < kills; kill++) {
                drill.kill(kill);
            }
            drill.freeze(0);
            drill.freeze(1);
            pair.at(0).auditIsSound();
            drill.tell(kills);
        }
    }

    private void kill(int round) throws Exception {
        pair.bothServe();
        int killed = round % 2;
        Markers people = Markers.endless(pair, "kill" + round, PEOPLE);
        Wait.upTo(PATIENCE).until("in mid-print", () -> people.done() >= PEOPLE * MARKS / 4 && people.unprinted() > 0);
        pair.kill(killed);
        people.enough();
        amid.add(people.unprinted());
        long start = System.nanoTime();
        people.finish();
        people.requireEachOnce();
        printed.add((System.nanoTime() - start) / 1e9);
        people.requireSameBytes(20, 1 - killed);
        System.out.printf(
                "kill %d of node %d: %d marks, %d unprinted at its death, all done %.1f s later%n",
                round + 1, killed + 1, people.done(), amid.get(round), printed.get(round));
    }

    private void freeze(int node) throws Exception {
        pair.bothServe();
        Markers people = pair.freezeWithLock(node, "freeze" + node, PEOPLE, MARKS);
        long start = System.nanoTime();
        Wait.upTo(PATIENCE).until("the other one goes on", () -> people.done(1 - node) == PEOPLE / 2 * MARKS);
        double heldUp = (System.nanoTime() - start) / 1e9;
        Wait.upTo(PATIENCE).until("its leases are lost", () -> System.nanoTime() - start > FROZEN.toNanos());
        pair.at(node).thaw();
        people.finish();
        people.requireEachOnce();
        System.out.printf(
                "node %d frozen for %d s with a lock that others wait for: they are done after %.1f s%n",
                node + 1, FROZEN.toSeconds(), heldUp);
    }

    private void tell(int kills) {
        Collections.sort(printed);
        System.out.printf(
                "%d kills, %d certificates in the making or waiting when a node died: each mark, event, message and"
                        + " certificate once, numbers without a gap, audit sound;"
                        + " all done after %.1f s (median), %.1f s (most)%n",
                kills,
                amid.stream().mapToLong(Long::longValue).sum(),
                printed.get(printed.size() / 2),
                printed.get(printed.size() - 1));
    }
}
