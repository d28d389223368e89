package org.yichuang.shell.internal.health;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is there a database, which one, and how fast does it answer? */
public class DatabaseCheck extends ModuleCheck {
    private static final String FILTER = "(osgi.jndi.service.name=yichuang)";
    private static final int PATIENCE_SECONDS = 2;
    private static final long SLOW_MICROS = 50_000;

    private final BundleContext context;

    public DatabaseCheck(BundleContext context) {
        super("database", READY, DOCTOR);
        this.context = context;
    }

    @Override
    protected List<Finding> look() {
        Optional<ServiceReference<DataSource>> reference = reference();
        if (reference.isEmpty()) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.there-no-data-source"),
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.check-etc-org-ops4j-datasource")));
        }
        try (Connection connection = context.getService(reference.get()).getConnection()) {
            return List.of(ask(connection));
        } catch (SQLException e) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.database-does-not-answer", e.getMessage()),
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.check-runs-address-password")));
        } finally {
            context.ungetService(reference.get());
        }
    }

    private Optional<ServiceReference<DataSource>> reference() {
        try {
            Collection<ServiceReference<DataSource>> found = context.getServiceReferences(DataSource.class, FILTER);
            return found.stream().findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(FILTER, e);
        }
    }

    private static Finding ask(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String product = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        long start = System.nanoTime();
        boolean answers = connection.isValid(PATIENCE_SECONDS);
        long micros = (System.nanoTime() - start) / 1_000;
        if (!answers) {
            return Finding.fail(
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.does-not-answer", product),
                    LocalizedMessage.of(DatabaseCheck.class, "database-check.check-database"));
        }
        String found = product + ", " + micros + " µs";
        return micros > SLOW_MICROS
                ? Finding.warn(
                        LocalizedMessage.of(DatabaseCheck.class, "database-check.answers-slowly", found),
                        LocalizedMessage.of(DatabaseCheck.class, "database-check.check-network-load"))
                : Finding.ok(LocalizedMessage.verbatim(found));
    }
}
