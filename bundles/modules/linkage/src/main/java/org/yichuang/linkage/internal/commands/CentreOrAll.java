package org.yichuang.linkage.internal.commands;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreCommand;

/** A command for one centre, or with {@code --all} for each that exchanges messages. */
abstract class CentreOrAll extends CentreCommand {
    static final String MODULE = "linkage";

    /**
     * Returns the centres that a command is for.
     *
     * @throws ProblemException {@code parameter-unreadable} unless it names one centre, or all
     */
    protected final Collection<TenantId> centres(String centre, boolean all) {
        requireOneOrAll(centre, all);
        return all ? directory().centresWith(MODULE) : List.of(directory().centre(centre, MODULE));
    }

    /**
     * Returns the contexts in which the session's user changes them, one after the other.
     *
     * @throws ProblemException {@code parameter-unreadable} unless it names one centre, or all
     */
    protected final Stream<CallContext> each(String centre, boolean all) {
        requireOneOrAll(centre, all);
        return all
                ? directory().centresWith(MODULE).stream().map(its -> changing(its.value(), MODULE))
                : Stream.of(changing(centre, MODULE));
    }

    private static void requireOneOrAll(String centre, boolean all) {
        if (all == (centre != null)) {
            throw new ProblemException(
                    CommonError.PARAMETER_UNREADABLE, LocalizedMessage.of(CentreOrAll.class, "centre-or-all"));
        }
    }
}
