package org.yichuang.catalogue.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Visits the centres below one, each in a read of its own, as far as what it publishes is offered there. */
final class CentresBelow {
    private final Transactions transactions;
    private final Tenants tenants;

    CentresBelow(Transactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /** What is done at a centre. */
    interface Visit {
        /** Returns which of these codes the centre publishes itself: it offers its own to itself and all below it. */
        Collection<String> hidden(List<String> codes, UnitOfWork unit);

        /** Looks at a centre at which these are offered from above. */
        void look(List<String> codes, UnitOfWork unit);
    }

    /**
     * What was seen.
     *
     * @param centres at how many centres it was looked
     * @param elsewhere the names of centres of another deployment: nothing is known here of them and of those below
     * @param isWhole whether there are no more centres than were visited
     */
    record Seen(int centres, List<String> elsewhere, boolean isWhole) {}

    /** @param codes under which the centre offers what is published above */
    private record Below(TenantId centre, List<String> codes) {}

    Seen visit(List<String> codes, int most, CallContext context, Visit visit) {
        List<String> elsewhere = new ArrayList<>();
        Deque<Below> open = new ArrayDeque<>(List.of(new Below(context.tenant(), codes)));
        int visited = 0;
        while (!open.isEmpty()) {
            Below above = open.remove();
            for (Tenant centre : tenants.children(above.centre())) {
                if (centre.isElsewhere()) {
                    elsewhere.add(centre.name());
                } else if (visited == most) {
                    return new Seen(visited, elsewhere, false);
                } else {
                    visited++;
                    List<String> offered = look(centre.id(), above.codes(), context, visit);
                    if (!offered.isEmpty()) {
                        open.add(new Below(centre.id(), offered));
                    }
                }
            }
        }
        return new Seen(visited, elsewhere, true);
    }

    private List<String> look(TenantId centre, List<String> codes, CallContext context, Visit visit) {
        return transactions.read(PublishedVersions.at(centre, context), unit -> {
            Set<String> offered = new LinkedHashSet<>(codes);
            visit.hidden(codes, unit).forEach(offered::remove);
            List<String> left = List.copyOf(offered);
            if (!left.isEmpty()) {
                visit.look(left, unit);
            }
            return left;
        });
    }
}
