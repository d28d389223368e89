package org.yichuang.linkage.internal.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Lists the newest outgoing messages of a centre, or of every centre. */
@Command(scope = "exchange", name = "list", description = "Lists messages between centres (列出消息)")
@Service
public class ExchangeList extends CentreCommand {
    private static final String MODULE = "linkage";

    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Option(name = "--state", description = "Only these (只看某一状态)")
    @Completion(
            value = StringsCompleter.class,
            values = {"waiting", "delivered", "parked"})
    String state;

    @Option(name = "--removed", description = "Of a centre that no configuration names any more (已移除的中心)")
    boolean removed;

    @Option(name = "--limit", description = "How many of each centre, 1 to 200 (每个中心的条数)")
    int limit = 20;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        Optional<Outbox.State> wanted = state(state);
        PageRequest page = new PageRequest(limit, Optional.empty());
        List<ExchangeMessage> messages = new ArrayList<>();
        for (TenantId id : centres()) {
            messages.addAll(exchange.messages(wanted, page, reading(id)).items());
        }
        TextTable table = new TextTable(
                words("message"),
                words("way"),
                words("case"),
                words("type"),
                words("state"),
                words("tries"),
                words("written"),
                words("why"));
        messages.forEach(message -> table.row(
                message.id(),
                message.sender() + " → " + message.receiver(),
                message.caseNumber(),
                message.sequence() + " " + message.type(),
                message.state(),
                message.attempts(),
                Timestamps.text(message.createdAt()),
                message.lastError()));
        return CommandResult.of(messages, table, words("no-messages"));
    }

    private Collection<TenantId> centres() {
        if (removed) {
            return List.of(removed());
        }
        return centre == null
                ? directory().centresWith(MODULE)
                : List.of(directory().centre(centre, MODULE));
    }

    private TenantId removed() {
        if (centre == null || !TenantId.isWellFormed(centre)) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("removed-which"));
        }
        TenantId gone = new TenantId(centre);
        if (directory().centres().contains(gone)) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("not-removed", centre));
        }
        return gone;
    }

    private Optional<Outbox.State> state(String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Outbox.State.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    String known = Arrays.stream(Outbox.State.values())
                            .map(state -> state.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
                    return new ProblemException(CommonError.PARAMETER_UNREADABLE, words("state-unknown", known));
                }));
    }
}
