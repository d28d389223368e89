package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.linkage.internal.persistence.KeyFiles;
import org.yichuang.testing.centres.TestCentres;

/** Each centre signs by what its setting says. */
public class CentreAlgorithmsTest {
    private static final byte[] WORDS = {1, 2, 3};

    @Rule
    public final TemporaryFolder base = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private EntityManagerFactory unit;
    private DefaultCentreKeys keys;

    @Before
    public void start() {
        unit = Persistence.createEntityManagerFactory(
                "linkage",
                Map.of(
                        "javax.persistence.transactionType", "RESOURCE_LOCAL",
                        "javax.persistence.jtaDataSource", "",
                        "javax.persistence.jdbc.driver", "org.apache.derby.jdbc.EmbeddedDriver",
                        "javax.persistence.jdbc.url", "jdbc:derby:memory:algorithms;create=true",
                        "eclipselink.ddl-generation", "drop-and-create-tables",
                        "eclipselink.logging.level", "OFF"));
        keys = container(new MemoryJournal(network.clock()));
    }

    @After
    public void stop() {
        unit.close();
    }

    @Test
    public void aCentreSignsByWhatItsSettingSaysAndItsNeighbourByAnother() {
        network.policy(YANTAI, "exchange.signature", "sm2");
        SigningKey city = keys.signing(YANTAI);
        SigningKey county = keys.signing(HAIYANG);

        assertEquals(SignatureAlgorithm.SM2, city.algorithm());
        assertEquals(SignatureAlgorithm.ED25519, county.algorithm());
        assertTrue(keys.known(YANTAI, city.keyId()).orElseThrow().signed("sm2", WORDS, city.sign(WORDS)));
        assertFalse(keys.known(YANTAI, city.keyId()).orElseThrow().signed("ed25519", WORDS, city.sign(WORDS)));
        assertEquals(List.of("sm2"), algorithms(YANTAI));
        assertEquals(List.of("ed25519"), algorithms(HAIYANG));
    }

    @Test
    public void aChangeOfTheSettingMakesAKeyOfItsKindAndWhatTheOtherSignedStillHolds() {
        SigningKey before = keys.signing(YANTAI);
        network.policy(YANTAI, "exchange.signature", "sm2");
        SigningKey after = keys.signing(YANTAI);

        assertEquals(SignatureAlgorithm.SM2, after.algorithm());
        assertEquals(
                after.keyId(),
                container(new MemoryJournal(network.clock())).signing(YANTAI).keyId());
        assertTrue(keys.known(YANTAI, before.keyId()).orElseThrow().signed("ed25519", WORDS, before.sign(WORDS)));
        network.policy(YANTAI, "exchange.signature", "ed25519");
        assertEquals(
                "it has not been replaced", before.keyId(), keys.signing(YANTAI).keyId());
    }

    @Test
    public void aRotationMakesOneOfTheSameKindAndOneThatIsRevokedIsReplaced() {
        network.policy(YANTAI, "exchange.signature", "sm2");
        SigningKey first = keys.signing(YANTAI);

        PublicKeyView second = keys.rotate(context(YANTAI));
        keys.revoke(second.keyId(), "遗失", context(YANTAI));
        SigningKey third = keys.signing(YANTAI);

        assertEquals("sm2", second.alg());
        assertEquals(SignatureAlgorithm.SM2, third.algorithm());
        assertNotEquals(first.keyId(), second.keyId());
        assertNotEquals(second.keyId(), third.keyId());
    }

    @Test
    public void whatOthersCheckByThemselvesIsSignedByWhatTheyHave() throws Exception {
        network.policy(YANTAI, "exchange.signature", "sm2");
        String digest = "ab".repeat(32);
        CentreSigner.Signature signature = keys.sign(YANTAI, "package", digest);

        byte[] text = CentreSigner.signedText("yantai", "package", digest).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                SignatureAlgorithm.ED25519,
                SignatureAlgorithm.ofKey(signature.publicKey()).orElseThrow());
        assertTrue(Signatures.publicKey(signature.publicKey()).isGood(text, signature.value()));
        assertEquals(
                "its messages", SignatureAlgorithm.SM2, keys.signing(YANTAI).algorithm());
    }

    @Test
    public void aKeyInTheFileOfTheOtherKindIsNotTaken() throws Exception {
        keys.signing(YANTAI);
        Path folder = base.getRoot().toPath().resolve("keys");
        Files.copy(folder.resolve("linkage-yantai.key"), folder.resolve("linkage-yantai.sm2.key"));
        network.policy(YANTAI, "exchange.signature", "sm2");

        assertThrows(IllegalStateException.class, () -> keys.signing(YANTAI));
    }

    @Test
    public void aFileOfKeysNamesTheAlgorithmUnlessItIsTheOneThatEarlierReleasesRead() {
        PublicKeyView sm2 = view(SignatureAlgorithm.SM2);
        PublicKeyView ed25519 = view(SignatureAlgorithm.ED25519);

        assertTrue(Json.write(sm2).contains("\"alg\":\"sm2\""));
        assertFalse(Json.write(ed25519).contains("alg"));
        assertEquals(sm2, Json.read(Json.write(sm2), PublicKeyView.class));
        assertEquals(ed25519, Json.read(Json.write(ed25519), PublicKeyView.class));
        assertNull(new PublicKeyView("yantai", "k", "AAAA", network.now(), null, null).alg());
        String lie = Json.write(sm2).replace("\"sm2\"", "\"ed25519\"");
        assertThrows(ProblemException.class, () -> Json.read(lie, PublicKeyView.class));
    }

    private PublicKeyView view(SignatureAlgorithm algorithm) {
        SigningKey key = Signatures.generate(algorithm);
        return new PublicKeyView("yantai", key.keyId(), key.publicKey(), network.now(), null, null);
    }

    private List<String> algorithms(TenantId centre) {
        return keys.keys(context(centre)).stream().map(PublicKeyView::alg).toList();
    }

    private DefaultCentreKeys container(MemoryJournal journal) {
        TrustFile trust = new TrustFile(base.getRoot() + "/trust.json");
        return new DefaultCentreKeys(
                unit,
                journal,
                new KeyFiles(base.getRoot() + "/keys"),
                new Whereabouts(network, trust),
                network,
                network.clock());
    }

    private CallContext context(TenantId centre) {
        return CallContext.system(centre, network.now(), "test");
    }
}
