package org.yichuang.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.yichuang.identity.internal.Settings.Argon;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/**
 * Hashes passwords with Argon2id. Memory and processor are scarce: two at a time, and when too many wait, the next one
 * is asked to come back.
 */
final class Passwords {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern KEPT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Settings settings;
    private volatile String dummy;

    Passwords(Settings settings) {
        this.settings = settings;
    }

    /** The form in which a password is kept. */
    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Argon cost = settings.now().argon();
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + text.encodeToString(salt) + "$" + text.encodeToString(compute(password, salt, cost));
    }

    /** Tells whether a password is the one that was kept. */
    boolean matches(String password, String kept) {
        Matcher parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalStateException("Not a password's hash");
        }
        Argon cost = new Argon(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(
                expected, compute(password, Base64.getDecoder().decode(parts.group(4)), cost));
    }

    /** A hash that no password has: who asks for an unknown account waits as long as for a known one. */
    String dummy() {
        if (dummy == null) {
            byte[] secret = new byte[LENGTH];
            random.nextBytes(secret);
            dummy = hash(Base64.getEncoder().encodeToString(secret));
        }
        return dummy;
    }

    private byte[] compute(String password, byte[] salt, Argon cost) {
        if (places.getQueueLength() >= WAITING) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, "登录请求过多，请稍后再试", "Too many sign-ins at once: try again later");
        }
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory())
                    .withIterations(cost.iterations())
                    .withParallelism(cost.parallelism())
                    .withSalt(salt)
                    .build());
            byte[] result = new byte[LENGTH];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
            return result;
        } finally {
            places.release();
        }
    }
}
