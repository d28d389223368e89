package org.yichuang.shell.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Has every active bundle that brings a schema its migrated data source? */
public class MigrationCheck extends ModuleCheck {
    private static final String HEADER = "Yichuang-Changelog";

    private final BundleContext context;

    public MigrationCheck(BundleContext context) {
        super("schemas", READY, DOCTOR);
        this.context = context;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<String> migrated = new ArrayList<>();
        Map<?, ?> reasons = reasons();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get(HEADER) != null && bundle.getState() == Bundle.ACTIVE) {
                String name = bundle.getSymbolicName();
                String word = name.substring(name.lastIndexOf('.') + 1);
                if (isReady(word)) {
                    migrated.add(word);
                } else {
                    String reason = reasons.get(name) instanceof String said ? ": " + said : "";
                    findings.add(Finding.fail(
                            LocalizedMessage.of(MigrationCheck.class, "migration-check.schema-not-ready", word, reason),
                            LocalizedMessage.of(MigrationCheck.class, "migration-check.look-failed-migration-log")));
                }
            }
        }
        if (findings.isEmpty()) {
            String words = String.join(", ", migrated);
            findings.add(Finding.ok(LocalizedMessage.of(MigrationCheck.class, "migration-check.ready", words)));
        }
        return findings;
    }

    /** What the extender says of schemas that it could not migrate, by the names of their bundles. */
    private Map<?, ?> reasons() {
        try {
            for (ServiceReference<?> reference :
                    context.getServiceReferences(Supplier.class, "(yichuang.schemas=reasons)")) {
                if (context.getService(reference) instanceof Supplier<?> supplier
                        && supplier.get() instanceof Map<?, ?> reasons) {
                    return reasons;
                }
            }
            return Map.of();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady(String word) {
        String filter = "(osgi.jndi.service.name=yichuang-" + word + ")";
        try {
            return !context.getServiceReferences(DataSource.class, filter).isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(filter, e);
        }
    }
}
