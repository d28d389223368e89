package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.AuditDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Verifies the audit trail of a centre, or of all. */
@Command(scope = "audit", name = "verify", description = "Verifies the audit trail of a centre, or of all (校验审计链)")
@Service
public class AuditVerify extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(CentreCompleter.class)
    String centre;

    @Option(name = "--all", description = "All centres (所有中心)")
    boolean all;

    @Argument(index = 1, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new AuditDesk(desk).verify(centre, all);
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
