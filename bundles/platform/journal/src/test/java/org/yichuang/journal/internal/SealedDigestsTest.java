package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Digests;

/** Under which digests a message may have left is known for as long as it is on its way. */
public class SealedDigestsTest extends OnBothStores {
    @Test
    public void underWhichDigestsAMessageMayHaveLeftIsKept() {
        Pending pending = sent();
        assertEquals(List.of(), house.outbox.sealedDigests(pending));
        List<String> digests = IntStream.range(0, 20)
                .mapToObj(each -> Digests.sha256("payload " + each))
                .toList();
        for (String digest : digests) {
            house.outbox.sealed(pending, digest);
            house.outbox.sealed(pending, digest);
            house.outbox.failed(pending, "the answer was lost", Optional.of(Duration.ZERO));
        }

        assertEquals(
                "the first one",
                digests.get(0),
                house.outbox.sealedDigests(pending).get(0));
        assertEquals(
                "the last of them",
                digests.subList(5, 20),
                house.outbox.sealedDigests(pending).subList(1, 16));
    }

    @Test
    public void whatTwoNodesSealAtOnceIsKeptOfBoth() throws Exception {
        Pending pending = sent();
        List<String> digests = IntStream.range(0, 12)
                .mapToObj(each -> Digests.sha256("payload " + each))
                .toList();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> sealing = new ArrayList<>();
            digests.forEach(digest -> sealing.add(nodes.submit(() -> house.outbox.sealed(pending, digest))));
            for (Future<?> each : sealing) {
                each.get(2, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertEquals(
                digests.stream().sorted().toList(),
                house.outbox.sealedDigests(pending).stream().sorted().toList());
    }

    @Test
    public void underWhichDigestAMessageLeavesIsKeptThoughSomebodyParksIt() {
        Pending pending = sent();
        house.outbox.park("a-1", "waits", house.clerk(NORTH));
        house.outbox.sealed(pending, Digests.sha256("payload"));
        house.outbox.replay("a-1", house.clerk(NORTH));

        assertEquals(List.of(Digests.sha256("payload")), house.outbox.sealedDigests(claimed()));
    }

    private Pending sent() {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage("a-1", "linkage", "south", "a", 1, "forward", "{}"));
            return null;
        });
        return claimed();
    }

    private Pending claimed() {
        return house.outbox.claim("linkage", 10, Duration.ofMinutes(1)).get(0);
    }
}
