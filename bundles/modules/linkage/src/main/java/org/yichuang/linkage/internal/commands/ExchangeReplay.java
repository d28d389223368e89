package org.yichuang.linkage.internal.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.shell.api.CommandResult;

/** Sends a parked or waiting message now, or all that are parked. */
@Command(scope = "exchange", name = "replay", description = "Sends a message, or all parked ones, now (重新发送)")
@Service
public class ExchangeReplay extends CentreOrAll {
    @Argument(index = 0, name = "centre", description = "The centre; with --all none for every centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", description = "The message (消息)")
    String id;

    @Option(name = "--all", description = "All that are parked (全部搁置的)")
    boolean all;

    @Option(name = "--receiver", description = "Of these only what goes to this centre (只发往此中心的)")
    @Completion(LinkageCentreCompleter.class)
    String receiver;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        if (all == (id != null) || (centre == null && !all)) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("replay-what"));
        }
        if (all) {
            Exchange.Replayed done = each(centre, centre == null)
                    .map(this::all)
                    .reduce(new Exchange.Replayed(0, List.of(), false), ExchangeReplay::both);
            return CommandResult.of(
                    done, words("replayed-all", done.replayed(), done.leftOut().size()));
        }
        exchange.replay(id, changing(centre, "linkage"));
        return CommandResult.of(Map.of("centre", centre, "id", id, "done", "replayed"), words("replayed", id));
    }

    /** However many there are, a part after the other. */
    private Exchange.Replayed all(CallContext context) {
        Optional<String> to = Optional.ofNullable(receiver);
        Exchange.Replayed done = exchange.replayAll(to, Optional.empty(), context);
        while (done.more()) {
            done = both(done, exchange.replayAll(to, Optional.ofNullable(done.next()), context));
        }
        return done;
    }

    private static Exchange.Replayed both(Exchange.Replayed first, Exchange.Replayed second) {
        return new Exchange.Replayed(
                first.replayed() + second.replayed(),
                Stream.concat(first.leftOut().stream(), second.leftOut().stream())
                        .toList(),
                second.more(),
                second.next());
    }
}
