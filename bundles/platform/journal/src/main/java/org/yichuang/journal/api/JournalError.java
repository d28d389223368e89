package org.yichuang.journal.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong in journal, outbox and leases. */
public enum JournalError implements ErrorCode {
    /** No such message. */
    MESSAGE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The message is not in a state for this. */
    MESSAGE_STATE(ErrorKind.CONFLICT),
    /** The message is not what was written: somebody has changed it in the database. */
    MESSAGE_ALTERED(ErrorKind.CONFLICT),
    /** The tenant's entries get no anchor: what is done now could be removed without a trace. */
    ANCHORS_OVERDUE(ErrorKind.UNAVAILABLE),
    /** Too many trails wait to be proved. */
    VERIFICATION_BUSY(ErrorKind.UNAVAILABLE),
    /** What is to be purged is not old enough. */
    PURGE_TOO_EARLY(ErrorKind.INVALID),
    /** The trail is not sound: nothing of it is removed. */
    TRAIL_BROKEN(ErrorKind.CONFLICT),
    /** No event of this aggregate is held for the listener. */
    EVENT_NOT_HELD(ErrorKind.NOT_FOUND),
    /** The database is older than what was anchored outside of it, and nobody has begun a new epoch. */
    DATABASE_SET_BACK(ErrorKind.UNAVAILABLE),
    /** The sender of a message has been set back to before it was written. */
    EPOCH_OVER(ErrorKind.CONFLICT),
    /** The lease has passed to another container. */
    LEASE_LOST(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    JournalError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
