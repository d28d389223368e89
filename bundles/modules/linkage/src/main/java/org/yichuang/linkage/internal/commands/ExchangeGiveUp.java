package org.yichuang.linkage.internal.commands;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Parks all that waits of a centre that no configuration names any more. */
@Command(scope = "exchange", name = "give-up", description = "Parks all messages of a centre that is gone (放弃已移除中心的消息)")
@Service
public class ExchangeGiveUp extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre that is gone (已移除的中心)", required = true)
    String centre;

    @Argument(index = 1, name = "reason", description = "Why (理由)", required = true)
    String reason;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        if (!TenantId.isWellFormed(centre)) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("removed-which"));
        }
        int parked = everything(changing(new TenantId(centre), directory().now()));
        return CommandResult.of(Map.of("centre", centre, "parked", parked), words("given-up", centre, parked));
    }

    /** However many there are, a part after the other. */
    private int everything(CallContext context) {
        int parked = 0;
        int now;
        do {
            now = exchange.giveUp(reason, context);
            parked += now;
        } while (now > 0);
        return parked;
    }
}
