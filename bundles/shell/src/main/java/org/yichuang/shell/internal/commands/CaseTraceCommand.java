package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.CaseTrace;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Follows a case over all its centres. */
@Command(scope = "case", name = "trace", description = "Follows a case over all its centres (办件全程)")
@Service
public class CaseTraceCommand extends OperatorCommand {
    @Argument(index = 0, name = "number", description = "The number of the case (办件编号)", required = true)
    String number;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new CaseTrace(desk).of(number);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
