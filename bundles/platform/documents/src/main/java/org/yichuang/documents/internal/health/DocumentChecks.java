package org.yichuang.documents.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.tenancy.api.Tenants;

/** The health checks of documents. */
public class DocumentChecks extends HealthCheckRegistrar {
    public DocumentChecks(BundleContext context, DocumentRows rows, Transactions transactions, Tenants tenants) {
        super(context, List.of(new PrintCheck(rows, transactions, tenants)));
    }
}
