package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.AccountDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Opens the account from which all others of a centre come, or lets its owner in again. */
@Command(
        scope = "account",
        name = "security-admin",
        description = "Opens a centre's security administrator, or sets a new password (开设安全管理员或重置其密码)")
@Service
public class AccountSecurityAdmin extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "account", description = "The account's name (账号)", required = true)
    String account;

    @Argument(index = 2, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new AccountDesk(desk).securityAdmin(centre, account);
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
