package org.yichuang.journal.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Tries events again that were set aside for a listener. */
@Command(
        scope = "event",
        name = "replay",
        description = "Tries events again that were set aside for a listener, one aggregate's or all (重放事件)")
@Service
public class EventReplay extends CentreCommand {
    @Argument(index = 0, name = "centre", required = true, description = "The centre (中心)")
    @Completion(TrailCompleter.class)
    String centre;

    @Argument(index = 1, name = "listener", required = true, description = "The listener (监听器)")
    String listener;

    @Argument(index = 2, name = "aggregate", description = "Only this one, as kind/id, e.g. case/370687-… (仅此对象)")
    String aggregate;

    @Reference
    EventDelivery delivery;

    @Override
    protected CommandResult run() {
        CallContext context = changing(centre);
        int replayed = 1;
        if (aggregate == null) {
            replayed = delivery.replayAll(listener, context);
        } else {
            int slash = aggregate.indexOf('/');
            if (slash < 0) {
                throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("aggregate-malformed"));
            }
            delivery.replay(listener, aggregate.substring(0, slash), aggregate.substring(slash + 1), context);
        }
        return CommandResult.of(new Replayed(replayed), words("replayed", replayed));
    }

    /** How many, for programs. */
    record Replayed(int replayed) {}
}
