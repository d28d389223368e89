package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ModuleDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Switches a module on for a centre. */
@Command(scope = "module", name = "on", description = "Switches a module on for a centre (启用模块)")
@Service
public class ModuleOn extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "module", description = "The module (模块)", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Argument(index = 2, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new ModuleDesk(desk).turn(centre, module, true);
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
