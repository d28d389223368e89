package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.itests.TwoNodes.CENTRE;
import static org.yichuang.itests.TwoNodes.SOCKETS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runners.MethodSorters;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.bench.Unanswered;

/**
 * Two containers on one database are one house: what is changed at one is in force at the other, what is pressed at
 * both is done once, and what one was doing when it died or fell asleep the other does, once.
 *
 * <p>Each test stands by itself; in the order of their names none waits for a container to be started anew.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class TwoNodesIT {
    @ClassRule
    public static final Timeout LIMIT = Timeout.seconds(3600);

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String CASES = "/api/" + CENTRE + "/cases";
    private static final String TOKENS = "/api/" + CENTRE + "/tokens";
    /** What the lease of a listener lasts; a node that does nothing for longer has lost it. */
    private static final String HEARING = "event-sockets-marks";

    private static TwoNodes pair;

    @BeforeClass
    public static void start() throws Exception {
        pair = TwoNodes.started("two");
    }

    @AfterClass
    public static void stop() throws Exception {
        if (pair != null) {
            pair.close();
        }
    }

    @Before
    public void bothServe() throws Exception {
        pair.bothServe();
    }

    /** Within two seconds; a busy machine may delay one or two changes, but not most of five. */
    @Test
    public void aChangeAtOneNodeIsInForceAtTheOther() throws Exception {
        TenantFile first = TenantFile.of(pair.at(0).home(), CENTRE);
        TenantFile second = TenantFile.of(pair.at(1).home(), CENTRE);
        int before = changes();
        String on = first.get("modules");
        String off = on.replace(",sockets", "");
        List<Duration> lags = new ArrayList<>();
        for (String modules : List.of(off, on, off, on)) {
            first.set("modules", modules);
            lags.add(lag(0, modules.equals(on) ? 200 : 404));
        }
        until("it is in the other's file too", () -> text(second, "modules").contains("sockets"));

        pair.at(1).shell("module:off " + CENTRE + " sockets");
        lags.add(lag(1, 404));
        until("and back in this one's", () -> !text(first, "modules").contains("sockets"));
        pair.at(0).shell("module:on " + CENTRE + " sockets");
        lag(0, 200);

        assertTrue(
                lags.toString(),
                lags.stream().sorted().toList().get(lags.size() / 2).toMillis() <= 2_000);
        assertEquals("one entry for each change", before + 6, changes());
    }

    private static int changes() throws Exception {
        return Integer.parseInt(pair.postgres()
                .texts("SELECT COUNT(*) FROM JOURNAL_ENTRY WHERE TENANT='" + CENTRE + "' AND AGGREGATE_TYPE='centre'")
                .get(0));
    }

    /** How much later the other node does as the one where it was changed. */
    private static Duration lag(int where, int status) {
        long[] seen = new long[2];
        until("modules of " + CENTRE + " answer " + status, () -> {
            for (int which : List.of(where, 1 - where)) {
                int answered =
                        pair.people(which).as(CENTRE, "clerk").get(SOCKETS).status();
                seen[which] = seen[which] == 0 && answered == status ? System.nanoTime() : seen[which];
            }
            return seen[0] != 0 && seen[1] != 0;
        });
        return Duration.ofNanos(Math.max(0, seen[1 - where] - seen[where]));
    }

    @Test
    public void aCalendarOfOneNodeIsTheCalendarOfBoth() throws Exception {
        Path notice = pair.at(1).home().resolve("2031.json");
        Files.writeString(
                notice,
                """
                {"year": 2031, "region": "000000", "paper": "https://example.org/2031",
                 "days": [{"date": "2031-01-01", "name": "元旦", "isOffDay": true}]}
                """);

        pair.at(1).shell("calendar:import " + notice);

        until("the notice is known at the other node", () -> shell(0, "calendar:list")
                .contains("2031"));
    }

    @Test
    public void aCommandPressedAtBothNodesIsDoneOnce() throws Exception {
        String item = new DemoItems(pair.people(0)).decidedByCounty(CENTRE);
        for (int round = 0; round < 5; round++) {
            Map<String, Object> application = pair.people(0)
                    .materials()
                    .onPaper(CENTRE, CaseAt.application(item, Samples.enterprise(9_100 + round), Map.of()));
            String key = "both-" + round;
            List<Answer> answers = atOnce(node -> as(node).command(CASES, application, key));

            String number = answers.get(0).expect(201).text("number");
            assertEquals("one case", number, answers.get(1).expect(201).text("number"));
            assertEquals(1, actions(number, "submit"));

            String acceptance = CASES + "/" + number + "/acceptance";
            List<Integer> statuses = atOnce(node -> as(node).command(acceptance, Map.of())).stream()
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertEquals("of two presses one is refused", List.of(200, 409), statuses);
            assertEquals(1, actions(number, "accept"));
        }
    }

    private static long actions(String number, String action) {
        long found = 0;
        JsonNode steps = as(0).get(CASES + "/" + number + "/journal?limit=100")
                .expect(200)
                .json();
        for (JsonNode entry : steps.path("items")) {
            found += entry.path("action").asText().equals(action) ? 1 : 0;
        }
        return found;
    }

    private static List<Answer> atOnce(Press press) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier both = new CyclicBarrier(2);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int node : List.of(0, 1)) {
                answers.add(two.submit(() -> {
                    both.await(120, TimeUnit.SECONDS);
                    return press.at(node);
                }));
            }
            return List.of(
                    answers.get(0).get(300, TimeUnit.SECONDS), answers.get(1).get(300, TimeUnit.SECONDS));
        } finally {
            two.shutdownNow();
        }
    }

    /** Somebody who presses at a node. */
    private interface Press {
        Answer at(int node);
    }

    /** Nobody can work meanwhile, but everybody is told so; when it answers again, so do both nodes. */
    @Test
    public void aDatabaseThatSaysNothingLeavesNoQuestionUnanswered() throws Exception {
        try {
            pair.postgres().freeze();
            for (int node : List.of(0, 1)) {
                Session balancer = pair.people(node).anybody();
                until("not ready", () -> answers(balancer, "/health/ready", 503));
                balancer.get("/health/live").expect(200);
            }
        } finally {
            pair.postgres().thaw();
        }
        for (int node : List.of(0, 1)) {
            until("ready again", () -> unchecked(() -> pair.at(node).ready()));
            until("and cases are listed", () -> answers(as(node), CASES, 200));
        }
    }

    /** No answer within a minute is none. */
    private static boolean answers(Session session, String path, int status) {
        try {
            return session.get(path).status() == status;
        } catch (Unanswered e) {
            return false;
        }
    }

    /** What it has locked is free before its time, and what it does when it wakes is not done again. */
    @Test
    public void aFrozenNodeHoldsUpNobodyAndDoublesNothing() throws Exception {
        int frozen = Math.max(0, pair.holder(HEARING));
        int awake = 1 - frozen;
        Markers people;
        try {
            people = pair.freezeWithLock(frozen, "frozen", 6, 15);
            until(() -> "those at the other node go on" + pair.faults(), () -> people.done(awake) == 45);
            until("the lease has moved", () -> holder(HEARING) == awake);
        } finally {
            pair.at(frozen).thaw();
        }

        people.finish();
        people.requireEachOnce();
        people.requireSameBytes(20, 0, 1);
        pair.at(awake).auditIsSound();
        assertEquals(List.of(), parked());
    }

    /** Also what it was printing: every certificate is printed once, with its number, by whoever is left. */
    @Test
    public void aKilledNodesWorkIsDoneByTheOtherOnce() throws Exception {
        int killed = Math.max(0, pair.holder(HEARING));
        int left = 1 - killed;
        Markers people = Markers.endless(pair, "killed", 8);
        until("in the middle", () -> people.done() >= 24 && people.unprinted() > 0);

        pair.kill(killed);

        int before = people.done();
        until(() -> "they go on" + pair.faults(), () -> people.done() >= before + 48);
        people.enough();
        people.finish();
        people.requireEachOnce();
        until("the lease has moved", () -> holder(HEARING) == left);
        people.requireSameBytes(20, left);
        pair.at(left).auditIsSound();
        assertEquals(List.of(), parked());
    }

    private static List<String> parked() throws Exception {
        return pair.postgres().texts("SELECT LAST_ERROR FROM JOURNAL_OUTBOX WHERE STATE='PARKED'");
    }

    @Test
    public void aPersonIsTheSameAtBothNodes() {
        String account = "both";
        String password = "Nur-4-diesen-Fall";
        Session security = pair.people(0).as(CENTRE, "security-admin");
        security.command(
                        "/api/" + CENTRE + "/accounts",
                        Map.of("account", account, "name", "王五", "password", password, "roles", List.of("clerk")))
                .expect(201);
        Map<String, String> credentials = Map.of("account", account, "password", password);
        String token = post(0, credentials).expect(200).text("token");
        assertEquals(200, statusWith(token, 1));
        assertEquals(200, statusWith(token, 0));

        security.put("/api/" + CENTRE + "/accounts/" + account + "/blocked", Map.of("blocked", true))
                .expect(200);
        assertEquals("out at once where it was blocked", 401, statusWith(token, 0));
        until("and at the other node soon", () -> statusWith(token, 1) == 401);
        assertNotEquals(200, post(1, credentials).status());

        security.put("/api/" + CENTRE + "/accounts/" + account + "/blocked", Map.of("blocked", false))
                .expect(200);
        post(1, credentials).expect(200);
        for (int wrong = 0; wrong < 5; wrong++) {
            assertNotEquals(
                    200,
                    post(wrong % 2, Map.of("account", account, "password", "wrong"))
                            .status());
        }
        for (int node : List.of(0, 1)) {
            assertNotEquals(
                    "failures are counted together",
                    200,
                    post(node, credentials).status());
        }
    }

    /**
     * As when they are brought up to date, behind a balancer that knows no more than whether each is ready; both of
     * them when all is drilled.
     */
    @Test
    public void eachBeginsAnewWhilePeopleWorkAndNobodyNotices() throws Exception {
        pair.switchSockets(false);
        try (Balancer balancer =
                new Balancer(List.of(pair.at(0).base(), pair.at(1).base()))) {
            until("both get requests", () -> balancer.ready().size() == 2);
            Network everybody = new Network(balancer.base(), pair.people(0).accounts());
            Traffic traffic = new Traffic(pair.postgres(), everybody, balancer::troubles);
            for (int node : Boolean.getBoolean(InContainer.DRILL) ? List.of(0, 1) : List.of(0)) {
                traffic.goesOn(5);
                pair.restart(node);
                until("it gets requests again", () -> balancer.ready().size() == 2);
            }
            traffic.goesOn(5);
            traffic.end();
            assertEquals("asked again", 0, balancer.again());
        } finally {
            pair.switchSockets(true);
        }
        pair.at(0).auditIsSound();
        assertEquals(List.of(), parked());
    }

    private static Answer post(int node, Map<String, String> credentials) {
        return pair.people(node).anybody().post(TOKENS, credentials);
    }

    private static int statusWith(String token, int node) {
        return pair.people(node).bearer(token).get(TOKENS + "/current").status();
    }

    private static Session as(int node) {
        return pair.people(node).as(CENTRE, "clerk");
    }

    private static int holder(String lease) {
        return unchecked(() -> pair.holder(lease));
    }

    private static String text(TenantFile file, String key) {
        return unchecked(() -> file.get(key));
    }

    private static String shell(int node, String command) {
        return unchecked(() -> pair.at(node).shell(command));
    }

    private static <T> T unchecked(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, BooleanSupplier holds) {
        Wait.upTo(PATIENCE).until(what, holds);
    }

    private static void until(Supplier<String> what, BooleanSupplier holds) {
        Wait.upTo(PATIENCE).until(what, holds);
    }
}
