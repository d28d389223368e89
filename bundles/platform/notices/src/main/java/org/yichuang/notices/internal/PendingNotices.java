package org.yichuang.notices.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.persistence.DueRows;
import org.yichuang.notices.internal.provider.Providers;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Whose messages are still to leave, or uncertain, asked once for all centres: which they are, not what they say. */
public class PendingNotices {
    /** As far as messages are counted. */
    public static final int MOST_COUNTED = 1_000;

    private final DueRows due;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Providers providers;

    PendingNotices(DueRows due, Transactions transactions, Tenants tenants, Providers providers) {
        this.due = due;
        this.transactions = transactions;
        this.tenants = tenants;
        this.providers = providers;
    }

    /** The centres that have something to be handed over now. */
    List<TenantId> centres(Channel channel) {
        return asked("messages that are due", (rows, unit) -> rows.tenantsWithDue(channel, unit), List.<String>of())
                .stream()
                .filter(TenantId::isWellFormed)
                .map(TenantId::new)
                .filter(centre -> tenants.find(centre).isPresent())
                .toList();
    }

    /** Some of the messages that have been tried in vain for a while, as {@code centre/message}. */
    public List<String> late(Duration age, int most) {
        return asked("messages that are late", (rows, unit) -> rows.late(age, most, unit), List.of());
    }

    /** Some of the messages of a state, as {@code centre/message}. */
    public List<String> ofState(State state, int most) {
        return asked("messages to be decided about", (rows, unit) -> rows.ofState(state, most, unit), List.of());
    }

    /** How many messages wait, at most {@link #MOST_COUNTED}. */
    public int waiting() {
        return asked("messages that wait", (rows, unit) -> rows.waiting(MOST_COUNTED, unit), 0);
    }

    /** Centres that have switched a way on for which no operator has named a provider. */
    public List<String> withoutProvider(Channel channel) {
        return providers.isConfigured(channel)
                ? List.of()
                : tenants.all().stream()
                        .filter(centre -> NoticesDescriptor.isOn(channel, centre))
                        .map(Tenant::id)
                        .map(TenantId::value)
                        .toList();
    }

    private <T> T asked(String reason, BiFunction<DueRows, UnitOfWork, T> question, T nobody) {
        return tenants.all().stream()
                .findFirst()
                .map(any -> CallContext.system(any.id(), tenants.clock().instant(), "notices"))
                .map(context -> transactions.readAcrossTenants(context, reason, unit -> question.apply(due, unit)))
                .orElse(nobody);
    }
}
