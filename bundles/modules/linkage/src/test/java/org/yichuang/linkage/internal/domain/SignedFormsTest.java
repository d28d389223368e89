package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** The forms of what is signed: each release writes the earliest that can say all, and reads those before. */
public class SignedFormsTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123456789Z");
    private static final byte[] PLAN = "plan".getBytes(StandardCharsets.UTF_8);

    private final SigningKey ed25519 = Signatures.generate(SignatureAlgorithm.ED25519);
    private final SigningKey sm2 = Signatures.generate(SignatureAlgorithm.SM2);
    /** A centre may have keys of both. */
    private final SignatureVerifier verifier = new SignatureVerifier(new KeyRing() {
        @Override
        public SigningKey signing(TenantId centre) {
            return ed25519;
        }

        @Override
        public Optional<KnownKey> known(TenantId centre, String keyId) {
            return Stream.of(ed25519, sm2)
                    .filter(key -> key.keyId().equals(keyId))
                    .findFirst()
                    .map(SignedFormsTest::known);
        }
    });

    @Test
    public void anEnvelopeOfTheFirstVersionWhichKnewOneTopicOnlyStillHolds() {
        Envelope first = signed(
                ed25519,
                new Envelope(
                        1,
                        "M1",
                        "haiyang",
                        "yantai",
                        "C1",
                        1,
                        null,
                        "forward",
                        AT,
                        "{}",
                        Digests.sha256("{}"),
                        List.of(),
                        ed25519.keyId(),
                        "",
                        null,
                        0));
        assertFalse(text(first).contains("linkage"));

        verifier.check(first, AT);
    }

    @Test
    public void aMessageOfTheFirstTopicIsWrittenByteForByteAsTheFirstReleaseWroteIt() {
        Envelope plain = written("linkage", ed25519);

        assertEquals(
                "{\"version\":1,\"id\":\"M1\",\"sender\":\"haiyang\",\"receiver\":\"yantai\",\"senderCase\":\"C1\","
                        + "\"sequence\":1,\"type\":\"forward\",\"sentAt\":\"2026-03-02T01:00:00.123456789Z\","
                        + "\"payload\":\"{}\",\"payloadDigest\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f6"
                        + "1caaff8a\",\"attachments\":[{\"file\":\"F1\",\"name\":\"plan.pdf\",\"mediaType\":"
                        + "\"application/pdf\",\"sha256\":\"" + Digests.sha256(PLAN)
                        + "\",\"size\":4,\"content\":\"cGxhbg==\"}],\"keyId\":\"K1\",\"signature\":\"S1\"}",
                Json.write(plain.signed("S1")));
        assertEquals(
                "yichuang-envelope\n1:1\n2:M1\n7:haiyang\n6:yantai\n2:C1\n1:1\n7:forward\n"
                        + "30:2026-03-02T01:00:00.123456789Z\n"
                        + "64:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n2:K1\n1:1\n"
                        + "2:F1\n8:plan.pdf\n15:application/pdf\n64:" + Digests.sha256(PLAN) + "\n1:4\n",
                text(plain));
        assertEquals("linkage", Json.read(Json.write(plain), Envelope.class).topic());
    }

    @Test
    public void anotherTopicIsWrittenInTheSecondVersionWhichNamesIt() {
        Envelope other = signed(ed25519, written("visits", ed25519));

        assertEquals(2, other.version());
        Envelope read = Json.read(Json.write(other), Envelope.class);
        assertEquals("visits", read.topic());
        assertNotEquals(text(written("linkage", ed25519)), text(read));
    }

    private static Envelope written(String topic, SigningKey key) {
        return new Envelope(
                Envelope.versionFor(topic, key.algorithm(), 0),
                "M1",
                "haiyang",
                "yantai",
                "C1",
                1,
                topic,
                "forward",
                AT,
                "{}",
                Digests.sha256("{}"),
                List.of(new Envelope.File(
                        "F1", "plan.pdf", "application/pdf", Digests.sha256(PLAN), PLAN.length, PLAN)),
                "K1",
                "",
                key.algorithm().word(),
                0);
    }

    @Test
    public void whatIsSignedBySm2SaysSoUnderItsSignatureAndOnItsWay() {
        Envelope envelope = signed(sm2, envelope(Envelope.versionFor("linkage", sm2.algorithm(), 0), sm2, "sm2"));

        assertEquals(3, envelope.version());
        assertTrue(text(envelope).contains("\n3:sm2\n"));
        assertTrue(text(envelope).contains("\n7:linkage\n"));
        assertTrue(Json.write(envelope).contains("\"alg\":\"sm2\""));
        verifier.check(Json.read(Json.write(envelope), Envelope.class), AT);
        Receipt receipt = receipt(sm2, "sm2");
        assertTrue(Json.write(receipt).contains("\"alg\":\"sm2\""));
        verifier.check(Json.read(Json.write(receipt), Receipt.class), envelope, List.of(), AT);
        verifier.check(Json.read(Json.write(file(sm2, "sm2")), CarriedFile.class), AT);
    }

    @Test
    public void receiptsAndFilesByEd25519AreWrittenAsReleasesBeforeReadThem() {
        Receipt receipt = receipt(ed25519, "ed25519");
        CarriedFile file = file(ed25519, "ed25519");

        assertEquals(1, receipt.version());
        assertEquals(1, file.version());
        assertFalse(Json.write(receipt).contains("alg"));
        assertFalse(Json.write(file).contains("alg"));
        verifier.check(Json.read(Json.write(receipt), Receipt.class), written("linkage", ed25519), List.of(), AT);
        verifier.check(Json.read(Json.write(file), CarriedFile.class), AT);
    }

    @Test
    public void aKeyOfOneAlgorithmIsNotBelievedUnderTheNameOfAnother() {
        assertEquals(LinkageError.SIGNATURE_INVALID, refusal(signed(sm2, envelope(3, sm2, "ed25519"))));
        assertEquals(LinkageError.SIGNATURE_INVALID, refusal(signed(ed25519, envelope(3, ed25519, "sm2"))));
        assertEquals("who says none says the first", LinkageError.SIGNATURE_INVALID, refusal(signed(sm2, first(sm2))));
        assertEquals(LinkageError.SIGNATURE_INVALID, code(() -> verifier.check(file(sm2, "ed25519"), AT)));
        Envelope answered = written("linkage", sm2);
        assertEquals(
                LinkageError.RECEIPT_INVALID,
                code(() -> verifier.check(receipt(sm2, "ed25519"), answered, List.of(), AT)));
        assertEquals(
                LinkageError.RECEIPT_INVALID,
                code(() -> verifier.check(receipt(ed25519, "sm2"), answered, List.of(), AT)));
    }

    @Test
    public void anEarlierVersionNamesNoOtherAlgorithm() {
        for (int version : new int[] {1, 2}) {
            assertEquals(LinkageError.ENVELOPE_UNREADABLE, refusal(signed(sm2, envelope(version, sm2, "sm2"))));
        }
    }

    @Test
    public void anAlgorithmOfALaterReleaseIsRefusedInWordsThatItsSenderWaitsWith() {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> verifier.check(signed(sm2, envelope(3, sm2, "sm9")), AT));

        assertEquals(LinkageError.ENVELOPE_UNREADABLE, refusal.code());
        assertTrue(refusal.en(), refusal.en().contains("sm9"));
        assertEquals(Patience.LONG, Patience.with(refusal.code().code()));
    }

    @Test
    public void aReceiptThatIsSignedAnewTakesTheFormOfTheNewKey() {
        Receipt first = receipt(ed25519, "ed25519");
        Receipt again = first.under(sm2.keyId(), SignatureAlgorithm.SM2);

        verifier.check(again.signed(sm2.sign(again.signedBytes())), written("linkage", sm2), List.of(), AT);
        assertEquals(first.words(), again.words());
    }

    private Envelope first(SigningKey key) {
        return envelope(1, key, null);
    }

    private static Envelope envelope(int version, SigningKey key, String alg) {
        return new Envelope(
                version,
                "M1",
                "haiyang",
                "yantai",
                "C1",
                1,
                "linkage",
                "forward",
                AT,
                "{}",
                Digests.sha256("{}"),
                List.of(),
                key.keyId(),
                "",
                alg,
                0);
    }

    private static Receipt receipt(SigningKey key, String alg) {
        Receipt plain = new Receipt(
                alg.equals("ed25519") ? 1 : 2,
                "M1",
                "haiyang",
                "yantai",
                Digests.sha256("{}"),
                AT,
                "370600-1",
                key.keyId(),
                "",
                alg);
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private static CarriedFile file(SigningKey key, String alg) {
        CarriedFile plain = new CarriedFile(
                alg.equals("ed25519") ? 1 : 2,
                "M1",
                "haiyang",
                "yantai",
                "linkage",
                Digests.sha256(PLAN),
                PLAN.length,
                AT,
                key.keyId(),
                "",
                alg);
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private ErrorCode refusal(Envelope envelope) {
        return code(() -> verifier.check(envelope, AT));
    }

    private static ErrorCode code(ThrowingRunnable check) {
        return assertThrows(ProblemException.class, check).code();
    }

    private static Envelope signed(SigningKey key, Envelope plain) {
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private static String text(Envelope envelope) {
        return new String(envelope.signedBytes(), StandardCharsets.UTF_8);
    }

    private static KeyRing.KnownKey known(SigningKey key) {
        try {
            return new KeyRing.KnownKey(Signatures.publicKey(key.publicKey()), null, null, null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
