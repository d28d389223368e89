package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** What is believed, by whichever algorithm it is signed. */
@RunWith(Parameterized.class)
public class SignatureVerifierTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123456789Z");
    private static final byte[] PLAN = "plan".getBytes(StandardCharsets.UTF_8);

    @Parameter
    public SignatureAlgorithm algorithm;

    private SigningKey key;
    private Instant begun;
    private Instant retired;
    private Instant revoked;
    private final SignatureVerifier seal = new SignatureVerifier(new KeyRing() {
        @Override
        public SigningKey signing(TenantId centre) {
            return key;
        }

        @Override
        public Optional<KnownKey> known(TenantId centre, String keyId) {
            return key.keyId().equals(keyId)
                    ? Optional.of(new KnownKey(publicKey(), begun, retired, revoked))
                    : Optional.empty();
        }
    });
    private Envelope envelope;
    private Receipt receipt;

    @Parameters(name = "{0}")
    public static SignatureAlgorithm[] algorithms() {
        return SignatureAlgorithm.values();
    }

    @Before
    public void sign() {
        key = Signatures.generate(algorithm);
        envelope = signed(envelope("haiyang", "yantai", 1, "forward", "{\"案\":\"移植\"}", "plan.pdf"));
        receipt = signed(receipt("M1", "haiyang", "yantai", envelope.payloadDigest(), "370600-1"));
    }

    @Test
    public void aSignedEnvelopeHolds() {
        seal.check(envelope, AT);
    }

    @Test
    public void itHoldsAfterTheWayThroughJson() {
        seal.check(Json.read(Json.write(envelope), Envelope.class), AT);
    }

    @Test
    public void noFieldOfAnEnvelopeCanBeChanged() {
        String payload = envelope.payload();
        refused(LinkageError.SIGNATURE_INVALID, envelope("laishan", "yantai", 1, "forward", payload, "plan.pdf"));
        refused(LinkageError.SIGNATURE_INVALID, envelope("haiyang", "shandong", 1, "forward", payload, "plan.pdf"));
        refused(LinkageError.SIGNATURE_INVALID, envelope("haiyang", "yantai", 2, "forward", payload, "plan.pdf"));
        refused(LinkageError.SIGNATURE_INVALID, envelope("haiyang", "yantai", 1, "decision", payload, "plan.pdf"));
        refused(LinkageError.SIGNATURE_INVALID, envelope("haiyang", "yantai", 1, "forward", "{}", "plan.pdf"));
        refused(LinkageError.SIGNATURE_INVALID, envelope("haiyang", "yantai", 1, "forward", payload, "other.pdf"));
    }

    @Test
    public void aPayloadThatIsNotWhatItsDigestSaysIsRefused() {
        Envelope other = new Envelope(
                Envelope.VERSION,
                "M1",
                "haiyang",
                "yantai",
                "C1",
                1,
                "linkage",
                "forward",
                AT,
                "{\"changed\":true}",
                envelope.payloadDigest(),
                envelope.attachments(),
                key.keyId(),
                envelope.signature(),
                algorithm.word(),
                0);

        assertEquals(LinkageError.DIGEST_MISMATCH, refusal(other).code());
    }

    @Test
    public void aFileThatIsNotWhatItsDigestSaysIsRefused() {
        Envelope.File file = envelope.attachments().get(0);
        Envelope.File other =
                new Envelope.File(file.file(), file.name(), file.mediaType(), file.sha256(), 4, new byte[4]);
        Envelope changed = new Envelope(
                Envelope.VERSION,
                "M1",
                "haiyang",
                "yantai",
                "C1",
                1,
                "linkage",
                "forward",
                AT,
                envelope.payload(),
                envelope.payloadDigest(),
                List.of(other),
                key.keyId(),
                envelope.signature(),
                algorithm.word(),
                0);

        assertEquals(LinkageError.DIGEST_MISMATCH, refusal(changed).code());
    }

    @Test
    public void aKeyNobodyKnowsMayBecomeKnownLater() {
        SigningKey stranger = Signatures.generate(algorithm);
        Envelope other = new Envelope(
                Envelope.VERSION,
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
                stranger.keyId(),
                "",
                algorithm.word(),
                0);

        ProblemException refusal = refusal(other.signed(stranger.sign(other.signedBytes())));

        assertEquals(LinkageError.KEY_UNKNOWN, refusal.code());
    }

    @Test
    public void aKeySignsWithinItsTimeAndAnOverlapOfFiveMinutes() {
        begun = AT.plusSeconds(300);
        retired = AT.minusSeconds(300);
        seal.check(envelope, AT);

        retired = AT.minusSeconds(301);
        assertEquals(LinkageError.KEY_NOT_IN_FORCE, refusal(envelope).code());
        retired = null;
        begun = AT.plusSeconds(301);
        assertEquals(LinkageError.KEY_NOT_IN_FORCE, refusal(envelope).code());
    }

    @Test
    public void nothingOfARevokedKeyIsBelievedWheneverItWasSigned() {
        revoked = AT.plusSeconds(86_400);

        assertEquals(LinkageError.KEY_REVOKED, refusal(envelope).code());
        notAReceipt(receipt);
    }

    @Test
    public void whatIsOlderThanNinetyDaysOrAheadOfTheClockHereIsNotFresh() {
        Instant late = AT.plus(Duration.ofDays(90));
        seal.check(envelope, late);
        seal.check(envelope, AT.minusSeconds(300));

        assertEquals(
                LinkageError.NOT_FRESH, refusal(envelope, late.plusMillis(1)).code());
        assertEquals(
                LinkageError.NOT_FRESH, refusal(envelope, AT.minusSeconds(301)).code());
    }

    @Test
    public void aForgedEnvelopeIsKnownAsSuchWhateverItSaysOfItsTime() {
        revoked = AT;

        assertEquals(
                LinkageError.SIGNATURE_INVALID, refusal(envelope.signed("AAAA")).code());
    }

    @Test
    public void aReceiptMayBeOlderThanTheKeyThatSignsItAnewButNotOfARetiredOne() {
        begun = AT.plus(Duration.ofDays(100));
        seal.check(receipt, envelope, List.of(), AT);

        retired = AT.minusSeconds(301);
        notAReceipt(receipt);
    }

    @Test
    public void aRetiredKeyAnswersForNothingThatWasWrittenLater() {
        retired = AT.plus(Duration.ofDays(1));
        seal.check(receipt, envelope, List.of(), AT);
        seal.check(receipt, envelope, List.of(), AT.plusSeconds(300)); // clocks differ

        Instant today = AT.plus(Duration.ofDays(200));
        for (Instant said : List.of(AT, retired, retired.plusSeconds(300))) {
            Receipt forged = signed(receipt.givenAgain(said));
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> seal.check(forged, envelope, List.of(), today));
            assertEquals(LinkageError.RECEIPT_INVALID, refusal.code());
        }
        retired = null;
        seal.check(receipt, envelope, List.of(), today); // a clock that was set right is no forgery
    }

    @Test
    public void aTextThatIsNoSignatureIsRefusedAndNotAFault() {
        assertEquals(
                LinkageError.SIGNATURE_INVALID,
                refusal(envelope.signed("not base64 …")).code());
        assertEquals(
                LinkageError.SIGNATURE_INVALID, refusal(envelope.signed("AAAA")).code());
    }

    @Test
    public void whatNoEnvelopeCanHaveIsNotRead() {
        String good = Json.write(envelope);
        String files = good.substring(good.indexOf("\"attachments\":["), good.indexOf(']') + 1);
        String file = files.substring(files.indexOf('{'), files.indexOf('}') + 1);
        for (String bad : List.of(
                good.replace(files, "\"attachments\":[" + file + ("," + file).repeat(2_000) + "]"),
                good.replaceFirst("\"senderCase\":\"C1\"", "\"senderCase\":\"" + "C".repeat(101) + "\""),
                good.replaceFirst("\"type\":\"forward\"", "\"type\":\"" + "f".repeat(101) + "\""),
                good.replaceFirst("\"sentAt\":\"[^\"]*\"", "\"sentAt\":\"" + Instant.MIN + "\""),
                good.replaceFirst("\"sentAt\":\"[^\"]*\"", "\"sentAt\":\"" + Instant.MAX + "\""),
                good.replaceFirst("\\{", "{\"epoch\":" + Long.MAX_VALUE + ","),
                good.replaceFirst("\\{", "{\"epoch\":-1,"))) {
            assertNotEquals(good, bad);
            ProblemException refusal = assertThrows(ProblemException.class, () -> Json.read(bad, Envelope.class));
            assertEquals(LinkageError.ENVELOPE_UNREADABLE, refusal.code());
        }
        String answer = Json.write(receipt);
        String never = answer.replaceFirst("\"receivedAt\":\"[^\"]*\"", "\"receivedAt\":\"" + Instant.MIN + "\"");
        assertNotEquals(answer, never);
        assertThrows(ProblemException.class, () -> Json.read(never, Receipt.class));
    }

    @Test
    public void aFutureVersionIsRefused() {
        Envelope future = new Envelope(
                Envelope.VERSION + 1,
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
                algorithm.word(),
                0);

        assertEquals(LinkageError.ENVELOPE_UNREADABLE, refusal(future).code());
    }

    @Test
    public void aReceiptOfTheReceiverHolds() {
        seal.check(receipt, envelope, List.of(), AT);
        seal.check(Json.read(Json.write(receipt), Receipt.class), envelope, List.of(), AT);
    }

    @Test
    public void aReceiptForAPayloadUnderWhichItMayHaveLeftBeforeHolds() {
        Receipt earlier = signed(receipt("M1", "haiyang", "yantai", Digests.sha256("{}"), "370600-1"));

        seal.check(earlier, envelope, List.of(Digests.sha256("[]"), Digests.sha256("{}")), AT);
    }

    @Test
    public void aReceiptOfAnotherMessageOrWithOtherWordsDoesNot() {
        String digest = envelope.payloadDigest();
        notAReceipt(signed(receipt("M2", "haiyang", "yantai", digest, "370600-1")));
        notAReceipt(signed(receipt("M1", "laishan", "yantai", digest, "370600-1")));
        notAReceipt(signed(receipt("M1", "haiyang", "shandong", digest, "370600-1")));
        notAReceipt(signed(receipt("M1", "haiyang", "yantai", Digests.sha256("{}"), "370600-1")));
        notAReceipt(receipt("M1", "haiyang", "yantai", digest, "other words").signed(receipt.signature()));
        notAReceipt(receipt("M1", "haiyang", "yantai", digest, "370600-1"));
    }

    @Test
    public void valuesCannotBeMovedAcrossFieldBorders() {
        assertNotEquals(
                text(envelope("ab", "c", 1, "forward", "{}", "x")), text(envelope("a", "bc", 1, "forward", "{}", "x")));
    }

    private static String text(Envelope envelope) {
        return new String(envelope.signedBytes(), StandardCharsets.UTF_8);
    }

    private void refused(LinkageError code, Envelope changed) {
        assertEquals(code, refusal(changed.signed(envelope.signature())).code());
    }

    private ProblemException refusal(Envelope other) {
        return refusal(other, AT);
    }

    private ProblemException refusal(Envelope other, Instant now) {
        return assertThrows(ProblemException.class, () -> seal.check(other, now));
    }

    private void notAReceipt(Receipt other) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> seal.check(other, envelope, List.of(), AT));
        assertEquals(LinkageError.RECEIPT_INVALID, refusal.code());
    }

    private Envelope envelope(
            String sender, String receiver, long sequence, String type, String payload, String fileName) {
        Envelope.File file =
                new Envelope.File("F1", fileName, "application/pdf", Digests.sha256(PLAN), PLAN.length, PLAN);
        return new Envelope(
                Envelope.VERSION,
                "M1",
                sender,
                receiver,
                "C1",
                sequence,
                "linkage",
                type,
                AT,
                payload,
                Digests.sha256(payload),
                List.of(file),
                key.keyId(),
                "",
                algorithm.word(),
                0);
    }

    private Receipt receipt(String message, String sender, String receiver, String digest, String words) {
        return new Receipt(
                Receipt.versionFor(algorithm),
                message,
                sender,
                receiver,
                digest,
                AT,
                words,
                key.keyId(),
                "",
                algorithm.word());
    }

    private Envelope signed(Envelope plain) {
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private Receipt signed(Receipt plain) {
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private Signatures.VerifyingKey publicKey() {
        try {
            return Signatures.publicKey(key.publicKey());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
