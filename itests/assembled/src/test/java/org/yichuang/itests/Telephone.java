package org.yichuang.itests;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows one-time codes of RFC 6238, as the authenticators on people's telephones do. */
final class Telephone {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    /** @param secret as the platform tells it, in Base32 */
    Telephone(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        this.secret = bytes.toByteArray();
    }

    /** The code that it shows now, or some codes later. */
    String code(int later) throws GeneralSecurityException {
        long step = Math.floorDiv(Clock.systemUTC().instant().getEpochSecond(), STEP_SECONDS) + later;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                        .getInt()
                & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
