package org.yichuang.cases.internal.commands;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.cases.api.CaseService;
import org.yichuang.journal.api.MessageHistory;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.tenancy.api.Tenants;

/** Follows a case over all its centres. */
@Command(scope = "case", name = "trace", description = "Follows a case over all its centres (办件全程)")
@Service
public class CaseTraceCommand extends CentreCommand {
    @Argument(index = 0, name = "number", description = "The number of the case (办件编号)", required = true)
    String number;

    @Reference
    Tenants tenants;

    @Reference
    CaseService cases;

    /** Absent where nothing is carried between centres. */
    @Reference(optional = true)
    MessageHistory messages;

    @Override
    protected CommandResult run() {
        return new CaseTrace(tenants, cases, Optional.ofNullable(messages), this::reading).of(number);
    }
}
