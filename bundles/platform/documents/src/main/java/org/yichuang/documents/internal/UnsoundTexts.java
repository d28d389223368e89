package org.yichuang.documents.internal;

import java.util.List;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenants;

/** Whose own texts the modules cannot fill in any more, asked once for all centres. */
public class UnsoundTexts {
    private final TemplateRegistry templates;
    private final OwnTextRows rows;
    private final Transactions transactions;
    private final Tenants tenants;

    public UnsoundTexts(TemplateRegistry templates, OwnTextRows rows, Transactions transactions, Tenants tenants) {
        this.templates = templates;
        this.rows = rows;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /** Some of them, as {@code centre/module/kind}. */
    public List<String> some(int most) {
        return tenants.all().stream()
                .findFirst()
                .map(any -> CallContext.system(any.id(), tenants.clock().instant(), "document-texts"))
                .map(context -> transactions.readAcrossTenants(context, "texts that do not fit", rows::inForce))
                .orElse(List.of())
                .stream()
                .filter(own -> templates.refuses(own.template(), own.title(), own.text()))
                .map(own -> own.centre() + "/" + own.template())
                .limit(most)
                .toList();
    }
}
