package org.yichuang.licences.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with the register of results. */
public enum LicenceError implements ErrorCode {
    /** No such result at this centre, or not for the one who asks. */
    LICENCE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The result does not stand where the act needs it. */
    LICENCE_STATE(ErrorKind.CONFLICT),
    /** No such result of this applicant and item stands in the register here. */
    LICENCE_MISMATCH(ErrorKind.CONFLICT),
    /** The same is applied for already, in a case that has not come to its end. */
    MATTER_OPEN(ErrorKind.CONFLICT),
    /** What another register has written cannot be read, or says less or more than it may. */
    LETTER_UNFIT(ErrorKind.INVALID),
    /** No such ban at this centre. */
    BAN_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The applicant may not apply for this again yet (art. 78 and 79); the sentence says until when. */
    APPLICANT_BANNED(ErrorKind.CONFLICT),
    /** No such broken promise at this centre, or not for the one who asks. */
    BREACH_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The applicant has not kept a promise before, and that is not repaired: nothing is accepted on another one. */
    PROMISE_BREACHED(ErrorKind.CONFLICT),
    /** As many as may hold it do. */
    QUOTA_USED_UP(ErrorKind.CONFLICT),
    /** An application that was accepted earlier is to be decided first (art. 57). */
    EARLIER_APPLICATION(ErrorKind.CONFLICT),
    /** Revoking it would seriously harm the public interest (art. 69 paragraph 3). */
    PUBLIC_INTEREST_HARMED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    LicenceError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
