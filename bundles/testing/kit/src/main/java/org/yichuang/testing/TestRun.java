package org.yichuang.testing;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/**
 * A job's run for one centre.
 *
 * @param lease under which it runs
 * @param goesOn whether the lease is still held
 * @param failures what it has said that could not be done
 */
public record TestRun(CallContext context, UnitOfWork.Lease lease, boolean goesOn, List<String> failures)
        implements JobRun {
    /** One that has said nothing yet. */
    public TestRun(CallContext context, UnitOfWork.Lease lease, boolean goesOn) {
        this(context, lease, goesOn, new ArrayList<>());
    }

    @Override
    public void failed(String what) {
        failures.add(what);
    }
}
