package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.fees.api.AmountUnit;
import org.yichuang.fees.api.KeyAlgorithm;

/**
 * What is known of a bank, or of the treasury.
 *
 * @param branches its branches at the centre
 * @param keys with which it signs
 * @param mapping how its files are read, null where it sends none
 * @param waiting what somebody has said of it and nobody else has confirmed yet, null where nothing waits
 */
public record BankContent(List<String> branches, List<Key> keys, Mapping mapping, Waiting waiting) {
    public BankContent {
        branches = branches == null ? List.of() : List.copyOf(branches);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** What is known, and nothing waits. */
    public BankContent(List<String> branches, List<Key> keys, Mapping mapping) {
        this(branches, keys, mapping, null);
    }

    /**
     * What waits for another person.
     *
     * @param by who has said so
     * @param first whether nothing was known before, so that there is no such bank yet
     * @param content what is to be known
     */
    public record Waiting(String by, boolean first, BankContent content) {}

    /** The same, and something waits. */
    BankContent waiting(Waiting next) {
        return new BankContent(branches, keys, mapping, next);
    }

    /** Whether it is known at all. */
    public boolean isConfirmed() {
        return waiting == null || !waiting.first();
    }

    /**
     * A key.
     *
     * @param name by which calls name it
     * @param publicKey in Base64, as X.509 has it
     * @param from its first day
     * @param until its last one, null where that is not known
     */
    public record Key(String name, KeyAlgorithm algorithm, String publicKey, LocalDate from, LocalDate until) {
        boolean isValid(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * Under which headings its files say what.
     *
     * @param serial its own name for a payment; empty where files do not tell it
     */
    public record Mapping(String serial, String code, String amount, AmountUnit unit) {
        public Mapping {
            serial = serial == null ? "" : serial;
        }
    }

    /** The key that has a name on a day; while keys are changed, two of them hold. */
    public Optional<Key> key(String name, LocalDate day) {
        return keys.stream()
                .filter(key -> key.name().equals(name) && key.isValid(day))
                .findFirst();
    }
}
