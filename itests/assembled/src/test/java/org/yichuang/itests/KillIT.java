package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** The power fails in the middle of eighty linked cases, or of two hundred when all is drilled. */
public class KillIT {
    private static final int CASES = Boolean.getBoolean(InContainer.DRILL) ? 200 : 80;
    private static final Map<String, Object> NOTHING = Map.of();

    @Rule
    public final Timeout limit = Timeout.seconds(2400);

    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger decided = new AtomicInteger();
    private final AtomicBoolean hasPower = new AtomicBoolean(true);
    private Platform platform;
    private Network network;
    private String item;

    @After
    public void end() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    public void everyCaseIsDecidedOnceAndNoAcknowledgedOneIsLost() throws Exception {
        platform = Platform.unpacked("kill").start();
        network = platform.network();
        item = new DemoItems(network).reviewedByCountyDecidedByCity("haiyang");

        submitted(CASES - 1); // acknowledged, and not gone on with before the power fails
        play(false);
        Map<Integer, String> before = Map.copyOf(acknowledged);
        int done = decided.get();
        assertTrue(
                before.size() + " acknowledged, " + done + " decided: not the middle",
                before.size() > done && done < CASES);

        platform.start();
        network.signOut();
        play(true);
        assertEquals(CASES, acknowledged.size());
        before.forEach((which, number) -> assertEquals(number, acknowledged.get(which)));
        everyOneIsThereOnce();
        platform.auditIsSound();
    }

    /** Eight people work through all cases; each step has its key, so that it can be asked for again. */
    private void play(boolean mustEnd) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < CASES; i++) {
            int which = i;
            pool.submit(() -> {
                try {
                    live(which);
                } catch (AssertionError | RuntimeException e) {
                    failures.add(which + ": " + e);
                }
            });
        }
        pool.shutdown();
        assertTrue("not done in time", pool.awaitTermination(1000, TimeUnit.SECONDS));
        if (mustEnd) {
            assertEquals(Faults.of(platform.home()), List.of(), List.copyOf(failures));
        }
    }

    /** Hands a case in, or asks again for what became of it, and returns its number. */
    private String submitted(int which) {
        Map<String, Object> applicant = Map.of(
                "kind",
                "enterprise",
                "name",
                name(which),
                "idType",
                "uscc",
                "idNumber",
                Samples.socialCreditCode(which),
                "phone",
                "0535-3220000");
        Map<String, Object> application =
                network.materials().onPaper("haiyang", CaseAt.application(item, applicant, NOTHING));
        String number = network.as("haiyang", "clerk")
                .command("/api/haiyang/cases", application, "kill-submit-" + which)
                .expect(201)
                .text("number");
        acknowledged.put(which, number);
        return number;
    }

    private void live(int which) {
        String number = submitted(which);
        String county = "/api/haiyang/cases/" + number;
        step("haiyang", "clerk", county + "/acceptance", NOTHING, which);
        step("haiyang", "reviewer", county + "/pre-review", Map.of("opinion", "同意", "agree", true), which);
        String city = "/api/yantai/cases/" + arrived(name(which));
        step("yantai", "clerk", city + "/acceptance", NOTHING, which);
        step("yantai", "chief-representative", city + "/decision", Map.of("outcome", "GRANT"), which);
        if (decided.incrementAndGet() >= CASES / 4 && hasPower.compareAndSet(true, false)) {
            platform.kill();
        }
        Session clerk = network.as("haiyang", "clerk");
        until(() -> clerk.get(county).expect(200).text("state").equals("GRANTED"));
    }

    private void step(String tenant, String role, String path, Map<String, Object> body, int which) {
        String key = "kill-" + path.substring(path.lastIndexOf('/') + 1) + "-" + which;
        network.as(tenant, role).command(path, body, key).expect(200);
    }

    private void everyOneIsThereOnce() {
        Set<String> upper = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        acknowledged.forEach((which, number) -> {
            JsonNode county = network.as("haiyang", "clerk")
                    .get("/api/haiyang/cases/" + number)
                    .expect(200)
                    .json();
            String city = county.path("upper").path("number").asText();
            upper.add(city);
            long decisions = actions("yantai", city, "decide");
            if (!county.path("state").asText().equals("GRANTED") || decisions != 1) {
                wrong.add(number + " is " + county.path("state") + ", decided " + decisions + " times as " + city);
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(CASES, upper.size());
        assertEquals(acknowledged.values().stream().distinct().count(), count("haiyang"));
        assertEquals(CASES, count("yantai"));
    }

    private long actions(String tenant, String number, String action) {
        long found = 0;
        for (JsonNode entry : network.as(tenant, "clerk")
                .get("/api/" + tenant + "/cases/" + number + "/journal?limit=100")
                .expect(200)
                .json()
                .path("items")) {
            found += entry.path("action").asText().equals(action) ? 1 : 0;
        }
        return found;
    }

    private long count(String tenant) {
        long found = 0;
        String cursor = "";
        do {
            JsonNode page = network.as(tenant, "clerk")
                    .get("/api/" + tenant + "/cases?limit=100&cursor=" + cursor)
                    .expect(200)
                    .json();
            found += page.path("items").size();
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return found;
    }

    private String arrived(String name) {
        String path = "/api/yantai/cases?limit=5&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        String[] number = {""};
        until(() -> {
            number[0] = network.as("yantai", "clerk")
                    .get(path)
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("number")
                    .asText();
            return !number[0].isEmpty();
        });
        return number[0];
    }

    private static String name(int which) {
        return String.format("断电演练第%03d号公司", which);
    }

    private static void until(BooleanSupplier holds) {
        Wait.upTo(Duration.ofSeconds(300)).until("there", holds);
    }
}
