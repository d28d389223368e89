package org.yichuang.catalogue.internal.domain.basic;

/**
 * How far a centre is with the items of the basic catalogue.
 *
 * @param due those of its level
 * @param implemented those of them that it publishes
 */
public record BasicCounts(int due, int implemented) {
    /** Those that nobody can apply for yet. */
    public int missing() {
        return due - implemented;
    }
}
