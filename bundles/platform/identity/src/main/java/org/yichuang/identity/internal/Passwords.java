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
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Hashes passwords with Argon2id. Memory and processor are scarce: as many at a time as there are processors, unless
 * the
 * settings say otherwise, and when too many wait, the next one is asked to come back.
 */
final class Passwords {
    /** How many may wait for each that is computed; at 30 ms a hash that is about a second. */
    private static final int WAITING_EACH = 32;

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern KEPT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    private final SecureRandom random = new SecureRandom();
    private final byte[] dummySalt = bytes(SALT);
    private final byte[] dummyHash = bytes(LENGTH);
    private final Settings settings;
    private volatile Places places = new Places(new Semaphore(1, true), 0);

    Passwords(Settings settings) {
        this.settings = settings;
    }

    /** The form in which a password is kept. */
    String hash(String password) {
        byte[] salt = bytes(SALT);
        Argon cost = settings.now().argon();
        return kept(cost, salt, compute(password, salt, cost.memory(), cost.iterations(), cost.parallelism()));
    }

    private static String kept(Argon cost, byte[] salt, byte[] hash) {
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + text.encodeToString(salt) + "$" + text.encodeToString(hash);
    }

    /** Tells whether a password is the one that was kept. */
    boolean matches(String password, String kept) {
        Matcher parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalStateException("Not a password's hash");
        }
        byte[] computed = compute(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts.group(5)), computed);
    }

    /**
     * A hash of today's cost that no password has: who asks for an unknown account waits as long as for a known one.
     */
    String dummy() {
        return kept(settings.now().argon(), dummySalt, dummyHash);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] compute(String password, byte[] salt, int memory, int iterations, int parallelism) {
        Places here = places();
        if (here.free().getQueueLength() >= WAITING_EACH * here.all()) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(Passwords.class, "sign-in.too-many-at-once"));
        }
        here.free().acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(iterations)
                    .withParallelism(parallelism)
                    .withSalt(salt)
                    .build());
            byte[] result = new byte[LENGTH];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
            return result;
        } finally {
            here.free().release();
        }
    }

    /** As many as the settings say now; those who hold an old place give it back to where they took it. */
    private Places places() {
        int wanted = settings.now().argon().concurrency();
        int all = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        if (places.all() != all) {
            synchronized (this) {
                if (places.all() != all) {
                    places = new Places(new Semaphore(all, true), all);
                }
            }
        }
        return places;
    }

    private record Places(Semaphore free, int all) {}
}
