package org.yichuang.linkage.internal.commands;

import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Takes a waiting message out of the flow, or all that wait. */
@Command(scope = "exchange", name = "park", description = "Takes a waiting message, or all, out of the flow (搁置消息)")
@Service
public class ExchangePark extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", description = "The message; with --all none (消息)")
    String id;

    @Argument(index = 2, name = "reason", description = "Why; with --all it is an option (理由)")
    String reason;

    @Option(name = "--all", description = "All that wait (全部等待中的)")
    boolean all;

    @Option(name = "--reason", description = "Why all (全部搁置的理由)")
    String reasonOfAll;

    @Option(name = "--receiver", description = "Of these only what goes to this centre (只发往此中心的)")
    @Completion(LinkageCentreCompleter.class)
    String receiver;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        if (all ? !isSaidOfAll() : !isSaidOfOne()) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("park-what"));
        }
        CallContext context = changing(centre, "linkage");
        if (all) {
            int parked = everything(context);
            return CommandResult.of(Map.of("centre", centre, "parked", parked), words("parked-all", parked));
        }
        exchange.park(id, reason, context);
        return CommandResult.of(Map.of("centre", centre, "id", id, "done", "parked"), words("parked", id));
    }

    /** Whoever means one message and says all as well is asked again. */
    private boolean isSaidOfAll() {
        return id == null && reason == null && reasonOfAll != null;
    }

    private boolean isSaidOfOne() {
        return id != null && reason != null && reasonOfAll == null && receiver == null;
    }

    /** However many there are, a part after the other. */
    private int everything(CallContext context) {
        int parked = 0;
        int now;
        do {
            now = exchange.parkAll(Optional.ofNullable(receiver), reasonOfAll, context);
            parked += now;
        } while (now > 0);
        return parked;
    }
}
