package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a joint case was raised to the government (M-CAS-4).
 *
 * @param on on which day
 * @param reason about what the departments cannot agree
 * @param settlement what the government has settled, or null
 * @param document by which document, or null
 * @param settledAt when that was recorded, or null
 */
public record RaisedFact(LocalDate on, String reason, String settlement, String document, Instant settledAt) {
    boolean isOpen() {
        return settledAt == null;
    }

    RaisedFact settled(String words, String by, Instant at) {
        return new RaisedFact(on, reason, words, by, at);
    }
}
