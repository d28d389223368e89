package org.yichuang.rest.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;

/** Decides which refusals the journal keeps: those of access, of the throttle, and of commands. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Journal journal;

    Refusals(Journal journal) {
        this.journal = journal;
    }

    void note(Call call, ProblemException refusal) {
        if (call.tenant().isEmpty() || !isKept(call, refusal)) {
            return;
        }
        try {
            journal.refused(call.operation(), refusal, call.context());
        } catch (RuntimeException e) {
            // The one who asked is refused in any case; that it could not be noted is the operator's concern
            LOG.warn(
                    "The refusal of {} ({}) could not be journaled",
                    call.requestId(),
                    refusal.code().code(),
                    e);
        }
    }

    private static boolean isKept(Call call, ProblemException refusal) {
        ErrorKind kind = refusal.code().kind();
        if (refusal.code() == IdentityError.SIGN_IN_REFUSED) {
            return false; // signing in journals its refusals itself, with the account that was tried
        }
        return switch (kind) {
            case NOT_SIGNED_IN, NOT_ALLOWED, TOO_MANY -> true;
            case NOT_FOUND, INTERNAL, UNAVAILABLE -> false;
            default -> call.isCommand();
        };
    }
}
