package org.yichuang.cases.internal;

import java.time.Instant;
import java.util.Locale;

/**
 * A document of a case, as whoever sees the case sees it.
 *
 * @param id its id; opens its file once that is made
 * @param kind its kind, e.g. {@code acceptance}
 * @param number its number
 * @param title its title; empty when it cannot be read
 * @param sha256 digest of the file; empty until it is made
 * @param issuedAt when
 * @param state where it stands
 * @param centre the centre that has issued it
 * @param code by which it is verified there
 * @param verification where, when that centre lives elsewhere and says so; else empty
 */
public record CaseDocument(
        String id,
        String kind,
        String number,
        String title,
        String sha256,
        Instant issuedAt,
        State state,
        String centre,
        String code,
        String verification) {
    /** Where a document stands. */
    public enum State {
        /** Its file is being made. */
        PENDING,
        /** Its file is there. */
        READY,
        /** It is not in force any more; its file is there. */
        REVOKED,
        /** A centre of another deployment has its file. */
        ELSEWHERE;
        /** The word in texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
