package org.yichuang.documents.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Whose documents are still to be printed, asked once for all centres: which they are, not what they say. */
public class PendingDocuments {
    private static final int MOST_LOOKED_AT = 1_000;

    private final DocumentRows rows;
    private final Transactions transactions;
    private final Tenants tenants;

    public PendingDocuments(DocumentRows rows, Transactions transactions, Tenants tenants) {
        this.rows = rows;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /** The centres that have something to be printed now. */
    List<TenantId> centres() {
        return asked("documents that are due", (found, unit) -> found.tenantsWithDue(unit)).stream()
                .filter(TenantId::isWellFormed)
                .map(TenantId::new)
                .filter(centre -> tenants.find(centre).isPresent())
                .toList();
    }

    /** Some of what should have been printed a while ago, as {@code centre/document}. */
    public List<String> stuck(Duration late, int most) {
        return asked("documents that are stuck", (found, unit) -> found.stuck(late, MOST_LOOKED_AT, unit)).stream()
                .filter(this::isOfACentre) // what a removed centre has left is printed when it comes back
                .limit(most)
                .toList();
    }

    private boolean isOfACentre(String document) {
        String centre = document.substring(0, document.indexOf('/'));
        return TenantId.isWellFormed(centre)
                && tenants.find(new TenantId(centre)).isPresent();
    }

    private List<String> asked(String reason, BiFunction<DocumentRows, UnitOfWork, List<String>> question) {
        return tenants.all().stream()
                .findFirst()
                .map(any -> CallContext.system(any.id(), tenants.clock().instant(), "print"))
                .map(context -> transactions.readAcrossTenants(context, reason, unit -> question.apply(rows, unit)))
                .orElse(List.of());
    }
}
