package org.yichuang.linkage.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.Exchange.Removed;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Lists what centres have left that no configuration names any more. */
@Command(
        scope = "exchange",
        name = "removed",
        description = "Lists what centres that are gone have left to be sent (已移除中心的消息)")
@Service
public class ExchangeRemoved extends CentreCommand {
    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        List<Removed> all = exchange.removed(reading(directory().centres().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonError.UNAVAILABLE, words("no-centre-yet")))));
        TextTable table = new TextTable(words("centre"), words("waiting"), words("parked-count"), words("oldest"));
        all.forEach(each -> table.row(each.centre(), each.waiting(), each.parked(), Timestamps.text(each.oldest())));
        return CommandResult.of(all, table, words("removed-none"));
    }
}
