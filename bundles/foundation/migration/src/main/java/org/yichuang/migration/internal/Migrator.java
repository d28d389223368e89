package org.yichuang.migration.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database to the state that a changelog describes. */
class Migrator {
    /** Any number will do, as long as every container of this platform takes the same. */
    private static final long ADVISORY_LOCK = 0x59696368_75616e67L;

    /** PostgreSQL's limits of a session. */
    private static final List<String> LIMITS =
            List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout");

    /** How an attempt went, where it did not fail. */
    enum Outcome {
        /** The schema is as the changelog says. */
        DONE,
        /** Another container migrates this database now. */
        BUSY
    }

    private interface Work {
        void run() throws SQLException, LiquibaseException;
    }

    /**
     * Runs what the database has not seen yet of a changelog, and gives every table its row-level security.
     *
     * @param owner the database as the role sees it that owns the tables
     * @param application the same database as the application's role sees it; where it is the same data source, one
     *     role owns the tables and works with them
     * @throws SQLException if the database cannot be reached: to try again may help
     * @throws LiquibaseException if the changelog is wrong or does not fit the database: to try again does not help
     */
    Outcome migrate(DataSource owner, DataSource application, String changelog, ResourceAccessor resources)
            throws SQLException, LiquibaseException {
        Optional<String> role = owner == application ? Optional.empty() : Optional.of(TenantPolicies.role(application));
        try (Connection connection = owner.getConnection()) {
            boolean shared = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
            if (shared && !advisoryLock(connection, "pg_try_advisory_lock")) {
                return Outcome.BUSY;
            }
            int networkTimeout = shared ? unlimited(connection) : 0;
            try {
                withOwnLoader(() -> run(connection, changelog, resources));
                if (shared) {
                    TenantPolicies.secure(connection, role);
                    connection.commit();
                }
            } finally {
                // Derby refuses to close a connection in mid-transaction.
                connection.rollback();
                if (shared) {
                    advisoryLock(connection, "pg_advisory_unlock");
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                if (shared) {
                    limited(connection, networkTimeout);
                }
            }
            return Outcome.DONE;
        }
    }

    /** Lifts the limits that a session has for requests: a large table may take its time. Returns the socket's. */
    private static int unlimited(Connection connection) throws SQLException {
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        try (Statement statement = connection.createStatement()) {
            for (String limit : LIMITS) {
                statement.execute("SET " + limit + " = 0");
            }
        }
        return timeout;
    }

    private static void limited(Connection connection, int networkTimeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String limit : LIMITS) {
                statement.execute("RESET " + limit);
            }
        }
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
    }

    /**
     * Liquibase keeps its lock in a table, where it outlives a container that was killed, and all later ones wait for
     * it in vain. The lock of the session goes with the session; who holds it (or the files of an embedded database)
     * knows that a lock found in the table is such a remainder.
     */
    private static void run(Connection connection, String changelog, ResourceAccessor resources)
            throws SQLException, LiquibaseException {
        connection.setAutoCommit(false);
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        Map<String, Object> settings =
                Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
        try {
            Scope.child(settings, () -> {
                // Not closed: that would close the connection, which is not ours alone.
                @SuppressWarnings("resource")
                Liquibase liquibase = new Liquibase(changelog, resources, database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.forceReleaseLocks();
                liquibase.update(new Contexts(), new LabelExpression());
            });
        } catch (LiquibaseException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
        connection.commit();
    }

    /** Liquibase looks for its parts with the thread's loader. */
    private static void withOwnLoader(Work work) throws SQLException, LiquibaseException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean advisoryLock(Connection connection, String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setLong(1, ADVISORY_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
