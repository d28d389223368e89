package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ExchangeDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Lists messages between centres. */
@Command(scope = "exchange", name = "list", description = "Lists messages between centres (列出消息)")
@Service
public class ExchangeList extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Option(name = "--state", description = "Only these (只看某一状态)")
    @Completion(
            value = StringsCompleter.class,
            values = {"waiting", "delivered", "parked"})
    String state;

    @Option(name = "--limit", description = "How many of each centre, 1 to 200 (每个中心的条数)")
    int limit = 20;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new ExchangeDesk(desk).list(centre, state, limit);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
