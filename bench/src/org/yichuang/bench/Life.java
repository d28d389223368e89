package org.yichuang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays whole lives of cases against a running platform and measures what they take. */
public final class Life {
    private final CaseLives lives;
    private final int seconds;
    private final Optional<String> postgres;

    private Life(Network network, int seconds, Optional<String> postgres) {
        this.lives = new CaseLives(network);
        this.seconds = seconds;
        this.postgres = postgres;
    }

    public static void main(String[] args) throws Exception {
        List<Integer> clients = List.of(1, 4, 16);
        int seconds = 20;
        Optional<String> postgres = Optional.empty();
        for (Iterator<String> words = Arrays.asList(args).iterator(); words.hasNext(); ) {
            switch (words.next()) {
                case "--clients" -> clients = Arrays.stream(words.next().split(",")).map(Integer::valueOf).toList();
                case "--seconds" -> seconds = Math.min(300, Integer.parseInt(words.next()));
                case "--pg" -> postgres = Optional.of(words.next());
                default -> throw new IllegalArgumentException("--clients 1,4,16  --seconds 20  --pg <jdbc url>");
            }
        }
        new Life(Network.fromEnvironment(), seconds, postgres).run(clients);
    }

    private void run(List<Integer> clients) throws Exception {
        measure("warm-up", 4, this::both);
        System.out.println("kind      clients  lives   lives/s   life p50/p95/p99 ms        command p50/p95/p99 ms");
        for (int count : clients) {
            double byHand = postgres.isPresent() ? byHand(count) : 0;
            Line line = measure("unlinked", count, lives::unlinked);
            System.out.println(byHand == 0
                    ? line.text()
                    : line.text() + String.format(Locale.ROOT, "   %.2f of written by hand", line.perSecond() / byHand));
        }
        for (int count : clients) {
            System.out.println(measure("linked", count, lives::linked).text());
        }
        if (postgres.isPresent()) {
            try (PostgresMeter meter = new PostgresMeter(postgres.get())) {
                weigh(meter, "unlinked", lives::unlinked);
                weigh(meter, "linked", lives::linked);
            }
        }
    }

    private void both() {
        lives.unlinked();
        lives.linked();
    }

    /** The same writes without a platform, just before, on the same server. */
    private double byHand(int clients) throws Exception {
        try (HandWritten yardstick = new HandWritten(postgres.get(), clients)) {
            Line line = measure("by hand", clients, yardstick::life);
            System.out.println(line.text());
            return line.perSecond();
        }
    }

    private Line measure(String kind, int clients, Runnable life) throws Exception {
        ConcurrentLinkedQueue<Long> whole = new ConcurrentLinkedQueue<>();
        lives.forgetCommands();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(pool.submit(() -> {
                while (System.nanoTime() < end) {
                    long began = System.nanoTime();
                    life.run();
                    whole.add(System.nanoTime() - began);
                }
            }));
        }
        pool.shutdown();
        for (Future<?> each : running) {
            each.get(seconds + 120L, TimeUnit.SECONDS);
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        String text = String.format(Locale.ROOT, "%-9s %7d %6d %9.1f   %-26s %s", kind, clients,
                whole.size(), whole.size() / elapsed, percentiles(whole), percentiles(lives.commands()));
        return new Line(text, whole.size() / elapsed);
    }

    /** What a line of the table says, and its rate. */
    private record Line(String text, double perSecond) {}

    /** One client, a fixed number of lives: what the database had to do for each. */
    private void weigh(PostgresMeter meter, String kind, Runnable life) throws Exception {
        int count = 100;
        AtomicInteger done = new AtomicInteger();
        meter.start();
        while (done.getAndIncrement() < count) {
            life.run();
        }
        System.out.println(kind + ": " + meter.weight(count));
        System.out.print(meter.mostFrequent(20));
    }

    private static String percentiles(Iterable<Long> nanos) {
        List<Long> sorted = new ArrayList<>();
        nanos.forEach(sorted::add);
        if (sorted.isEmpty()) {
            return "-";
        }
        sorted.sort(null);
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(List<Long> sorted, int percent) {
        int index = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
        return sorted.get(index) / 1e6;
    }
}
