package org.yichuang.journal.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.AccessPurge;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Removes a centre's old entries about refused calls. */
@Command(
        scope = "audit",
        name = "purge",
        description = "Removes a centre's entries about refused calls up to the end of a year (清理往年的拒绝访问记录)")
@Service
public class AuditPurge extends CentreCommand {
    @Argument(index = 0, name = "centre", required = true, description = "The centre (中心)")
    @Completion(TrailCompleter.class)
    String centre;

    @Argument(index = 1, name = "year", required = true, description = "The last year that is removed (清理至该年年末)")
    int year;

    @Reference
    AccessPurge purge;

    @Override
    protected CommandResult run() {
        AccessPurge.Purged purged = purge.purge(year, changing(centre));
        return CommandResult.of(purged, words("purged-entries", purged.entries(), purged.chains()));
    }
}
