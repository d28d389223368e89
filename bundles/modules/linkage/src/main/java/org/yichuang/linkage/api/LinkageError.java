package org.yichuang.linkage.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with a message between centres. */
public enum LinkageError implements ErrorCode {
    /** The envelope is of a version that is not spoken here yet, or cannot be read. */
    ENVELOPE_UNREADABLE(ErrorKind.MALFORMED, false),
    /** The payload or a file does not have the digest that the envelope states. */
    DIGEST_MISMATCH(ErrorKind.INVALID, true),
    /** The signature does not belong to the envelope. */
    SIGNATURE_INVALID(ErrorKind.INVALID, true),
    /** The key was not in force when it signed: not yet, or no more. */
    KEY_NOT_IN_FORCE(ErrorKind.INVALID, false),
    /** The key has been revoked: nothing that it has signed is believed any more. */
    KEY_REVOKED(ErrorKind.INVALID, false),
    /** It was signed too long ago, or ahead of time: it has to be signed anew. */
    NOT_FRESH(ErrorKind.INVALID, false),
    /** The signing key is not known here, or not yet. */
    KEY_UNKNOWN(ErrorKind.UNAVAILABLE, false),
    /** The centre has no key of that name. */
    SIGNING_KEY_UNKNOWN(ErrorKind.NOT_FOUND, false),
    /** The certificate under which it came does not speak for its sender. */
    CERTIFICATE_DIFFERS(ErrorKind.INVALID, false),
    /** No centre of that name is configured, or not yet. */
    CENTRE_UNKNOWN(ErrorKind.INVALID, false),
    /** The centre lives in another deployment: nothing takes effect and nothing is signed for it here. */
    CENTRE_ELSEWHERE(ErrorKind.UNAVAILABLE, false),
    /** The two centres do not stand directly above one another, or not yet. */
    NOT_RELATED(ErrorKind.INVALID, false),
    /** Files that the message names are not here yet: they are sent for. */
    FILES_MISSING(ErrorKind.UNAVAILABLE, false),
    /** No letter that waits here has named the file. */
    FILE_NOT_AWAITED(ErrorKind.NOT_ALLOWED, false),
    /** The receiving centre does not run the modules at the moment. */
    RECEIVER_OFF(ErrorKind.UNAVAILABLE, false),
    /** A file of keys of another deployment says nothing that can be understood. */
    KEY_FILE_UNREADABLE(ErrorKind.MALFORMED, false),
    /** The fingerprint of a file of keys is not the one that was told. */
    FINGERPRINT_DIFFERS(ErrorKind.INVALID, false),
    /** What is believed of other deployments cannot be read at the moment, and is not written over. */
    TRUST_FILE_UNREADABLE(ErrorKind.UNAVAILABLE, false),
    /** The centre is configured: only what one that is gone has left is given up as a whole. */
    CENTRE_CONFIGURED(ErrorKind.CONFLICT, false),
    /** Keys of others are believed only of centres that live elsewhere; this one lives here. */
    CENTRE_HERE(ErrorKind.INVALID, false),
    /** What came back is not a receipt of this message signed by its receiver. */
    RECEIPT_INVALID(ErrorKind.UNAVAILABLE, false);

    private final ErrorKind kind;
    private final boolean lasting;

    LinkageError(ErrorKind kind, boolean lasting) {
        this.kind = kind;
        this.lasting = lasting;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    /** Whether trying again cannot help, so that the message is parked at once. */
    public boolean lasting() {
        return lasting;
    }
}
