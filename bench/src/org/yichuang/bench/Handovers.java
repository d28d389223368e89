package org.yichuang.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Hands accepted cases from a county to its city, and measures until the city's work list shows them. */
public final class Handovers {
    private static final String COUNTY = "haiyang";
    private static final String CITY = "yantai";
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> AGREE = Map.of("opinion", "同意", "agree", true);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final int LOOKS_APART = 5;

    private final Network network;
    private final String item;

    /** An accepted case, and the name of its applicant, which nobody else has. */
    private record Accepted(String path, String name) {}

    /**
     * What some people have done.
     *
     * @param clients how many they were
     * @param perSecond cases a second, each shown above before the same person hands over the next
     * @param times from the press at the county until the case is shown above, in nanoseconds, sorted
     */
    public record Result(int clients, double perSecond, List<Long> times) {
        /** So many percent took no longer than this, in milliseconds. */
        public double percentile(int percent) {
            return times.get(Math.min(times.size() - 1, times.size() * percent / 100)) / 1e6;
        }

        /** A line of a table. */
        public String text(String way) {
            return String.format(Locale.ROOT, "%-28s %7d %9d %12.1f   %.1f / %.1f / %.1f",
                    way, clients, times.size(), perSecond, percentile(50), percentile(95), percentile(99));
        }
    }

    /** What stands above the lines. */
    public static final String HEAD =
            "way                          clients handovers  handovers/s   press until shown above p50/p95/p99 ms";

    public Handovers(Network network) {
        this.network = network;
        this.item = new DemoItems(network).reviewedByCountyDecidedByCity(COUNTY);
    }

    /** So many people hand over so many cases each, which have been accepted before the clock runs. */
    public Result play(int clients, int each) throws Exception {
        Queue<Accepted> ready = new ConcurrentLinkedQueue<>();
        together(clients, () -> {
            for (int number = 0; number < each; number++) {
                ready.add(accepted());
            }
        });
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        together(clients, () -> {
            for (Accepted next = ready.poll(); next != null; next = ready.poll()) {
                times.add(handOver(next));
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(clients, times.size() / seconds, sorted(times));
    }

    private Accepted accepted() {
        String name = "海阳市移交公司" + UUID.randomUUID();
        Map<String, Object> applicant = Map.of("kind", "enterprise", "name", name, "idType", "uscc",
                "idNumber", Samples.socialCreditCode(1), "phone", "0535-3220000");
        Map<String, Object> application =
                network.materials().onPaper(COUNTY, CaseAt.application(item, applicant, NOTHING));
        String path = "/api/" + COUNTY + "/cases/" + network.as(COUNTY, "clerk")
                .command("/api/" + COUNTY + "/cases", application).expect(201).text("number");
        network.as(COUNTY, "clerk").command(path + "/acceptance", NOTHING).expect(200);
        return new Accepted(path, name);
    }

    private long handOver(Accepted accepted) {
        Session clerk = network.as(CITY, "clerk");
        String list = "/api/" + CITY + "/cases?state=RECEIVED&limit=1&q="
                + URLEncoder.encode(accepted.name(), StandardCharsets.UTF_8);
        long start = System.nanoTime();
        network.as(COUNTY, "reviewer").command(accepted.path() + "/pre-review", AGREE).expect(200);
        while (clerk.get(list).expect(200).json().path("items").isEmpty()) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new Deviation(accepted.path() + " is not shown at " + CITY + " within three minutes");
            }
            pause();
        }
        return System.nanoTime() - start;
    }

    private static void together(int clients, Runnable work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                all.add(people.submit(work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Long> sorted(Collection<Long> times) {
        return times.stream().sorted().toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKS_APART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
