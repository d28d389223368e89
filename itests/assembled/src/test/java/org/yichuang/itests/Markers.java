package org.yichuang.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.bench.Answer;
import org.yichuang.bench.Deviation;
import org.yichuang.bench.Unanswered;

/**
 * People at both nodes who mark things: each mark is a write with its audit entry, an event, a message to the centre
 * above and a numbered certificate. Whoever gets no answer asks again under the same key, at the other node.
 */
final class Markers {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String SERIES = "TENANT='" + TwoNodes.CENTRE + "' AND MODULE='sockets'";
    private static final String ALL =
            "SELECT TENANT || ' ' || KIND || ' ' || SUBJECT || ' ' || COUNT(*) FROM SOCKETS_MARK"
                    + " WHERE SUBJECT LIKE '%s-%%' GROUP BY TENANT, KIND, SUBJECT";
    private static final String UNPRINTED =
            "SELECT COUNT(*) FROM DOCUMENTS_DOCUMENT WHERE FILE_SHA256 IS NULL AND " + SERIES;
    private static final String GAPS = "SELECT MAX(SERIES_NUMBER) - COUNT(*) FROM DOCUMENTS_DOCUMENT WHERE " + SERIES;
    private static final String UNMARKED = "SELECT COUNT(*) - (SELECT COUNT(*) FROM SOCKETS_MARK WHERE TENANT='"
            + TwoNodes.CENTRE + "' AND KIND='marked') FROM DOCUMENTS_DOCUMENT WHERE " + SERIES;
    private static final String PRINTED_TWICE =
            """
            SELECT AGGREGATE_ID FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='document' AND ACTION='print'
            GROUP BY AGGREGATE_ID HAVING COUNT(*) > 1""";

    private final TwoNodes pair;
    private final String prefix;
    private final int marksEach;
    private final ExecutorService threads;
    private final List<AtomicInteger> done = List.of(new AtomicInteger(), new AtomicInteger());
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isEnough;

    /** @param prefix what their subjects begin with, their own */
    Markers(TwoNodes pair, String prefix, int people, int marksEach) {
        this(pair, prefix, people, marksEach, true);
    }

    /** Those who go on until it is {@link #enough}, however long what is to happen amid their work takes. */
    static Markers endless(TwoNodes pair, String prefix, int people) {
        return new Markers(pair, prefix, people, 0, false);
    }

    private Markers(TwoNodes pair, String prefix, int people, int marksEach, boolean isEnough) {
        this.isEnough = isEnough;
        this.pair = pair;
        this.prefix = prefix;
        this.marksEach = marksEach;
        this.threads = Executors.newFixedThreadPool(people);
        for (int which = 0; which < 2; which++) {
            pair.people(which).as(TwoNodes.CENTRE, "clerk");
        }
        for (int person = 0; person < people; person++) {
            int who = person;
            threads.submit(() -> work(who));
        }
        threads.shutdown();
    }

    private void work(int person) {
        try {
            for (int i = 0; i < marksEach || !isEnough; i++) {
                String subject = prefix + "-" + person + "-" + i;
                AtomicInteger tries = new AtomicInteger();
                Wait.upTo(PATIENCE)
                        .until(subject + " is marked", () -> isMarked(subject, person + tries.getAndIncrement()));
                done.get(person % 2).incrementAndGet();
            }
        } catch (AssertionError | RuntimeException e) {
            failures.add(e.toString());
        }
    }

    /** Whether the mark is acknowledged; what says "come again", or nothing, is no answer. */
    private boolean isMarked(String subject, int node) {
        try {
            Answer answer = pair.people(node % 2)
                    .as(TwoNodes.CENTRE, "clerk")
                    .command(TwoNodes.SOCKETS, Map.of("subject", subject, "receiver", TwoNodes.ABOVE), subject);
            boolean isToComeAgain =
                    answer.status() == 503 || answer.text("code").equals("changed-meanwhile");
            if (isToComeAgain) {
                return false;
            }
            answers.put(subject, answer.expect(200));
            return true;
        } catch (Unanswered e) {
            return false;
        }
    }

    /** Has those who would go on for ever end with the mark that they are making. */
    void enough() {
        isEnough = true;
    }

    /** How many marks of those who began at a node are acknowledged. */
    int done(int node) {
        return done.get(node).get();
    }

    /** How many are acknowledged at all. */
    int done() {
        return done(0) + done(1);
    }

    /** Waits until all are acknowledged. */
    void finish() throws InterruptedException {
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
            throw new AssertionError("Not all were acknowledged: " + done() + pair.faults());
        }
        assertEquals(pair.faults(), List.of(), List.copyOf(failures));
    }

    /** What is still to be printed. */
    long unprinted() {
        return Long.parseLong(ask(UNPRINTED).get(0));
    }

    /**
     * Fails unless each mark is there once, was heard once, was taken once above and receipted once, and nothing else
     * is; and unless every certificate has a number without a gap before it and is printed once.
     */
    void requireEachOnce() {
        Set<String> expected = new TreeSet<>();
        for (String subject : answers.keySet()) {
            for (String kind : List.of("marked", "heard", "receipted")) {
                expected.add(TwoNodes.CENTRE + " " + kind + " " + subject + " 1");
            }
            expected.add(TwoNodes.ABOVE + " received " + subject + " 1");
        }
        Wait.upTo(PATIENCE).until(() -> "each once: " + differences(expected), () -> differences(expected)
                .isEmpty());
        Wait.upTo(PATIENCE).until(() -> unprinted() + " printed" + pair.faults(), () -> unprinted() == 0);
        assertEquals("nothing came late", "", differences(expected));
        assertEquals("numbers without a gap", List.of("0"), ask(GAPS));
        assertEquals("a certificate for each mark", List.of("0"), ask(UNMARKED));
        assertEquals("printed twice", List.of(), ask(PRINTED_TWICE));
    }

    private String differences(Set<String> expected) {
        Set<String> found = new TreeSet<>(ask(ALL.formatted(prefix)));
        List<String> differences = new ArrayList<>();
        expected.stream().filter(row -> !found.contains(row)).forEach(row -> differences.add("missing " + row));
        found.stream().filter(row -> !expected.contains(row)).forEach(row -> differences.add("too many " + row));
        return String.join(", ", differences.subList(0, Math.min(10, differences.size())));
    }

    private List<String> ask(String question) {
        try {
            return pair.postgres().texts(question);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless the certificate of every so-manieth mark is the same, byte for byte, whichever node is asked. */
    void requireSameBytes(int every, int... nodes) throws IOException, InterruptedException {
        List<String> subjects = new ArrayList<>(new TreeSet<>(answers.keySet()));
        for (int i = 0; i < subjects.size(); i += every) {
            Set<String> files = new TreeSet<>();
            for (int node : nodes) {
                files.add(certificate(answers.get(subjects.get(i)).text("id"), node));
                files.add(certificate(answers.get(subjects.get(i)).text("id"), node));
            }
            assertEquals(subjects.get(i), 1, files.size());
        }
    }

    private String certificate(String mark, int node) throws IOException, InterruptedException {
        HttpRequest request = pair.people(node)
                .as(TwoNodes.CENTRE, "clerk")
                .request(TwoNodes.SOCKETS + "/" + mark + "/certificate")
                .GET()
                .build();
        HttpClient client = HttpClient.newHttpClient();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answer.statusCode() == 503 && System.nanoTime() < end) { // "come again"
            answer = client.send(request, BodyHandlers.ofByteArray());
        }
        String file = Base64.getEncoder().encodeToString(answer.body());
        if (answer.statusCode() != 200 || !new String(answer.body(), 0, 5, StandardCharsets.US_ASCII).equals("%PDF-")) {
            throw new Deviation("The certificate of " + mark + ": " + answer.statusCode());
        }
        return file;
    }
}
