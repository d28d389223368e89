package org.yichuang.agency.internal.domain;

/**
 * What of a problem is kept encrypted.
 *
 * @param words what it is
 * @param agreement what was agreed about it, or empty
 * @param solution how it was solved, empty before
 */
public record ProblemContent(String words, String agreement, String solution) {
    public ProblemContent {
        words = words == null ? "" : words;
        agreement = agreement == null ? "" : agreement;
        solution = solution == null ? "" : solution;
    }
}
