package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ExchangeDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Takes a waiting message out of the flow. */
@Command(scope = "exchange", name = "park", description = "Takes a waiting message out of the flow (搁置消息)")
@Service
public class ExchangePark extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", description = "The message (消息)", required = true)
    String id;

    @Argument(index = 2, name = "reason", description = "Why (理由)", required = true)
    String reason;

    @Argument(index = 3, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new ExchangeDesk(desk).park(centre, id, reason);
    }

    @Override
    String changedCentre() {
        return centre;
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
