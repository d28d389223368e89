package org.yichuang.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Deviation;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Unanswered;

/**
 * People of a county and of its city who bring linked cases to their end whatever happens to their machines meanwhile:
 * who gets no answer, or hears that it is not there yet, asks again under the same key. One press in ten comes twice.
 */
final class PatientPeople implements AutoCloseable {
    /** A case that has come to its end. */
    record Ended(String county, String city, boolean isGranted, boolean wasAsked) {}

    static final String COUNTY = "haiyang";
    static final String CITY = "yantai";

    private static final int PEOPLE = 8;
    private static final int TWICE = 10;
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> GRANT = Map.of("outcome", "GRANT");
    private static final Map<String, Object> REFUSE =
            Map.of("outcome", "REFUSE", "reasons", "不符合规划", "basis", "条例第九条", "remedies", "可以申请行政复议");
    /** So long somebody asks again: a machine comes back in a minute, and is killed again soon. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What one hears while a deployment starts or ends, or somebody else has pressed at the same moment. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 404, 429, 502, 503, 504);

    private static final String CHANGED = "changed-meanwhile";

    private final Network network;
    private final String word;
    private final String item;
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final int cases;

    /**
     * Has them begin.
     *
     * @param word what the names of their applicants begin with, and nobody else's do
     */
    PatientPeople(Network network, String word, int cases) {
        this.network = network;
        this.word = word;
        this.cases = cases;
        item = new DemoItems(network).reviewedByCountyDecidedByCity(COUNTY);
        for (int number = 0; number < cases; number++) {
            int which = number;
            people.execute(() -> {
                try {
                    live(which);
                } catch (AssertionError | RuntimeException e) {
                    failures.add(which + ": " + e);
                }
            });
        }
        people.shutdown();
    }

    /** Waits until so many cases have come to their end. */
    void await(int many) {
        Wait.upTo(PATIENCE)
                .until(
                        () -> many + " cases at their end but " + ended.size() + ", " + failures,
                        () -> ended.size() >= many || !failures.isEmpty());
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    /** Those that have come to their end. */
    List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** What they have done, and what they had to hear. */
    String told() {
        return ended.size() + " of " + cases + " cases, " + steps + " steps, " + repeated
                + " of them pressed twice; asked again after " + new TreeMap<>(refusals);
    }

    /** One in five is refused, one in four is asked for something before. */
    private void live(int which) {
        boolean isGranted = which % 5 != 4;
        boolean isAsked = which % 4 == 1;
        String name = String.format("%s第%03d号公司", word, which);
        Map<String, Object> applicant = Map.of(
                "kind", "enterprise",
                "name", name,
                "idType", "uscc",
                "idNumber", Samples.socialCreditCode(which),
                "phone", "0535-3220000");
        Map<String, Object> application =
                patiently(() -> network.materials().onPaper(COUNTY, CaseAt.application(item, applicant, NOTHING)));
        String number = step(COUNTY, "clerk", "/api/" + COUNTY + "/cases", application, 201, which)
                .text("number");
        String county = "/api/" + COUNTY + "/cases/" + number;
        step(COUNTY, "clerk", county + "/acceptance", NOTHING, which);
        step(COUNTY, "reviewer", county + "/pre-review", Map.of("opinion", "同意", "agree", true), which);

        String upper = arrived(name);
        String city = "/api/" + CITY + "/cases/" + upper;
        step(CITY, "clerk", city + "/acceptance", NOTHING, which);
        if (isAsked) {
            Map<String, Object> asked = Map.of("items", List.of(Map.of("target", "材料", "demand", "请补充情况说明。")));
            step(CITY, "reviewer", city + "/correction-notice", asked, which);
            until(() -> state(COUNTY, county).equals("QUESTIONED"));
            step(COUNTY, "clerk", county + "/correction", Map.of("statement", "已补充。"), which);
            until(() -> state(CITY, city).equals("ACCEPTED"));
        }
        step(CITY, "chief-representative", city + "/decision", isGranted ? GRANT : REFUSE, which);
        String decided = isGranted ? "GRANTED" : "REFUSED";
        until(() -> state(COUNTY, county).equals(decided));
        if (isGranted) {
            step(COUNTY, "clerk", county + "/issue", NOTHING, which);
        }
        step(COUNTY, "clerk", county + "/delivery", Map.of("method", "DIRECT", "receivedBy", "申请人"), which);
        ended.add(new Ended(number, upper, isGranted, isAsked));
    }

    private void step(String tenant, String role, String path, Map<String, Object> body, int which) {
        step(tenant, role, path, body, 200, which);
    }

    private Answer step(String tenant, String role, String path, Map<String, Object> body, int expected, int which) {
        String key = word + which + path.substring(path.lastIndexOf('/'));
        String safe = Integer.toHexString(key.hashCode()) + "-" + which;
        Answer answer = asked(expected, () -> network.as(tenant, role).command(path, body, safe));
        if (steps.incrementAndGet() % TWICE == 0) {
            repeated.incrementAndGet();
            Answer again = asked(expected, () -> network.as(tenant, role).command(path, body, safe));
            if (!again.text().equals(answer.text())) {
                throw new Deviation(path + " pressed twice: " + answer.text() + " and then " + again.text());
            }
        }
        return answer;
    }

    private String arrived(String name) {
        String path = "/api/" + CITY + "/cases?limit=5&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        String[] number = {""};
        until(() -> {
            JsonNode rows = read(CITY, path).path("items");
            rows.forEach(row -> {
                if (row.path("applicant").asText().equals(name)) {
                    number[0] = row.path("number").asText();
                }
            });
            return !number[0].isEmpty();
        });
        return number[0];
    }

    private String state(String tenant, String path) {
        return read(tenant, path).path("state").asText();
    }

    private JsonNode read(String tenant, String path) {
        return asked(200, () -> network.as(tenant, "clerk").get(path)).json();
    }

    private Answer asked(int expected, Supplier<Answer> call) {
        return patiently(() -> {
            Answer answer = call.get();
            if (answer.status() == 401) {
                network.signOut();
            }
            boolean isPassing = PASSING.contains(answer.status())
                    || answer.status() == 409 && answer.text("code").equals(CHANGED);
            if (answer.status() != expected && isPassing) {
                refusals.merge(answer.status() + " " + answer.text("code"), 1, Integer::sum);
                return null;
            }
            if (answer.status() != expected) {
                throw new IllegalStateException(answer.call() + " answered " + answer.status() + ": " + answer.text());
            }
            return answer;
        });
    }

    /** Asks until something else than null comes; who cannot sign in, or hears nothing, asks again as well. */
    private <T> T patiently(Supplier<T> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < end) {
            try {
                T answer = call.get();
                if (answer != null) {
                    return answer;
                }
                last = refusals.toString();
            } catch (Unanswered e) {
                refusals.merge("no answer", 1, Integer::sum);
                last = e.getMessage();
            } catch (Deviation e) {
                refusals.merge("not signed in", 1, Integer::sum);
                last = e.getMessage();
            }
            pause(500);
        }
        throw new IllegalStateException("No answer within " + PATIENCE + ": " + last);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A linked case has not travelled within " + PATIENCE);
            }
            pause(200);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
