package org.yichuang.web.api;

import org.yichuang.kernel.api.ProblemException;

/** Decides which refusals the journal keeps (those of access, of limits, and of commands) and hands them to it. */
public interface RefusalRecorder {
    /** Hands a refusal to the journal, if it is one to keep; never fails. */
    void record(RequestState state, ProblemException refusal);
}
