package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.KeyRing.KnownKey;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.linkage.internal.persistence.KeyFiles;
import org.yichuang.testing.centres.TestCentres;

/** Keys in files and, through JPA, in Derby. */
public class CentreKeysTest {
    private static final byte[] WORDS = {1, 2, 3};

    @Rule
    public final TemporaryFolder base = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private EntityManagerFactory unit;
    private MemoryJournal journal;
    private DefaultCentreKeys keys;

    @Before
    public void start() {
        unit = Persistence.createEntityManagerFactory(
                "linkage",
                Map.of(
                        "javax.persistence.transactionType", "RESOURCE_LOCAL",
                        "javax.persistence.jtaDataSource", "",
                        "javax.persistence.jdbc.driver", "org.apache.derby.jdbc.EmbeddedDriver",
                        "javax.persistence.jdbc.url", "jdbc:derby:memory:keys;create=true",
                        "eclipselink.ddl-generation", "drop-and-create-tables",
                        "eclipselink.logging.level", "OFF"));
        journal = new MemoryJournal(network.clock());
        keys = container();
    }

    @After
    public void stop() {
        unit.close();
    }

    @Test
    public void aCentreGetsItsKeyOnceAndTheOthersKnowIt() {
        SigningKey key = keys.signing(HAIYANG);

        assertEquals(key.keyId(), keys.signing(HAIYANG).keyId());
        assertTrue(known(HAIYANG, key).signed("ed25519", WORDS, key.sign(WORDS)));
        assertTrue(known(HAIYANG, key).isInForce(network.now()));
        assertEquals(1, keys.keys(context(HAIYANG)).size());
        assertEquals("generate", journal.entries().get(0).action());
    }

    @Test
    public void thePrivateKeyIsInAFileOfTheOwnerAlone() throws IOException {
        keys.signing(HAIYANG);

        Path file = base.getRoot().toPath().resolve("keys/linkage-haiyang.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(keys.keys(context(HAIYANG))
                .toString()
                .contains(Files.readString(file).split("[=\n]")[1]));
    }

    @Test
    public void whatACentreSignsTheJavaPlatformCanVerify() throws GeneralSecurityException {
        String digest = "ab".repeat(32);
        CentreSigner.Signature signature = keys.sign(HAIYANG, "package", digest);

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signature.publicKey()))));
        verifier.update(CentreSigner.signedText("haiyang", "package", digest).getBytes(StandardCharsets.UTF_8));
        assertTrue(verifier.verify(Base64.getDecoder().decode(signature.value())));
        assertEquals(keys.keys(context(HAIYANG)).get(0).keyId(), signature.keyId());
    }

    @Test
    public void theKeyOutlivesARestart() {
        SigningKey before = keys.signing(HAIYANG);

        assertEquals(before.keyId(), container().signing(HAIYANG).keyId());
        assertEquals(1, keys.keys(context(HAIYANG)).size());
    }

    @Test
    public void aKeyIsAnnouncedInTheDatabaseThatComesIntoThePlaceOfAnother() {
        SigningKey key = keys.signing(HAIYANG);
        EntityManager other = unit.createEntityManager();
        other.getTransaction().begin();
        other.setProperty("eclipselink.tenant-id", HAIYANG.value());
        other.createQuery("DELETE FROM CentreKey k").executeUpdate();
        other.getTransaction().commit();
        other.close();
        journal.becomesAnother();
        assertEquals(List.of(), keys.keys(context(HAIYANG)));

        assertEquals(key.keyId(), keys.signing(HAIYANG).keyId());
        assertEquals(key.keyId(), keys.keys(context(HAIYANG)).get(0).keyId());
    }

    @Test
    public void anotherCentresKeyIsNotItsOwn() {
        SigningKey key = keys.signing(HAIYANG);

        assertEquals(Optional.empty(), keys.known(YANTAI, key.keyId()));
    }

    @Test
    public void afterARotationTheOldKeyVerifiesWhatItSignedBefore() {
        SigningKey old = keys.signing(HAIYANG);
        network.pass(Duration.ofDays(1));

        PublicKeyView made = keys.rotate(context(HAIYANG));

        assertNotEquals(old.keyId(), made.keyId());
        assertEquals(made.keyId(), keys.signing(HAIYANG).keyId());
        assertEquals(made.keyId(), container().signing(HAIYANG).keyId());
        KnownKey known = known(HAIYANG, old);
        assertTrue(known.signed("ed25519", WORDS, old.sign(WORDS)));
        assertTrue(known.isInForce(network.now().minusSeconds(60)));
        assertFalse(known.isInForce(network.now().plusSeconds(3600)));
        assertFalse(known.isInForce(network.now().minus(Duration.ofDays(2))));
        assertEquals(List.of("generate", "retire", "generate"), actions());
    }

    @Test
    public void aRotationThatBrokeOffIsMendedAtTheNextStart() throws IOException {
        Path file = base.getRoot().toPath().resolve("keys/linkage-haiyang.key");
        keys.signing(HAIYANG);
        String old = Files.readString(file);
        keys.rotate(context(HAIYANG));
        Files.writeString(file, old); // the crash came before the file was replaced

        SigningKey mended = container().signing(HAIYANG);

        assertTrue(known(HAIYANG, mended).isInForce(network.now().plusSeconds(3600)));
    }

    @Test
    public void aFileThatIsNoKeyIsNotReplaced() throws IOException {
        Path file = base.newFolder("keys").toPath().resolve("linkage-haiyang.key");
        Files.writeString(file, "private=???\npublic=???\n");

        assertThrows(IllegalStateException.class, () -> keys.signing(HAIYANG));
        assertEquals("private=???\npublic=???\n", Files.readString(file));
    }

    @Test
    public void theTrustFileNamesTheKeysOfOtherContainers() throws IOException {
        SigningKey remote = Signatures.generate(SignatureAlgorithm.ED25519);
        trust(new PublicKeyView("yantai", remote.keyId(), remote.publicKey(), network.now(), null, null));

        assertTrue(known(YANTAI, remote).signed("ed25519", WORDS, remote.sign(WORDS)));
        assertEquals(Optional.empty(), keys.known(HAIYANG, remote.keyId()));
    }

    @Test
    public void whatTheTrustFileSaysIsRevokedIsNotBelieved() throws IOException {
        SigningKey remote = Signatures.generate(SignatureAlgorithm.ED25519);
        Files.writeString(
                base.getRoot().toPath().resolve("trust.json"),
                "[{\"centre\":\"yantai\",\"keyId\":\"" + remote.keyId() + "\",\"publicKey\":\"" + remote.publicKey()
                        + "\",\"revokedAt\":\"2026-03-01T00:00:00Z\"}]");

        assertTrue(known(YANTAI, remote).isRevoked());
        assertTrue("who says no beginning has none", known(YANTAI, remote).isInForce(network.now()));
    }

    @Test
    public void aRevokedKeyIsReplacedAtOnceAndWhatItSignedIsBelievedNoMore() {
        SigningKey old = keys.signing(HAIYANG);
        assertFalse(known(HAIYANG, old).isRevoked());

        PublicKeyView revoked = keys.revoke(old.keyId(), "私钥可能外泄", context(HAIYANG));

        assertEquals(network.now(), revoked.revokedAt());
        assertTrue(known(HAIYANG, old).isRevoked());
        SigningKey next = keys.signing(HAIYANG);
        assertNotEquals(old.keyId(), next.keyId());
        assertEquals(next.keyId(), container().signing(HAIYANG).keyId());
        assertFalse(known(HAIYANG, next).isRevoked());
        assertEquals(List.of("generate", "revoke", "generate"), actions());
        assertEquals("私钥可能外泄", journal.entries().get(1).details().get("reason"));
    }

    @Test
    public void whatIsRevokedStaysSoAndWhatIsUnknownCannotBe() {
        SigningKey old = keys.signing(HAIYANG);
        PublicKeyView revoked = keys.revoke(old.keyId(), "遗失", context(HAIYANG));
        network.pass(Duration.ofDays(1));

        assertEquals(revoked, keys.revoke(old.keyId(), "again", context(HAIYANG)));
        assertEquals(3, journal.entries().size());
        assertEquals(LinkageError.SIGNING_KEY_UNKNOWN, refusal("nothing", "why", HAIYANG));
        assertEquals(LinkageError.SIGNING_KEY_UNKNOWN, refusal(old.keyId(), "why", YANTAI));
        assertEquals(CommonError.FIELDS_INVALID, refusal(old.keyId(), " ", HAIYANG));
    }

    @Test
    public void aContainerHearsSoonThatAnotherHasRevokedItsKey() {
        SigningKey old = keys.signing(HAIYANG);
        container().revoke(old.keyId(), "遗失", context(HAIYANG));

        network.pass(Duration.ofSeconds(2));

        assertNotEquals(old.keyId(), keys.signing(HAIYANG).keyId());
        assertTrue(known(HAIYANG, old).isRevoked());
    }

    @Test
    public void aKeyThatWasMadeWhileTheClockWasAheadIsReplaced() {
        network.pass(Duration.ofDays(1));
        SigningKey early = keys.signing(HAIYANG);
        network.pass(Duration.ofDays(-1));

        SigningKey now = keys.signing(HAIYANG);

        assertNotEquals(early.keyId(), now.keyId());
        assertTrue(known(HAIYANG, now).isInForce(network.now()));
    }

    @Test
    public void aCentreThatLivesElsewhereSignsNothingHereAndIsBelievedByTheTrustFileOnly() throws IOException {
        SigningKey before = keys.signing(YANTAI);
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        network.pass(Duration.ofSeconds(2));

        ProblemException refusal = assertThrows(ProblemException.class, () -> keys.signing(YANTAI));
        assertEquals(LinkageError.CENTRE_ELSEWHERE, refusal.code());
        assertEquals("its row proves nothing", Optional.empty(), keys.known(YANTAI, before.keyId()));
        keys.revoke(before.keyId(), "迁出", context(YANTAI));

        SigningKey remote = Signatures.generate(SignatureAlgorithm.ED25519);
        trust(new PublicKeyView("yantai", remote.keyId(), remote.publicKey(), network.now(), null, null));
        assertTrue(known(YANTAI, remote).signed("ed25519", WORDS, remote.sign(WORDS)));
    }

    @Test
    public void whatTheTrustFileRevokesIsBelievedNoLongerThanTwoSeconds() throws IOException {
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        SigningKey remote = Signatures.generate(SignatureAlgorithm.ED25519);
        trust(new PublicKeyView("yantai", remote.keyId(), remote.publicKey(), network.now(), null, null));
        assertFalse(known(YANTAI, remote).isRevoked());

        trust(new PublicKeyView("yantai", remote.keyId(), remote.publicKey(), network.now(), null, network.now()));
        network.pass(Duration.ofSeconds(2));

        assertTrue(known(YANTAI, remote).isRevoked());
    }

    private void trust(PublicKeyView key) throws IOException {
        Files.writeString(base.getRoot().toPath().resolve("trust.json"), Json.write(List.of(key)));
    }

    private ErrorCode refusal(String keyId, String reason, TenantId centre) {
        return assertThrows(ProblemException.class, () -> keys.revoke(keyId, reason, context(centre)))
                .code();
    }

    private List<String> actions() {
        return journal.entries().stream().map(entry -> entry.action()).toList();
    }

    private KnownKey known(TenantId centre, SigningKey key) {
        return keys.known(centre, key.keyId()).orElseThrow();
    }

    private DefaultCentreKeys container() {
        KeyFiles files = new KeyFiles(base.getRoot() + "/keys");
        TrustFile trust = new TrustFile(base.getRoot() + "/trust.json");
        Whereabouts whereabouts = new Whereabouts(network, trust);
        return new DefaultCentreKeys(unit, journal, files, whereabouts, network, network.clock());
    }

    private CallContext context(TenantId centre) {
        return CallContext.system(centre, network.now(), "test");
    }
}
