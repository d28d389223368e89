package org.yichuang.journal.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A set of keyed hashes, eight bytes each, that remembers which of them were met: a tenant's whole journal is compared
 * with its anchors in memory that a container can spare.
 */
final class HashSet64 {
    private static final int FIRST_DIGITS = 16;
    private static final int HEX = 16;

    private long[] values = new long[1024];
    private int size;
    private BitSet met;
    private final Set<Long> late = new HashSet<>();

    /** Adds a hash; after {@link #seal()} one that need not be met. */
    void add(String hash) {
        long value = fingerprint(hash);
        if (met != null) {
            late.add(value);
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Ends the gathering. */
    void seal() {
        values = Arrays.stream(values, 0, size).sorted().distinct().toArray();
        size = values.length;
        met = new BitSet(size);
    }

    /** How many different hashes were gathered before the end. */
    int size() {
        return size;
    }

    /** Marks a hash as met and tells whether it is in the set. */
    boolean meet(String hash) {
        long value = fingerprint(hash);
        int at = Arrays.binarySearch(values, value);
        if (at >= 0) {
            met.set(at);
        }
        return at >= 0 || late.contains(value);
    }

    /** Whether all were met, those apart that came late. */
    boolean allMet() {
        return met.cardinality() == size;
    }

    /** Whether this one was met. */
    boolean isMet(String hash) {
        int at = Arrays.binarySearch(values, fingerprint(hash));
        return at < 0 || met.get(at);
    }

    private static long fingerprint(String hash) {
        return Long.parseUnsignedLong(hash.substring(0, FIRST_DIGITS), HEX);
    }
}
