package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.api.TrustedKeys.KeyFile;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.testing.centres.TestCentres;

/** What people of two deployments tell each other, and what comes of it. */
public class TrustedKeysTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final PublicKeyView key = key("yantai", "k1");
    private TrustFile file;
    private DefaultTrustedKeys trusted;

    @Before
    public void begin() {
        file = new TrustFile(folder.getRoot() + "/yichuang/linkage-trust.json");
        trusted = new DefaultTrustedKeys(file, new Whereabouts(network, file), journal);
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
    }

    @Test
    public void bothSidesSeeTheSameFingerprintHoweverTheFileIsLaidOut() {
        PublicKeyView other = key("yantai", "k2");
        KeyFile written = trusted.write(List.of(key, other));

        assertEquals(
                written.fingerprint(),
                trusted.read(Json.write(List.of(other, key)).replace(",", ",\n "))
                        .fingerprint());
        assertTrue(written.fingerprint(), written.fingerprint().matches("([0-9a-f]{4}-){7}[0-9a-f]{4}"));
        assertFalse(written.fingerprint().equals(trusted.write(List.of(key)).fingerprint()));
    }

    @Test
    public void withItsFingerprintAFileIsBelievedAndReplacesWhatWasBelievedOfTheSameCentres() {
        network.policy(LAISHAN, "exchange.transport", "jms:queue:yichuang.{receiver}");
        trust(trusted.write(List.of(key("yantai", "k0"), key("laishan", "k9"))));
        KeyFile written = trusted.write(List.of(key));
        trusted.trust(written.text(), written.fingerprint().toUpperCase(Locale.ROOT) + " ", operator());

        assertEquals(key, file.find(YANTAI, "k1").orElseThrow());
        assertTrue(file.find(YANTAI, "k0").isEmpty());
        assertTrue(file.find(LAISHAN, "k9").isPresent());
        assertEquals(file.keys(), new TrustFile(folder.getRoot() + "/yichuang/linkage-trust.json").keys());
    }

    @Test
    public void whomSomebodyBelievesIsInTheTrailWithTheFingerprint() {
        KeyFile written = trusted.write(List.of(key));
        trust(written);

        AuditEntry last = journal.entries().get(journal.entries().size() - 1);
        assertEquals("trust-keys", last.action());
        assertEquals(Map.of("fingerprint", written.fingerprint(), "keys", "yantai/k1"), last.details());
    }

    @Test
    public void whatSomebodyHasSpoiltIsNotWrittenOver() throws IOException {
        KeyFile written = trusted.write(List.of(key));
        trust(written);
        Path spoilt = folder.getRoot().toPath().resolve("yichuang/linkage-trust.json");
        Files.writeString(spoilt, "[{");

        ProblemException refusal = assertThrows(ProblemException.class, () -> trust(written));
        assertEquals(LinkageError.TRUST_FILE_UNREADABLE, refusal.code());
        assertEquals("[{", Files.readString(spoilt));
        AuditEntry last = journal.entries().get(journal.entries().size() - 1);
        assertEquals("and the trail says so", "trust-keys-failed", last.action());
    }

    @Test
    public void anotherFingerprintOrNoneChangesNothing() {
        KeyFile written = trusted.write(List.of(key));

        assertEquals(LinkageError.FINGERPRINT_DIFFERS, refusal(written.text(), "0000-0000"));
        assertEquals(LinkageError.FINGERPRINT_DIFFERS, refusal(written.text(), null));
        assertEquals(List.of(), file.keys());
    }

    @Test
    public void ofACentreThatLivesHereNoKeyIsTaken() {
        KeyFile written = trusted.write(List.of(key, key("haiyang", "k3")));

        assertEquals(LinkageError.CENTRE_HERE, refusal(written.text(), written.fingerprint()));
        assertEquals(List.of(), file.keys());
    }

    @Test
    public void whatIsNoFileOfKeysIsRefused() {
        for (String text : List.of(
                "", "[]", "[null]", "{}", "[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"none\"}]")) {
            ProblemException refusal = assertThrows(ProblemException.class, () -> trusted.read(text));
            assertEquals(text, LinkageError.KEY_FILE_UNREADABLE, refusal.code());
        }
    }

    @Test
    public void whoMayNotChangeKeysTrustsNobody() {
        KeyFile written = trusted.write(List.of(key));
        CallContext clerk = operator().by(new Actor("clerk", "张", Set.of("clerk")));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> trusted.trust(written.text(), written.fingerprint(), clerk));
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    private void trust(KeyFile written) {
        trusted.trust(written.text(), written.fingerprint(), operator());
    }

    private ErrorCode refusal(String text, String fingerprint) {
        return assertThrows(ProblemException.class, () -> trusted.trust(text, fingerprint, operator()))
                .code();
    }

    private CallContext operator() {
        return CallContext.system(TestCentres.SHANDONG, network.now(), "test");
    }

    private PublicKeyView key(String centre, String id) {
        return new PublicKeyView(
                centre, id, Signatures.generate(SignatureAlgorithm.ED25519).publicKey(), network.now(), null, null);
    }
}
