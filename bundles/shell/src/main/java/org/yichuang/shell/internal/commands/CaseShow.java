package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.CaseDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Shows where a case stands, and its clocks. */
@Command(scope = "case", name = "show", description = "Shows where a case stands, and its clocks (查看办件)")
@Service
public class CaseShow extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CasesCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "number", description = "The number of the case (办件编号)", required = true)
    String number;

    @Argument(index = 2, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new CaseDesk(desk).show(centre, number);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
