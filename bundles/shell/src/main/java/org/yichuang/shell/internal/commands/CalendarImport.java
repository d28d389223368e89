package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.yichuang.shell.internal.desks.CalendarDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Imports the holiday notice of a year. */
@Command(scope = "calendar", name = "import", description = "Imports the holiday notice of a year (导入放假安排)")
@Service
public class CalendarImport extends OperatorCommand {
    @Argument(index = 0, name = "file", description = "A JSON file on this machine (文件)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new CalendarDesk(desk).take(file);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
