package org.yichuang.linkage.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.CentreWays.CentreWay;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Lists how the centres are reached that a centre writes to. */
@Command(
        scope = "exchange",
        name = "centres",
        description = "Lists how the centres are reached that a centre writes to (到达方式)")
@Service
public class ExchangeCentres extends CentreOrAll {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Option(name = "--all", description = "Those of every centre (全部中心)")
    boolean all;

    @Reference
    CentreWays ways;

    @Override
    protected CommandResult run() {
        Map<String, List<CentreWay>> found = new LinkedHashMap<>();
        centres(centre, all).forEach(each -> found.put(each.value(), ways.ways(reading(each))));
        TextTable table = new TextTable(
                words("centre"),
                words("receiver"),
                words("transport"),
                words("waiting"),
                words("oldest"),
                words("parked-count"),
                words("shut-until"));
        found.forEach((from, its) -> its.forEach(way -> table.row(
                from,
                way.centre(),
                way.transport(),
                way.waiting(),
                way.oldest() == null ? "–" : Timestamps.text(way.oldest()),
                way.parked(),
                way.shutUntil() == null ? "–" : Timestamps.text(way.shutUntil()))));
        return CommandResult.of(all ? found : found.values().iterator().next(), table, words("no-ways"));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(ExchangeCentres.class, key);
    }
}
