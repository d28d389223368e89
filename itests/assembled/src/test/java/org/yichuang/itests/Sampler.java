package org.yichuang.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.bench.Session;
import org.yichuang.bench.Unanswered;

/** Asks for the same paths over and over, and remembers every answer that was not good. */
public final class Sampler implements AutoCloseable {
    private static final int ENOUGH = 20;

    private final Map<String, Session> paths;
    private final AtomicInteger rounds = new AtomicInteger();
    private final Queue<String> bad = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "sampler");
    private volatile boolean stopped;

    /** Starts to ask. */
    public Sampler(Map<String, Session> paths) {
        this.paths = paths;
        thread.start();
    }

    /** Returns when so many more rounds are over. */
    public void rounds(int more) {
        int goal = rounds.get() + more;
        Wait.upTo(Duration.ofSeconds(360)).until(more + " rounds on", () -> rounds.get() >= goal);
    }

    /** Fails when a single answer was not 200, of as many rounds as it takes to believe that. */
    public void allWereGood() {
        rounds(Math.max(0, ENOUGH - rounds.get()));
        assertEquals(List.of(), List.copyOf(bad));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            for (Map.Entry<String, Session> path : paths.entrySet()) {
                String answer = ask(path.getValue(), path.getKey());
                if (!answer.equals("200") && bad.size() < 20) {
                    bad.add(path.getKey() + " in round " + rounds + ": " + answer);
                }
            }
            rounds.incrementAndGet();
        }
    }

    private static String ask(Session session, String path) {
        try {
            return String.valueOf(session.get(path).status());
        } catch (Unanswered e) {
            return e.getMessage();
        }
    }
}
