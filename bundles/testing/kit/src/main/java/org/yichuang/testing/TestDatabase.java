package org.yichuang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.commons.dbcp2.managed.BasicManagedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.postgresql.xa.PGXADataSource;
import org.yichuang.migration.internal.TenantPolicies;

/**
 * A fresh database with the journal's schema, and the pool and the transaction manager that the container has. Which
 * ones
 * a build tries is said by the system property {@code yichuang.test.database}: {@code derby}, {@code postgresql}, or
 * both
 * when it is not set. On PostgreSQL its tables have an owner, and the nodes work as another role, under row-level
 * security.
 */
public final class TestDatabase {
    /** How many connections the pool of a node has. */
    public static final int POOL = 30;
    /** The role of the nodes. */
    private static final String APPLICATION = "application";

    private static final String CHOICE = "yichuang.test.database";
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /** What fresh ones are copied from, by kind and schemas. */
    private static final Map<String, String> MODELS = new HashMap<>();

    /** The fresh ones of PostgreSQL, the oldest first. */
    private static final Queue<String> LEFT = new ArrayDeque<>();
    /** So many of them stay: some tests have several. */
    private static final int MOST_LEFT = 40;

    private static EmbeddedPostgres server;

    private final Kind kind;
    private final XADataSource nodes;
    private final BasicManagedDataSource source;

    /** The databases that the platform runs on. */
    public enum Kind {
        DERBY,
        POSTGRESQL
    }

    private TestDatabase(Kind kind, XADataSource owner, XADataSource nodes) {
        this.kind = kind;
        this.nodes = nodes;
        this.source = pool(owner);
    }

    /** The kinds that this build tries. */
    public static List<Kind> chosen() {
        String choice = System.getProperty(CHOICE, "").toUpperCase(Locale.ROOT);
        return Stream.of(Kind.values())
                .filter(kind -> choice.isEmpty() || kind.name().equals(choice))
                .toList();
    }

    /**
     * Makes a fresh database for a test. When some dozens more have been made it is gone.
     *
     * @param changelogs of modules, beside the journal's, as resources
     */
    public static TestDatabase fresh(Kind kind, String... changelogs) {
        return copied(kind, false, changelogs);
    }

    /** Makes one that stays as long as the process, for a world that many tests have one after the other. */
    static TestDatabase lasting(Kind kind, String... changelogs) {
        return copied(kind, true, changelogs);
    }

    private static TestDatabase copied(Kind kind, boolean isLasting, String... changelogs) {
        String name = name();
        String model = model(kind, changelogs);
        if (kind == Kind.DERBY) {
            TestDatabase copy = derby("memory:" + name, "createFrom=" + model);
            copy.connectOnce();
            return copy;
        }
        run(server.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + model + " STRATEGY FILE_COPY");
        if (!isLasting) {
            dropWhatIsLeft(name);
        }
        return postgres(name);
    }

    /** Of the tests of before nobody works with theirs any more. */
    private static synchronized void dropWhatIsLeft(String fresh) {
        LEFT.add(fresh);
        if (LEFT.size() > MOST_LEFT) {
            run(server.getPostgresDatabase(), "DROP DATABASE " + LEFT.remove() + " WITH (FORCE)");
        }
    }

    /** The first connection makes it: else two nodes might try at once. */
    private void connectOnce() {
        try (Connection connection = source.getConnection()) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A database with such schemas, which is migrated once in a process: schemas are slow to make, and soon copied. */
    private static synchronized String model(Kind kind, String... changelogs) {
        return MODELS.computeIfAbsent(kind + " " + String.join(",", changelogs), key -> {
            String name = name();
            TestDatabase model = kind == Kind.DERBY ? derby("memory:" + name, "create=true") : empty(name);
            model.migrate("db/changelog/journal.xml");
            Stream.of(changelogs).forEach(model::migrate);
            return model.closed(name);
        });
    }

    /** Nobody works with it any more; returns what it is copied from. */
    private String closed(String name) {
        try {
            String from = name;
            if (kind == Kind.DERBY) {
                Path folder = Files.createTempDirectory("yichuang-model");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                run("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + folder + "')");
                from = folder.resolve(name).toString();
            }
            source.close();
            return from;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase derby(String name, String attributes) {
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(name);
        derby.setConnectionAttributes(attributes);
        return new TestDatabase(Kind.DERBY, derby, derby);
    }

    private static TestDatabase empty(String name) {
        try {
            if (server == null) {
                server = TestPostgres.inMemory()
                        .setServerConfig("max_connections", "300")
                        .start();
                run(server.getPostgresDatabase(), "CREATE ROLE " + APPLICATION + " LOGIN");
            }
            run(server.getPostgresDatabase(), "CREATE DATABASE " + name);
            return postgres(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase postgres(String name) {
        return new TestDatabase(Kind.POSTGRESQL, postgres(name, "postgres"), postgres(name, APPLICATION));
    }

    private static XADataSource postgres(String name, String role) {
        PGXADataSource postgres = new PGXADataSource();
        postgres.setUrl(server.getJdbcUrl(role, name));
        return postgres;
    }

    private void migrate(String changelog) {
        LIQUIBASE.setLevel(Level.OFF);
        try (Connection connection = source.getConnection()) {
            Liquibase liquibase = new Liquibase(
                    changelog,
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update("");
            connection.commit();
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(changelog, e);
        }
        secure();
    }

    /** Makes a table with which the nodes may work. */
    public void createTable(String sql) {
        run(sql);
        secure();
    }

    /** As the container's migration does it. */
    private void secure() {
        if (kind == Kind.POSTGRESQL) {
            try (Connection connection = source.getConnection()) {
                TenantPolicies.secure(connection, Optional.of(APPLICATION));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Which database it is. */
    public Kind kind() {
        return kind;
    }

    /** The pool of everybody who is no node of its own: it sees and may do all. */
    public DataSource source() {
        return source;
    }

    /** Another pool on the same database, as another container has it. */
    BasicManagedDataSource pool() {
        return pool(nodes);
    }

    private static BasicManagedDataSource pool(XADataSource connections) {
        BasicManagedDataSource pool = new BasicManagedDataSource();
        pool.setTransactionManager(TestTransactionManager.INSTANCE);
        pool.setTransactionSynchronizationRegistry(TestTransactionManager.INSTANCE);
        pool.setXaDataSourceInstance(connections);
        pool.setMaxTotal(POOL);
        pool.setMaxIdle(POOL);
        return pool;
    }

    /** Does with the database what no service would do. */
    public int run(String sql) {
        return run(source, sql);
    }

    private static int run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
