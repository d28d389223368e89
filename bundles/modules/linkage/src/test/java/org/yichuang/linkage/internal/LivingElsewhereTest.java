package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** A centre of another deployment is none of this one, whatever is lost or mistyped. */
public class LivingElsewhereTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final MemoryKeys keys = new MemoryKeys();
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private Path file;
    private Whereabouts whereabouts;

    @Before
    public void begin() {
        modules.bound(cases);
        file = folder.getRoot().toPath().resolve("trust.json");
        whereabouts = new Whereabouts(network, new TrustFile(file.toString()));
    }

    @Test
    public void aLetterToItHasNoEffectHere() {
        Envelope letter = letterToYantai();
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.yantai");

        Reply reply = receive(letter);

        assertEquals(LinkageError.CENTRE_ELSEWHERE.code(), reply.refusal().code());
        assertFalse(reply.refusal().lasting());
        assertEquals(List.of(), cases.received);

        network.policy(YANTAI, "exchange.transport", "local");
        assertEquals("and none was noted", "M1", receive(letter).receipt().messageId());
    }

    @Test
    public void whomTheTrustFileNamesIsNeverHereThoughTheLineIsLost() throws IOException {
        trust(YANTAI);
        CentreEndpoints endpoints =
                new CentreEndpoints(whereabouts, new ReceiverBreakers(1, Duration.ofSeconds(10), network.clock()));

        assertEquals(
                LinkageError.CENTRE_ELSEWHERE.code(),
                receive(letterToYantai()).refusal().code());
        assertTrue(whereabouts.isLost(YANTAI));
        ProblemException refusal = assertThrows(ProblemException.class, () -> endpoints.elsewhere("yantai", LIFE));
        assertEquals(LinkageError.CENTRE_ELSEWHERE, refusal.code());

        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        assertFalse(whereabouts.isLost(YANTAI));
        assertEquals(
                "jms:queue:yichuang.yantai?timeToLive=600000",
                endpoints.elsewhere("yantai", LIFE).orElseThrow());
        assertTrue(whereabouts.isHere(HAIYANG));
    }

    @Test
    public void whoIsKnownWithoutAWayIsNotHereEither() {
        CentreEndpoints endpoints =
                new CentreEndpoints(whereabouts, new ReceiverBreakers(1, Duration.ofSeconds(10), network.clock()));
        network.policy(YANTAI, "exchange.transport", "elsewhere");

        assertFalse(whereabouts.isHere(YANTAI));
        assertFalse("that is as it should be", whereabouts.isLost(YANTAI));
        assertTrue(network.find(YANTAI).orElseThrow().isElsewhere());
        assertFalse(endpoints.isElsewhere("yantai"));
        assertEquals(
                LinkageError.CENTRE_ELSEWHERE.code(),
                receive(letterToYantai()).refusal().code());
        ProblemException refusal = assertThrows(ProblemException.class, () -> endpoints.elsewhere("yantai", LIFE));
        assertEquals(LinkageError.CENTRE_ELSEWHERE, refusal.code());
        assertTrue(Whereabouts.TRANSPORT.fault("elsewhere").isEmpty());
    }

    private void trust(TenantId centre) throws IOException {
        PublicKeyView key = new PublicKeyView(centre.value(), "k1", "p", network.now(), null, null);
        Files.writeString(file, Json.write(List.of(key)));
    }

    private Envelope letterToYantai() {
        journal.send(HAIYANG, new OutgoingMessage("M1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "{}"));
        TestRelay relay = new TestRelay(journal, modules, network, keys, new Settings(null).now());
        return relay.seal(relay.claim().get(0));
    }

    private Reply receive(Envelope letter) {
        return new Receiver(network, keys, journal, modules, new TestModules(), whereabouts, new MemoryEpochs())
                .receive(letter);
    }
}
