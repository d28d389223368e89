package org.yichuang.identity.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with accounts and signing in. */
public enum IdentityError implements ErrorCode {
    /** Account or password is wrong, or the account is locked; which of them is not told. */
    SIGN_IN_REFUSED(ErrorKind.NOT_SIGNED_IN),
    /** The password is right; a one-time code is needed, too. */
    SECOND_FACTOR_REQUIRED(ErrorKind.NOT_SIGNED_IN),
    /** The one-time code is wrong or was used. */
    SECOND_FACTOR_WRONG(ErrorKind.NOT_SIGNED_IN),
    /** The password is right; an authenticator must be enrolled before signing in. */
    SECOND_FACTOR_ENROLMENT_REQUIRED(ErrorKind.NOT_SIGNED_IN),
    /** The account has an authenticator already. */
    SECOND_FACTOR_PRESENT(ErrorKind.CONFLICT),
    /** No enrolment of an authenticator was begun. */
    SECOND_FACTOR_UNKNOWN(ErrorKind.CONFLICT),
    /** No such account at this centre. */
    ACCOUNT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The name is taken. */
    ACCOUNT_EXISTS(ErrorKind.CONFLICT),
    /** These roles may not be held together (R9-09). */
    ROLES_EXCLUSIVE(ErrorKind.INVALID),
    /** The password does not meet the rules (R9-10). */
    PASSWORD_WEAK(ErrorKind.INVALID),
    /** No outside identity provider is configured. */
    PROVIDER_OFF(ErrorKind.NOT_FOUND),
    /** The outside identity provider does not answer. */
    PROVIDER_UNAVAILABLE(ErrorKind.UNAVAILABLE),
    /** The outside identity provider did not let the browser's owner in, or does not take the code. */
    PROVIDER_REFUSED(ErrorKind.NOT_SIGNED_IN),
    /** What came from the provider is not signed by it, not for us, not for this attempt, or too old. */
    PROVIDER_PROOF_INVALID(ErrorKind.NOT_SIGNED_IN),
    /** The attempt was begun elsewhere or too long ago, or has ended. */
    PROVIDER_ATTEMPT_OVER(ErrorKind.CONFLICT),
    /** The provider's subject belongs to another account. */
    SUBJECT_LINKED(ErrorKind.CONFLICT),
    /**
     * Personal data cannot be decrypted, as its key is not on this container, or the value was changed or moved; or it
     * is not encrypted, as this container's key is not the one that others know by its name.
     */
    PERSONAL_DATA_UNREADABLE(ErrorKind.UNAVAILABLE);

    private final ErrorKind kind;

    IdentityError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
