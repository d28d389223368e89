package org.yichuang.testing;

import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/**
 * A job's run for one centre.
 *
 * @param lease under which it runs
 * @param goesOn whether the lease is still held
 */
public record TestRun(CallContext context, UnitOfWork.Lease lease, boolean goesOn) implements JobRun {}
