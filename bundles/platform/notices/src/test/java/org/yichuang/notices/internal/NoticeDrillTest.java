package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.OffsetClock;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.NoticeSettings;
import org.yichuang.notices.internal.provider.PlayedMailServer;
import org.yichuang.notices.internal.provider.PlayedMailServer.Manner;
import org.yichuang.notices.internal.provider.Providers;
import org.yichuang.notices.internal.provider.TestSettings;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/**
 * Nodes die while they hand messages to a server that accepts, refuses, hangs and drops its answers. The short form;
 * the long one is {@code bench/notices}.
 */
public class NoticeDrillTest extends Contract {
    private static final Logger LOG = System.getLogger(NoticeDrillTest.class.getName());
    private static final boolean IS_LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final int KILLS = IS_LONG ? 20 : 3;
    private static final Duration BETWEEN = Duration.ofMillis(IS_LONG ? 2_000 : 700);
    private static final int WRITERS = 3;
    private static final Duration PAUSE = Duration.ofMillis(60);

    private final OffsetClock machine = new OffsetClock();
    private final TestCentres province = new TestCentres();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    /** How many notices each writer has tried to write. */
    private final AtomicIntegerArray written = new AtomicIntegerArray(WRITERS);

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean isCalm;
    private volatile boolean isWriting = true;
    private volatile boolean isSending = true;
    private volatile Life life;
    private PlayedMailServer server;

    /** A node with what it sends by. */
    private record Life(TestNode node, Wiring wiring) {}

    @Override
    protected PlatformClock time() {
        return machine;
    }

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/notices.xml");
        province.policy(HAIYANG, NoticesDescriptor.MAIL, "true");
        try {
            server = new PlayedMailServer(this::manner);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        other = new TestNode(database, folder.getRoot(), machine);
        begin();
    }

    @Override
    public void stop() {
        super.stop();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin() {
        node = new TestNode(database, folder.getRoot(), machine);
        TemplateRegistry templates = new TemplateRegistry();
        templates.bound(new Collected());
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        EnvelopeCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        NoticeSettings settings = TestSettings.of(Map.of(
                "mail.port",
                Integer.toString(server.port()),
                "answer.timeout",
                isCalm ? "PT30S" : "PT0.5S",
                "handover.timeout",
                isCalm ? "PT3M" : "PT2S"));
        Wiring wiring = new Wiring(
                node.entities("notices"),
                node.transactions(),
                cipher,
                templates,
                province,
                machine,
                Providers.of(settings, machine));
        life = new Life(node, wiring);
    }

    private Manner manner() {
        Manner[] all = Manner.values();
        int thrown = ThreadLocalRandom.current().nextInt(2 * all.length);
        return isCalm || thrown >= all.length ? Manner.ACCEPT : all[thrown];
    }

    @Test
    public void eachMessageArrivesOnceOrIsShownAsUncertain() throws Exception {
        life.wiring().inbox().setWays(new Ways("zhang@example.org", true, "", false), zhang());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            threads.execute(() -> write(writer));
        }
        threads.execute(this::send);
        for (int kill = 0; kill < KILLS; kill++) {
            awaitNews();
            Life dying = life;
            dying.node().abandon();
            // Whoever is killed waits for no answer, and nobody waits for them
            new Thread(dying.wiring().sender()::stop).start();
            // As after the claims' time
            database.run("UPDATE NOTICES_DUE SET DUE_MICROS=0");
            begin();
        }
        isCalm = true;
        life.wiring().sender().stop();
        begin(); // with providers that nobody leaves alone
        awaitNews();
        isWriting = false;
        await("everything has ended", () -> {
            database.run("UPDATE NOTICES_DUE SET DUE_MICROS=0");
            return database.run("UPDATE NOTICES_DUE SET ATTEMPTS=ATTEMPTS") == 0;
        });
        isSending = false;
        threads.shutdown();
        assertTrue(threads.awaitTermination(240, TimeUnit.SECONDS));
        check();
    }

    /** A node lives a while, and until something that it wrote stands, however slow the machine is. */
    private void awaitNews() throws InterruptedException {
        int before = asked.size();
        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        await("a notice stands", () -> asked.size() > before);
    }

    private void write(int writer) {
        for (int i = 0; isWriting; i++) {
            written.set(writer, i + 1);
            String about = writer + "-" + i;
            boolean isTaken = i % 5 != 0;
            Life now = life;
            try {
                now.node().transactions().write(call(), Void.class, unit -> {
                    now.wiring().notices().send(Collected.about(about), unit);
                    if (!isTaken) {
                        throw new IllegalArgumentException("the step refuses");
                    }
                    return null;
                });
                asked.add(about);
            } catch (RuntimeException e) {
                refused.incrementAndGet(); // by the step, or by a node that dies: then nobody knows whether it stands
            }
            pause(PAUSE);
        }
    }

    private void send() {
        while (isSending) {
            try {
                life.wiring().sender().deliverDue(HAIYANG, Channel.MAIL, unit -> {}, () -> isSending);
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "A node dies", e);
            }
            pause(Duration.ofMillis(20));
        }
    }

    private void check() {
        Map<String, Integer> taken = new HashMap<>();
        server.taken().forEach(id -> taken.merge(id.replaceAll("<(.*)@.*", "$1"), 1, Integer::sum));
        List<String> wrong = new ArrayList<>();
        Map<State, Integer> states = new HashMap<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (NoticeView notice : all(writer)) {
                int times = taken.getOrDefault(notice.id(), 0);
                taken.remove(notice.id());
                states.merge(notice.state(), 1, Integer::sum);
                boolean isSound =
                        switch (notice.state()) {
                            case SENT -> times == 1;
                            case UNCERTAIN -> times <= 1;
                            case REFUSED -> times == 0;
                            default -> false;
                        };
                if (!isSound) {
                    wrong.add(notice + " " + times);
                }
            }
        }
        LOG.log(IS_LONG ? Level.INFO : Level.DEBUG, () -> kind + ": " + states + ", refused " + refused);
        assertEquals(List.of(), wrong);
        assertEquals("taken without a step that stands", Map.of(), taken);
        assertTrue(states.toString(), states.getOrDefault(State.SENT, 0) > 0);
    }

    private List<NoticeView> all(int writer) {
        List<NoticeView> all = new ArrayList<>();
        for (int i = 0; i < written.get(writer); i++) {
            String about = writer + "-" + i;
            List<NoticeView> found = life.wiring().notices().of("case", about, call()).stream()
                    .filter(notice -> notice.channel() == Channel.MAIL)
                    .toList();
            assertTrue(about + " stands with one message", found.size() == 1 || !asked.contains(about));
            all.addAll(found);
        }
        return all;
    }

    private CallContext call() {
        return CallContext.system(HAIYANG, province.now(), "t");
    }

    private CallContext zhang() {
        return call().by(new Actor("zhang", Collected.NAME, Set.of("applicant")));
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
