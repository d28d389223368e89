package org.yichuang.shell.api;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A command that works on centres. */
public abstract class CentreCommand extends OperatorCommand {
    @Reference
    CentreDirectory directory;

    /** The centres that there are. */
    protected final CentreDirectory directory() {
        return directory;
    }

    /** Returns the context in which the session's user reads a centre. */
    protected final CallContext reading(TenantId centre) {
        return reading(centre, directory.now());
    }

    /**
     * Returns the context in which the session's user reads a centre that has the module switched on.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code module-off}
     */
    protected final CallContext reading(String centre, String module) {
        return reading(directory.centre(centre, module));
    }

    /**
     * Returns the context in which the session's user changes a centre; a refusal from here on is noted in its journal.
     *
     * @throws ProblemException {@code tenant-unknown}
     */
    protected final CallContext changing(String centre) {
        return changing(directory.centre(centre), directory.now());
    }

    /**
     * Returns the context in which the session's user changes a centre that has the module switched on; a refusal, also
     * that of the module, is noted in the centre's journal.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code module-off}
     */
    protected final CallContext changing(String centre, String module) {
        CallContext context = changing(centre);
        directory.centre(centre, module);
        return context;
    }
}
