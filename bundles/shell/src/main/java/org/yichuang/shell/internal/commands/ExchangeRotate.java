package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ExchangeDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Gives a centre a new signing key. */
@Command(scope = "exchange", name = "rotate", description = "Gives a centre a new signing key (更换签名密钥)")
@Service
public class ExchangeRotate extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new ExchangeDesk(desk).rotate(centre);
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
