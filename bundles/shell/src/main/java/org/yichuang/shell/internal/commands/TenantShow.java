package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.TenantDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Shows a centre and its policies. */
@Command(scope = "tenant", name = "show", description = "Shows a centre and its policies (查看中心)")
@Service
public class TenantShow extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new TenantDesk(desk).show(centre);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
