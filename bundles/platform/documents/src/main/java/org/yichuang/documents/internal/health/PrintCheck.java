package org.yichuang.documents.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Are there issued documents whose files are not made? */
class PrintCheck extends ModuleCheck {
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final int NAMED = 3;

    private final DocumentRows rows;
    private final Transactions transactions;
    private final Tenants tenants;

    PrintCheck(DocumentRows rows, Transactions transactions, Tenants tenants) {
        super("documents", DOCTOR);
        this.rows = rows;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    protected List<Finding> look() {
        Instant now = tenants.clock().instant();
        List<Finding> findings = new ArrayList<>();
        for (Tenant centre : tenants.all()) {
            CallContext context = CallContext.system(centre.id(), now, "doctor");
            List<String> stuck = transactions.read(context, unit -> rows.stuck(now.minus(LATE), NAMED, unit));
            if (!stuck.isEmpty()) {
                findings.add(Finding.fail(
                        LocalizedMessage.of(
                                PrintCheck.class, "print-check.stuck", centre.name(), String.join(", ", stuck)),
                        LocalizedMessage.of(PrintCheck.class, "print-check.look")));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(LocalizedMessage.of(PrintCheck.class, "print-check.none")))
                : findings;
    }
}
