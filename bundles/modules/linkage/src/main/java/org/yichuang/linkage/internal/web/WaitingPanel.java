package org.yichuang.linkage.internal.web;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yichuang.identity.api.Role;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What another centre has not taken of what a thing here has sent, on the page of that thing: whoever works on it sees
 * it at the first refusal, and not only when nobody tries any more.
 */
class WaitingPanel implements Panel {
    private static final int PLACE = 5;

    private final Outbox outbox;
    private final LinkedModules modules;
    private final Tenants tenants;
    private final String id;

    WaitingPanel(Outbox outbox, LinkedModules modules, Tenants tenants, String id) {
        this.outbox = outbox;
        this.modules = modules;
        this.tenants = tenants;
        this.id = id;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CLERK.key(), Role.REVIEWER.key(), Role.CHIEF_REPRESENTATIVE.key(), Role.CENTRE_MANAGER.key());
    }

    @Override
    public Content show(PageCall call) {
        UnaryOperator<String> name =
                centre -> tenants.find(new TenantId(centre)).map(Tenant::name).orElse(centre);
        Function<Pending, LocalizedMessage> label = pending ->
                modules.label(pending.message().topic(), pending.message().type());
        return ExchangePages.TEMPLATES.waitingpanel(
                call.ui(), refused(outbox, modules, id, call.context()), label, name);
    }

    /** What has not arrived and has failed or is tried no longer, in the order of writing. */
    static List<Pending> refused(Outbox outbox, LinkedModules modules, String id, CallContext context) {
        return modules.topics().stream()
                .flatMap(topic -> modules.ids(topic, id, context).stream()
                        .flatMap(each -> outbox.ofAggregate(topic, each, context).stream()))
                .filter(message -> message.state() != State.DELIVERED
                        && !message.lastError().isEmpty())
                .toList();
    }
}
