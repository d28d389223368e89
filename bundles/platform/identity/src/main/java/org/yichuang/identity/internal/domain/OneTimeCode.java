package org.yichuang.identity.internal.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of RFC 6238 (TOTP on HMAC-SHA-1, RFC 4226): six digits, a new one every 30 seconds. */
public final class OneTimeCode {
    private static final Duration STEP = Duration.ofSeconds(30);
    /** A clock may go wrong by one step either way. */
    private static final int DRIFT = 1;

    private static final int DIGITS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private OneTimeCode() {}

    /** The code of a moment. */
    public static String of(byte[] secret, Instant at) {
        return code(secret, step(at));
    }

    /**
     * Finds the step whose code somebody has typed, among those that a clock may show now.
     *
     * @param used the last step that was used: its code, and those before it, are good no more
     * @return empty when the code is wrong or was used
     */
    public static OptionalLong match(byte[] secret, String typed, Instant at, long used) {
        OptionalLong matched = OptionalLong.empty();
        for (long step = step(at) - DRIFT; step <= step(at) + DRIFT; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
            if (same && step > used) {
                matched = OptionalLong.of(step);
            }
        }
        return matched;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", e);
        }
    }

    /** A secret as authenticators take it: Base32 of RFC 4648 without padding. */
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret) {
            buffer = buffer << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(buffer >> bits & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << BITS - bits & 0x1f)).toString();
    }
}
