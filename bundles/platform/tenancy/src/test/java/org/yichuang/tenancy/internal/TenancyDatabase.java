package org.yichuang.tenancy.internal;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * One database in memory for any number of nodes; entries of committed transactions are kept in a list, and answers of
 * commands with a key in a map.
 */
final class TenancyDatabase implements Transactions {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");
    private static final String HASH = "a".repeat(64);

    private static final String URL = "jdbc:derby:memory:tenancy";
    private static boolean isMigrated;

    private final List<String> entries = new ArrayList<>();
    private final Map<List<Object>, Object> kept = new ConcurrentHashMap<>();
    private volatile int changes;
    private volatile boolean isAway;
    private volatile boolean refusesWrites;
    private volatile String spoilt = "";

    /** The one database of this run, without any rows. */
    TenancyDatabase() {
        migrate();
        for (String table : List.of("TENANCY_CENTRE", "TENANCY_CALENDAR", "TENANCY_IMPORT", "TENANCY_DEPARTMENT")) {
            tamper("DELETE FROM " + table);
        }
        tamper("UPDATE TENANCY_REVISION SET REVISION=0");
    }

    private static synchronized void migrate() {
        if (isMigrated) {
            return;
        }
        isMigrated = true;
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = DriverManager.getConnection(URL + ";create=true")) {
            Liquibase liquibase = new Liquibase(
                    "db/changelog/tenancy.xml",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update("");
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the journals say: centre, action, actor, details. */
    List<String> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** From now on it counts as another one. */
    void becomesAnother() {
        changes++;
    }

    @Override
    public int databaseChanges() {
        return changes;
    }

    void isAway(boolean away) {
        isAway = away;
    }

    /** A centre whose row and journal do not fit any more: whatever is written there has been changed meanwhile. */
    void spoils(String tenant) {
        spoilt = tenant;
    }

    void refusesWrites(boolean refuses) {
        refusesWrites = refuses;
    }

    /** Runs a statement as somebody would who has got hold of the database. */
    void tamper(String sql) {
        try (Connection connection = DriverManager.getConnection(URL)) {
            connection.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        if (context.tenant().value().equals(spoilt)) {
            throw new ProblemException(CommonError.CHANGED_MEANWHILE, LocalizedMessage.verbatim("已被他人修改"));
        }
        Optional<List<Object>> key = context.idempotencyKey().map(given -> List.of(context.tenant(), given));
        try {
            T done = run(context, work, true);
            key.ifPresent(given -> kept.put(given, done));
            return done;
        } catch (ProblemException refusal) {
            return key.map(kept::get).map(answer::cast).orElseThrow(() -> refusal);
        }
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        return run(context, work, false);
    }

    @Override
    public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
        return run(context, work, false);
    }

    private <T> T run(CallContext context, Work<T> work, boolean commits) {
        if (isAway || commits && refusesWrites) {
            throw new IllegalStateException("The database is away");
        }
        List<String> recorded = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(URL)) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(unit(connection, context, recorded));
                if (commits) {
                    connection.commit();
                    synchronized (entries) {
                        entries.addAll(recorded);
                    }
                }
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnitOfWork unit(Connection connection, CallContext context, List<String> recorded) {
        return (UnitOfWork) Proxy.newProxyInstance(
                TenancyDatabase.class.getClassLoader(), new Class<?>[] {UnitOfWork.class}, (self, method, given) -> {
                    switch (method.getName()) {
                        case "connection":
                            return connection;
                        case "context":
                            return context;
                        case "reading":
                            return ((Work<?>) given[1]).run((UnitOfWork) self);
                        case "record":
                            AuditEntry entry = (AuditEntry) given[0];
                            recorded.add(context.tenant() + " " + entry.action() + " "
                                    + context.actor().account() + " " + new TreeMap<>(entry.details()));
                            return new ChainHead(((ChainHead) given[1]).sequence() + 1, HASH);
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
