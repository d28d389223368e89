package org.yichuang.journal.api;

/**
 * Digests that only this deployment can make (HMAC-SHA-256 with keys derived from {@code keys/journal.key}, which is
 * not in the database): for whatever is kept to be recognised again, and must neither be guessed from its digest nor be
 * forged by someone who writes rows. All containers of one database give the same digests.
 */
public interface KeyedDigests {
    /**
     * Makes the digest of fields. Each field goes in with its length, so that no two lists of fields look alike.
     *
     * @param purpose what the digest is for, e.g. {@code session}; a constant of the caller's code. Digests of
     *     different
     *     purposes have different keys: one never stands for another
     * @param fields what is digested, in an order that the purpose fixes
     * @return 64 lower-case hex characters
     */
    String digest(String purpose, String... fields);

    /**
     * Compares a kept digest with the fields' own, in a time that does not depend on where they differ.
     *
     * @param kept the digest as it was kept
     */
    boolean matches(String kept, String purpose, String... fields);
}
