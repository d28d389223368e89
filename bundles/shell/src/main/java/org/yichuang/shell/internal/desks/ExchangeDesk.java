package org.yichuang.shell.internal.desks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.shell.internal.text.Moments;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.Tenant;

/** Messages between centres, and the keys that sign them. */
public class ExchangeDesk {
    private static final String MODULE = "linkage";

    private final Desk desk;

    public ExchangeDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * The newest outgoing messages of a centre, or of every centre.
     *
     * @param centre null for all
     * @param state null for all
     * @param limit how many of each centre
     */
    public Sheet list(String centre, String state, int limit) {
        Exchange exchange = desk.need(Exchange.class, MODULE);
        Optional<Outbox.State> wanted = state(state);
        PageRequest page = new PageRequest(limit, Optional.empty());
        List<ExchangeMessage> messages = new ArrayList<>();
        for (TenantId id : centres(centre)) {
            messages.addAll(exchange.messages(wanted, page, desk.at(id)).items());
        }
        TextTable table = new TextTable(
                "消息 Message", "发往 Way", "办件 Case", "类型 Type", "状态 State", "次数 Tries", "时间 Written", "原因 Why");
        messages.forEach(message -> table.row(
                message.id(),
                message.sender() + " → " + message.receiver(),
                message.caseNumber(),
                message.sequence() + " " + message.type(),
                message.state(),
                message.attempts(),
                Moments.text(message.createdAt()),
                message.lastError()));
        return Sheet.of(messages, table, "没有消息 / No messages");
    }

    /** Takes a waiting message out of the flow. */
    public Sheet park(String centre, String id, String reason) {
        desk.need(Exchange.class, MODULE).park(id, reason, desk.at(centre, MODULE));
        return done(centre, id, "parked", "已搁置 / Parked: ");
    }

    /** Sends a parked or waiting message now. */
    public Sheet replay(String centre, String id) {
        desk.need(Exchange.class, MODULE).replay(id, desk.at(centre, MODULE));
        return done(centre, id, "replayed", "已重新发送 / Sent again: ");
    }

    /** A centre's public keys. */
    public Sheet keys(String centre) {
        List<CentreKeys.PublicKeyView> keys =
                desk.need(CentreKeys.class, MODULE).keys(desk.at(centre, MODULE));
        return keys(keys, "没有密钥 / No keys");
    }

    /** Gives a centre a new signing key. */
    public Sheet rotate(String centre) {
        return keys(List.of(desk.need(CentreKeys.class, MODULE).rotate(desk.at(centre, MODULE))), "");
    }

    private static Sheet keys(List<CentreKeys.PublicKeyView> keys, String whenEmpty) {
        TextTable table = new TextTable("密钥 Key", "启用 From", "停用 Until", "公钥 Public key");
        keys.forEach(key -> table.row(
                key.keyId(),
                Moments.text(key.from()),
                key.until() == null ? "–" : Moments.text(key.until()),
                key.publicKey()));
        return Sheet.of(keys, table, whenEmpty);
    }

    private static Sheet done(String centre, String id, String done, String words) {
        return Sheet.of(Map.of("centre", centre, "id", id, "done", done), words + id + "\n");
    }

    private List<TenantId> centres(String centre) {
        if (centre != null) {
            return List.of(desk.at(centre, MODULE).tenant());
        }
        return desk.tenants().all().stream()
                .filter(tenant -> tenant.has(MODULE))
                .map(Tenant::id)
                .toList();
    }

    private static Optional<Outbox.State> state(String text) {
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
                    return new ProblemException(
                            CommonError.PARAMETER_UNREADABLE, "状态只能是 " + known, "The state is one of " + known);
                }));
    }
}
