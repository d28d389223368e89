package org.yichuang.pages.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;

/** Notes refusals in the journal: those of access, and of forms that would have changed something. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Journal journal;

    Refusals(Journal journal) {
        this.journal = journal;
    }

    void note(Call call, ProblemException refusal) {
        boolean posted = call.request().getMethod().equals("POST");
        if (!isKept(posted, refusal)) {
            return;
        }
        try {
            journal.refused(call.request().getMethod() + " " + call.address().path(), refusal, call.context());
        } catch (RuntimeException e) {
            // The one who asked is refused in any case; that it could not be noted is the operator's concern
            LOG.warn(
                    "The refusal of {} ({}) could not be journaled",
                    call.context().requestId(),
                    refusal.code().code(),
                    e);
        }
    }

    private static boolean isKept(boolean posted, ProblemException refusal) {
        if (refusal.code() == IdentityError.SIGN_IN_REFUSED) {
            return false; // signing in journals its refusals itself, with the account that was tried
        }
        ErrorKind kind = refusal.code().kind();
        return switch (kind) {
            case NOT_ALLOWED, TOO_MANY -> true;
            case INTERNAL, UNAVAILABLE, NOT_FOUND, METHOD -> false;
                // a page that asks for signing in leads there; it is no refusal
            default -> posted;
        };
    }
}
