package org.yichuang.linkage.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What others have written may lack anything: whoever reads it later is not to stumble over that. */
final class Stated {
    /** What databases can keep. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Stated() {}

    /** By what something is signed that may be of a release which knew one algorithm only, and did not say it. */
    static String alg(String said) {
        return said == null ? SignatureAlgorithm.ED25519.word() : said;
    }

    /** Tells whether it is the algorithm of those releases. */
    static boolean isFirst(String alg) {
        return SignatureAlgorithm.ED25519.word().equals(alg);
    }

    /** @throws IllegalArgumentException when a text is longer than whatever was ever written as such */
    static void atMost(int characters, String what, String... texts) {
        for (String text : texts) {
            if (text.length() > characters) {
                throw new IllegalArgumentException("A " + what + " has at most " + characters + " characters");
            }
        }
    }

    /** @throws IllegalArgumentException when no clock can have shown it */
    static void moment(Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("No clock shows " + at);
        }
    }

    /** @throws IllegalArgumentException when no epoch can have begun then, in microseconds */
    static void epoch(long micros) {
        if (micros < 0 || micros > TimeUnit.SECONDS.toMicros(LAST.getEpochSecond())) {
            throw new IllegalArgumentException("No epoch begins at " + micros);
        }
    }

    /** @throws IllegalArgumentException when one of them is null */
    static void all(String what, List<?> fields) {
        if (fields.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Some of the fields that every " + what + " has are missing");
        }
    }
}
