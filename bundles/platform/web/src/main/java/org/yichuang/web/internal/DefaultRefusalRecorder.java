package org.yichuang.web.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestState;

/** Hands refusals to the journal. */
final class DefaultRefusalRecorder implements RefusalRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultRefusalRecorder.class);

    /** Signing in journals its refusals itself, with the account that was tried. */
    private static final String SIGN_IN_REFUSED = "sign-in-refused";

    private final Journal journal;

    DefaultRefusalRecorder(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void record(RequestState state, ProblemException refusal) {
        if (state.tenant().isEmpty() || !isKept(state, refusal)) {
            return;
        }
        try {
            journal.refused(state.operation(), refusal, state.context());
        } catch (RuntimeException e) {
            // The one who asked is refused in any case; that it could not be noted is the operator's concern
            LOG.warn(
                    "The refusal of {} ({}) could not be journaled",
                    state.requestId(),
                    refusal.code().code(),
                    e);
        }
    }

    private static boolean isKept(RequestState state, ProblemException refusal) {
        if (refusal.code().code().equals(SIGN_IN_REFUSED)) {
            return false;
        }
        return switch (refusal.code().kind()) {
            case NOT_SIGNED_IN, NOT_ALLOWED, TOO_MANY -> true;
            case NOT_FOUND, METHOD, INTERNAL, UNAVAILABLE -> false;
            default -> state.isCommand();
        };
    }
}
