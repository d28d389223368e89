package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.CatalogueFeed.Change;
import org.yichuang.catalogue.internal.CatalogueFeed.Part;
import org.yichuang.catalogue.internal.persistence.Changes;

/**
 * Editors publish as fast as they are told to, while somebody follows the feed: who follows has each item as it is at
 * last, and misses no place. The long form, which {@code bench/feed} plays, keeps 70 publications a second.
 */
public class FeedDrillTest extends CatalogueWorld {
    private static final boolean LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final int RATE = 70;
    private static final int SECONDS = LONG ? 60 : 1;
    private static final int ITEMS = LONG ? 400 : 20;
    private static final int WRITERS = 4;
    private static final int PART = 50;

    private final BlockingQueue<Published> committed = new LinkedBlockingQueue<>();
    private final Map<String, Published> last = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private CatalogueFeed feed;
    private Changes changes;

    /** A publication whose transaction is through. */
    private record Published(String code, String conditions, long at) {}

    @Test
    public void whoFollowsMissesNothingAtSeventyPublicationsASecond() {
        changes = new Changes(transactions.persistenceUnit());
        feed = new CatalogueFeed(transactions, items, changes);
        String rows = IntStream.range(0, ITEMS)
                .mapToObj(number -> code(number) + ",事项" + number + ",行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件")
                .collect(Collectors.joining("\n"));
        importCsv(HEADINGS + rows + "\n", true, calling(YANTAI));

        long begun = System.nanoTime();
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> publish(begun)))
                .toList();
        CompletableFuture<Void> writing = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        CompletableFuture<Double> took = writing.thenApply(nothing -> (System.nanoTime() - begun) / 1e9);
        CompletableFuture<Void> listening = CompletableFuture.runAsync(() -> listen(writing));
        Followed followed = follow(listening);

        took.join();
        assertEquals("no place is given twice or left out", RATE * SECONDS, followed.last);
        last.forEach((code, published) -> assertEquals(code, published.conditions(), followed.conditions.get(code)));
        double rate = RATE * SECONDS / took.join();
        String told = "%,d publications of %d items by %d writers, %.1f a second; seen after %.0f / %.0f / %.0f ms"
                .formatted(
                        RATE * SECONDS, ITEMS, WRITERS, rate, followed.at(0.5), followed.at(0.95), followed.at(0.99));
        System.out.println(told);
        assertTrue(told, !LONG || rate >= RATE * 0.98);
    }

    private static String code(int number) {
        return "F-" + number;
    }

    /** Publishes the next item in its turn, of which no two writers have the same at one moment. */
    private void publish(long begun) {
        for (int turn = next.getAndIncrement(); turn < RATE * SECONDS; turn = next.getAndIncrement()) {
            waitUntil(begun + TimeUnit.SECONDS.toNanos(turn) / RATE);
            String code = code(turn % ITEMS);
            String conditions = "条件" + turn;
            ItemDefinition item = editing.versions(code, calling(YANTAI)).get(0).definition();
            editing.draft(item.but().conditions(conditions).made(), calling(YANTAI));
            editing.publish(code, calling(YANTAI));
            Published published = new Published(code, conditions, System.nanoTime());
            last.put(code, published);
            committed.add(published);
        }
    }

    private static void waitUntil(long nanos) {
        long rest = nanos - System.nanoTime();
        if (rest > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(rest);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As the listener does, in the order of the events and each in a transaction of its own. */
    private void listen(CompletableFuture<Void> writing) {
        while (!writing.isDone() || !committed.isEmpty()) {
            Published published;
            try {
                published = committed.poll(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (published != null) {
                transactions.write(calling(YANTAI), String.class, unit -> {
                    changes.add(published.code(), unit);
                    return "";
                });
            }
        }
        writing.join();
    }

    /** What somebody has seen who follows. */
    private static final class Followed {
        private final Map<String, String> conditions = new HashMap<>();
        private final List<Double> delays = new ArrayList<>();
        private long last;

        private double at(double part) {
            double[] sorted = delays.stream().mapToDouble(each -> each).toArray();
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * part)];
        }
    }

    private Followed follow(CompletableFuture<Void> listening) {
        Followed followed = new Followed();
        long place = 0;
        boolean done;
        do {
            done = listening.isDone();
            Part part = feed.after(place, PART, calling(YANTAI));
            for (Change change : part.changes()) {
                assertTrue(change.place() + " behind " + place, change.place() > place);
                place = change.place();
                String seen = change.item().orElseThrow().definition().conditions();
                followed.conditions.put(change.code(), seen);
                Published published = last.get(change.code());
                if (published.conditions().equals(seen)) {
                    followed.delays.add((System.nanoTime() - published.at()) / 1e6);
                }
            }
            done &= !part.more();
            place = Math.max(place, part.last());
        } while (!done);
        listening.join();
        followed.last = place;
        return followed;
    }
}
