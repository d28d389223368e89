package org.yichuang.linkage.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.linkage.internal.RemovedSenders;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Do messages wait too long, and are any parked? */
class ExchangeCheck extends ModuleCheck {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Tenants tenants;
    private final Whereabouts whereabouts;
    private final Clock machineClock;

    /** @param machineClock by it messages are written */
    ExchangeCheck(Outbox outbox, Tenants tenants, Whereabouts whereabouts, Clock machineClock) {
        super("exchange", DOCTOR);
        this.outbox = outbox;
        this.tenants = tenants;
        this.whereabouts = whereabouts;
        this.machineClock = machineClock;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>(trust());
        for (Tenant tenant : tenants.all()) {
            CallContext context =
                    CallContext.system(tenant.id(), tenants.clock().instant(), "doctor");
            lost(tenant).map(finding -> finding.at(tenant.id())).ifPresent(findings::add);
            parked(context).map(finding -> finding.at(tenant.id())).ifPresent(findings::add);
            waiting(context).map(finding -> finding.at(tenant.id())).ifPresent(findings::add);
        }
        findings.addAll(removed());
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    LocalizedMessage.of(ExchangeCheck.class, "exchange-check.nothing-parked-nothing-waits-long")));
        }
        return findings;
    }

    private List<Finding> removed() {
        return new RemovedSenders(outbox, tenants)
                .all().stream()
                        .filter(each -> each.waiting() > 0)
                        .map(each -> Finding.warn(
                                LocalizedMessage.of(
                                        ExchangeCheck.class,
                                        "exchange-check.removed",
                                        each.centre(),
                                        each.waiting(),
                                        each.oldest()),
                                LocalizedMessage.of(ExchangeCheck.class, "exchange-check.removed-mend", each.centre())))
                        .toList();
    }

    private List<Finding> trust() {
        String failure = whereabouts.trustFailure();
        return failure.isEmpty()
                ? List.of()
                : List.of(Finding.fail(
                        LocalizedMessage.of(ExchangeCheck.class, "exchange-check.trust-unreadable", failure),
                        LocalizedMessage.of(ExchangeCheck.class, "exchange-check.trust-unreadable-mend")));
    }

    private Optional<Finding> lost(Tenant tenant) {
        return whereabouts.isLost(tenant.id())
                ? Optional.of(Finding.fail(
                        LocalizedMessage.of(ExchangeCheck.class, "exchange-check.lost", tenant.id()),
                        LocalizedMessage.of(ExchangeCheck.class, "exchange-check.lost-mend")))
                : Optional.empty();
    }

    private Optional<Finding> parked(CallContext context) {
        Page<Pending> page = outbox.messages(
                Optional.of(State.PARKED), new PageRequest(PageRequest.USUAL, Optional.empty()), context);
        String many = page.items().size() + (page.next() == null ? "" : "+");
        return page.items().stream()
                .findFirst()
                .map(newest -> Finding.warn(
                        LocalizedMessage.of(
                                ExchangeCheck.class,
                                "exchange-check.parked-messages",
                                context.tenant(),
                                many,
                                newest.lastError()),
                        LocalizedMessage.of(
                                ExchangeCheck.class,
                                "exchange-check.exchange-list-state-parked-mend",
                                context.tenant())));
    }

    private Optional<Finding> waiting(CallContext context) {
        return outbox.oldestWaiting(context)
                .filter(message ->
                        message.createdAt().isBefore(machineClock.instant().minus(LONG)))
                .map(message -> Finding.warn(
                        LocalizedMessage.of(
                                ExchangeCheck.class,
                                "exchange-check.message-waits-since",
                                context.tenant(),
                                message.createdAt(),
                                message.lastError()),
                        LocalizedMessage.verbatim("exchange:list --state waiting " + context.tenant())));
    }
}
