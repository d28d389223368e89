package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ModuleDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Lists modules, or those of a centre. */
@Command(scope = "module", name = "list", description = "Lists modules, or those of a centre (列出模块)")
@Service
public class ModuleList extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(CentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return centre == null ? new ModuleDesk(desk).list() : new ModuleDesk(desk).list(centre);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
