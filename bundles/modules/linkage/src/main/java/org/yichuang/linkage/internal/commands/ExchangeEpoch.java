package org.yichuang.linkage.internal.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.shell.api.CommandResult;

/** Says that the database of a centre has been set back, or that of all of them. */
@Command(
        scope = "exchange",
        name = "epoch",
        description = "Says that a centre's database has been set back, so that its messages leave again (启用新纪元)")
@Service
public class ExchangeEpoch extends CentreOrAll {
    @Argument(index = 0, name = "centre", description = "The centre; with --all none (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "reason", description = "Who has set it back to when, and why (理由)")
    String reason;

    @Option(name = "--all", description = "Every centre, as they share a database (全部中心)")
    boolean all;

    @Option(name = "--reason", description = "Why all (全部启用的理由)")
    String reasonOfAll;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        if (all ? centre != null || reasonOfAll == null : reason == null || reasonOfAll != null) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("epoch-what"));
        }
        if (!all) {
            long epoch = exchange.beginEpoch(reason, changing(centre, MODULE));
            return CommandResult.of(Map.of("centre", centre, "epoch", epoch), words("epoch", centre));
        }
        Map<String, Long> begun = new LinkedHashMap<>();
        each(null, true).forEach(context -> {
            String its = context.tenant().value();
            begun.put(its, exchange.beginEpoch(reasonOfAll, context));
            tell(words("epoch", its));
        });
        return CommandResult.of(begun, words("epoch-all", begun.size()));
    }
}
