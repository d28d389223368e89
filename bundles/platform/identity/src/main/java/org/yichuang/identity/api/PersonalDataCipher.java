package org.yichuang.identity.api;

import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Encrypts personal data for the database (AES-256-GCM). Each value has a key of its own, which lies beside it,
 * encrypted
 * with a master key that is not in the database; a new master key is taken into use without touching the values. A
 * value
 * is bound to its {@link DataScope}: copied to another centre, column or row, it is not decrypted.
 */
public interface PersonalDataCipher {
    /**
     * Encrypts a text, about 170 characters longer than the text's own bytes in Base64, less where it can be deflated;
     * an empty one stays empty.
     *
     * @throws ProblemException {@code personal-data-unreadable} when this container has another newest master key than
     *     the one that the database knows by its name: what is refused is not lost
     */
    String encrypt(DataScope scope, String plain);

    /**
     * Decrypts what {@link #encrypt} returned for the same scope.
     *
     * @throws ProblemException {@code personal-data-unreadable} when the master key is not on this container, or the
     *     value was changed or moved
     */
    String decrypt(DataScope scope, String kept);

    /** Tells whether a text has the form of an encrypted one; rows from before encryption hold plain ones. */
    boolean isEncrypted(String kept);

    /** Tells whether a value's key is encrypted with the newest master key. */
    boolean isCurrent(String kept);

    /**
     * Returns the name of the master key with which a value's key is encrypted, e.g. {@code 2026}; empty for an empty
     * value and for one that is not encrypted. Kept in a column beside the value, it tells which are under which key.
     */
    String keyName(String kept);

    /** Returns the name of the master key under which this container writes. */
    String newestKey();

    /**
     * Tells whether this container writes under the key that has been taken into use last in this database, and has all
     * others that are in use: else it renews nothing, or containers with different files would do so for each other.
     * Answered from memory for some seconds, then from the database: not to be called inside of a transaction.
     */
    boolean mayRenew();

    /**
     * Encrypts a value's own key with the newest master key; the value itself stays as it is.
     *
     * @throws ProblemException {@code personal-data-unreadable} as when decrypting and when encrypting
     */
    String rewrap(DataScope scope, String kept);

    /**
     * Makes the keyed digest by which an encrypted value can be found again, equal for equal values of a centre.
     *
     * @param purpose as in the value's scope
     * @param value the value, in the one form in which it is compared
     * @return 64 hex characters
     */
    String searchDigest(TenantId tenant, String purpose, String value);

    /**
     * Where a value belongs.
     *
     * @param tenant the centre
     * @param purpose what it is, e.g. {@code cases.applicant-id}; a constant of the caller's code
     * @param owner the row, e.g. the case's number
     */
    record DataScope(TenantId tenant, String purpose, String owner) {}
}
