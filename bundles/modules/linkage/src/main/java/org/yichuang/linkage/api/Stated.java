package org.yichuang.linkage.api;

import java.util.List;
import java.util.Objects;

/** What others have written may lack anything: whoever reads it later is not to stumble over that. */
final class Stated {
    private Stated() {}

    /** By what something is signed that may be of a release which knew one algorithm only, and did not say it. */
    static String alg(String said) {
        return said == null ? SignatureAlgorithm.ED25519.word() : said;
    }

    /** Tells whether it is the algorithm of those releases. */
    static boolean isFirst(String alg) {
        return SignatureAlgorithm.ED25519.word().equals(alg);
    }

    /** @throws IllegalArgumentException when one of them is null */
    static void all(String what, List<?> fields) {
        if (fields.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Some of the fields that every " + what + " has are missing");
        }
    }
}
