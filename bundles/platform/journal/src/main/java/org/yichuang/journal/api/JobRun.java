package org.yichuang.journal.api;

import org.yichuang.kernel.api.CallContext;

/** One run of a {@link LeasedJob}, of one tenant or of none. */
public interface JobRun {
    /**
     * A call of the platform itself at this moment, for the tenant that the work is to be done for.
     *
     * @throws IllegalStateException in a job of {@link LeasedJob.Scope#ONCE}
     */
    CallContext context();

    /** What fences every transaction of the run: a node that has been overtaken fails on it. */
    UnitOfWork.Lease lease();

    /** Whether to go on: false when the lease has been lost or the job is being stopped. */
    boolean goesOn();

    /**
     * Says what of the work could not be done though the rest was: whoever watches over jobs sees it until a run of
     * this tenant says nothing of the kind.
     */
    default void failed(String what) {}
}
