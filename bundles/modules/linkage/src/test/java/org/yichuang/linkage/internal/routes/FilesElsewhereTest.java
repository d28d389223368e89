package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.FileCarrier;
import org.yichuang.linkage.internal.MemoryKeys;
import org.yichuang.linkage.internal.RecordingModule;

/** The county's deployment and the city's, with a line between them on which files may get lost or be bent. */
public class FilesElsewhereTest {
    private static final int FILES = 20;

    private final MemoryKeys exchanged = new MemoryKeys();
    private final Holding countyCases = new Holding();
    private final Holding cityCases = new Holding();
    private final RoutesFixture county = new RoutesFixture(exchanged, countyCases);
    private final RoutesFixture city = new RoutesFixture(exchanged, cityCases);
    /** Every file that has gone over the line, by its digest. */
    private final List<String> gone = new CopyOnWriteArrayList<>();

    private volatile UnaryOperator<byte[]> line = body -> body;

    @Before
    public void connect() throws Exception {
        county.network.policy(YANTAI, "exchange.transport", "https://city.example/exchange");
        city.network.policy(HAIYANG, "exchange.transport", "https://county.example/exchange");
        county.camel.addComponent("https", new LineComponent((body, kind) -> over(city, body, kind)));
        city.camel.addComponent("https", new LineComponent((body, kind) -> over(county, body, kind)));
        county.begin("direct:heard");
        city.begin("direct:heard");
    }

    @After
    public void stop() {
        county.close();
        city.close();
    }

    /** Hands on what has left, as another thread of the other deployment would find it. */
    private void over(RoutesFixture to, byte[] body, String kind) throws Exception {
        byte[] arrives = body;
        if (kind.equals(FileRoutes.FILE)) {
            gone.add(FileCarrier.read(new ByteArrayInputStream(body)).said().sha256());
            arrives = line.apply(body);
        }
        Exchange exchange = new DefaultExchange(to.camel);
        exchange.getMessage().setHeader(LinkageRoutes.KIND, kind);
        exchange.getMessage().setBody(arrives);
        to.camel.createProducerTemplate().send("direct:heard", exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    private void send(String id, long sequence, String payload) {
        county.journal.send(
                HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", "C1", sequence, "forward", payload));
    }

    private void awaitDelivered(String id) {
        await(() -> {
            county.network.pass(Duration.ofSeconds(5));
            city.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            city.signal.run();
            return county.message(id).state() == State.DELIVERED;
        });
    }

    @Test
    public void whatTheOtherSideLacksGoesAheadOnceEach() {
        send("M1", 1, "files 0-19");
        awaitDelivered("M1");

        assertEquals(FILES, gone.size());
        assertEquals(FILES, Set.copyOf(gone).size());
        assertEquals(1, cityCases.received.size());
        assertArrayEquals(Holding.bytes(7), cityCases.held.get(Digests.sha256(Holding.bytes(7))));

        send("M2", 2, "files 15-24");
        awaitDelivered("M2");

        assertEquals("after a hand-back only what is new", FILES + 5, gone.size());
        assertEquals(2, cityCases.received.size());
    }

    @Test
    public void aLineThatBreaksCostsOneFileAndIsTakenUpThere() {
        Set<String> broken = new HashSet<>();
        line = body -> {
            if (gone.size() == 7 && broken.add(gone.get(6))) {
                throw new IllegalStateException("the line is cut");
            }
            return body;
        };

        send("M1", 1, "files 0-19");
        awaitDelivered("M1");

        assertEquals("only the seventh goes twice", FILES + 1, gone.size());
        assertEquals(FILES, Set.copyOf(gone).size());
    }

    @Test
    public void whatWasBentOnTheWayIsAskedForAgainAndNeverKept() {
        Set<Integer> bent = ConcurrentHashMap.newKeySet();
        line = body -> {
            if (gone.size() <= 3 && bent.add(gone.size())) {
                byte[] other = body.clone();
                other[other.length - 1] ^= 1;
                return other;
            }
            return body;
        };

        send("M1", 1, "files 0-2");
        awaitDelivered("M1");

        assertEquals(1, cityCases.received.size());
        assertEquals(3, cityCases.held.size());
        cityCases.held.forEach((sha256, content) -> assertEquals(sha256, Digests.sha256(content)));
    }

    @Test
    public void whatIsRefusedAgainAndAgainIsTriedLaterAndLater() {
        cityCases.refuses = true;
        send("M1", 1, "files 0-1");
        for (int second = 0; second < 600; second += 5) {
            county.network.pass(Duration.ofSeconds(5));
            city.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            await(() -> true);
        }
        assertTrue("not every five seconds: " + gone.size(), gone.size() < 40);
        await(() -> {
            county.network.pass(Duration.ofMinutes(1));
            city.network.pass(Duration.ofMinutes(1));
            county.signal.run();
            return county.message("M1")
                    .lastError()
                    .contains(ProblemException.of(CommonError.UNAVAILABLE).zh());
        });
        assertEquals(State.WAITING, county.message("M1").state());

        cityCases.refuses = false;
        awaitDelivered("M1");
    }

    @Test
    public void oneThatIsNotGivenOutHoldsUpNoneBehindItAndIsNamed() {
        countyCases.damaged = 3;
        send("M1", 1, "files 0-5");
        await(() -> {
            county.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            return cityCases.held.size() == 5;
        });
        await(() -> county.message("M1").lastError().startsWith(CommonError.UNAVAILABLE.code()));

        countyCases.damaged = -1;
        awaitDelivered("M1");
        assertEquals(6, cityCases.held.size());
    }

    @Test
    public void aCopyOfWhatHasHadItsEffectGetsItsReceiptThoughItsFilesAreGone() {
        send("M1", 1, "files 0-2");
        awaitDelivered("M1");
        String first = county.message("M1").receipt();
        cityCases.held.clear(); // as their time was over
        gone.clear();

        county.journal.forgetDelivery("M1");
        awaitDelivered("M1");

        assertEquals(first, county.message("M1").receipt());
        assertEquals("nothing is asked for", List.of(), gone);
        assertEquals(1, cityCases.received.size());
    }

    @Test
    public void whileTheWayIsShutFilesThatAreWantedAreNotedAndGoLater() throws Exception {
        AtomicBoolean isShut = new AtomicBoolean(true);
        List<String> goneMeanwhile = new CopyOnWriteArrayList<>();
        county.first("linkage-answered", exchange -> {
            if (isShut.getAndSet(false)) {
                for (int failure = 0; failure < 3; failure++) {
                    county.breakers.failed("yantai");
                }
            }
        });
        county.first("linkage-receipt", exchange -> {
            if (!county.endpoints.shut().isEmpty()) {
                goneMeanwhile.addAll(gone);
                goneMeanwhile.add("noted");
            }
        });
        send("M1", 1, "files 0-1");

        await(() -> goneMeanwhile.contains("noted"));
        assertEquals(List.of("noted"), goneMeanwhile);
        awaitDelivered("M1");
    }

    @Test
    public void aFileUnderACertificateThatDoesNotNameItsSenderIsRefusedAndShutsNoWay() throws Exception {
        AtomicReference<Set<String>> peers = new AtomicReference<>(Set.of("laishan"));
        city.first("linkage-file", exchange -> exchange.setProperty(LinkageRoutes.PEERS, peers.get()));
        send("M1", 1, "files 0-1");
        await(() -> {
            county.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            return county.message("M1").lastError().startsWith("certificate-differs");
        });
        assertEquals(Map.of(), cityCases.held);
        assertEquals(Set.of(), county.endpoints.shut());

        peers.set(Set.of("haiyang"));
        await(() -> {
            county.network.pass(Duration.ofMinutes(1));
            city.network.pass(Duration.ofMinutes(1));
            county.signal.run();
            return county.message("M1").state() == State.DELIVERED;
        });
    }

    /** Whoever has another neighbour's key still writes for nobody else. */
    @Test
    public void aFileThatNobodySignedIsLeftOut() throws Exception {
        send("M1", 1, "files 0-0");
        line = body -> {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return text.replace("\"sender\":\"haiyang\"", "\"sender\":\"laiyang\"")
                    .getBytes(StandardCharsets.ISO_8859_1);
        };
        await(() -> {
            county.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            return !gone.isEmpty();
        });
        assertEquals(Map.of(), cityCases.held);
        line = body -> body;
        awaitDelivered("M1");
    }

    @Test
    public void aFileThatNoLetterWaitsForIsNotTakenThoughANeighbourHasSignedIt() throws Exception {
        send("M1", 1, "files 0-0");
        awaitDelivered("M1");
        FileCarrier carrier = new FileCarrier(county.journal, county.modules, county.keys, county.network.clock());
        byte[] unasked = carrier.written(
                        countyCases.attachments(HAIYANG, "files 9-9").get(0), county.message("M1"))
                .body()
                .readAllBytes();

        over(city, unasked, FileRoutes.FILE);

        assertEquals(Set.of(Digests.sha256(Holding.bytes(0))), cityCases.held.keySet());
    }

    /** A module that holds files by their digests, and names those of a range. */
    private static final class Holding extends RecordingModule {
        final Map<String, byte[]> held = new ConcurrentHashMap<>();
        volatile boolean refuses;
        volatile int damaged = -1;

        static byte[] bytes(int number) {
            return ("file " + number + "\nof it\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public List<Attachment> attachments(TenantId sender, String payload) {
            String[] range = payload.replace("files ", "").split("-");
            List<Attachment> files = new ArrayList<>();
            for (int number = Integer.parseInt(range[0]); number <= Integer.parseInt(range[1]); number++) {
                byte[] content = bytes(number);
                int each = number;
                files.add(new Attachment(
                        "F" + number,
                        number + ".pdf",
                        "application/pdf",
                        Digests.sha256(content),
                        content.length,
                        () -> given(each)));
            }
            return files;
        }

        private byte[] given(int number) {
            if (number == damaged) {
                throw ProblemException.of(CommonError.UNAVAILABLE);
            }
            return bytes(number);
        }

        @Override
        public Set<String> missing(TenantId receiver, Set<String> sha256s) {
            Set<String> missing = new HashSet<>(sha256s);
            missing.removeAll(held.keySet());
            return missing;
        }

        @Override
        public void keep(TenantId receiver, byte[] content) {
            if (refuses) {
                throw ProblemException.of(CommonError.UNAVAILABLE);
            }
            held.put(Digests.sha256(content), content);
        }

        @Override
        public synchronized String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
            attachments.forEach(file -> assertTrue(held.containsKey(file.sha256())));
            return super.receive(message, attachments, unit);
        }
    }
}
