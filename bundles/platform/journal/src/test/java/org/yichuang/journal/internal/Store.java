package org.yichuang.journal.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.XADataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.commons.dbcp2.managed.BasicManagedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.postgresql.xa.PGXADataSource;
import org.yichuang.migration.internal.TenantPolicies;

/** A migrated database with the pool and the transaction manager that the container has; one of each kind per run. */
enum Store {
    DERBY {
        @Override
        XADataSource owners() {
            return open();
        }

        @Override
        XADataSource open() {
            EmbeddedXADataSource source = new EmbeddedXADataSource();
            source.setDatabaseName("memory:journal");
            source.setCreateDatabase("create");
            return source;
        }
    },
    POSTGRESQL {
        private EmbeddedPostgres server;

        @Override
        XADataSource owners() {
            return as("postgres");
        }

        @Override
        XADataSource open() {
            return as(APPLICATION);
        }

        private XADataSource as(String role) {
            try {
                server = server == null
                        ? EmbeddedPostgres.builder()
                                .setPGStartupWait(Duration.ofMinutes(2))
                                .start()
                        : server;
                PGXADataSource source = new PGXADataSource();
                source.setUrl(server.getJdbcUrl(role, "postgres"));
                return source;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    static final GeronimoTransactionManager MANAGER = manager();
    private static final List<String> TABLES = List.of(
            "JOURNAL_ENTRY",
            "JOURNAL_PENDING",
            "JOURNAL_ANCHOR",
            "JOURNAL_MARK",
            "JOURNAL_OUTBOX",
            "JOURNAL_INBOX",
            "JOURNAL_KEY",
            "JOURNAL_LEASE",
            "JOURNAL_HEAD",
            "JOURNAL_LISTENER",
            "JOURNAL_PLACE",
            "JOURNAL_HELD",
            "JOURNAL_PROOF",
            "JOURNAL_EPOCH",
            "JOURNAL_STREAM",
            "THING");

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /** The role that works with the tables on PostgreSQL; they belong to another one. */
    private static final String APPLICATION = "application";

    private BasicManagedDataSource owners;
    private BasicManagedDataSource source;
    private EntityManagerFactory things;

    /** Connections of whoever owns the tables. */
    abstract XADataSource owners();

    /** Connections of the application. */
    abstract XADataSource open();

    private static GeronimoTransactionManager manager() {
        try {
            GeronimoTransactionManager manager = new GeronimoTransactionManager();
            TestServerPlatform.manager = manager;
            return manager;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pool; at the first call the schema is made. */
    synchronized BasicManagedDataSource source() {
        if (source == null) {
            owners = pool(owners());
            migrate();
            source = pool(open());
            things =
                    Persistence.createEntityManagerFactory("things", Map.of("javax.persistence.jtaDataSource", source));
        }
        return source;
    }

    private static BasicManagedDataSource pool(XADataSource connections) {
        BasicManagedDataSource pool = new BasicManagedDataSource();
        pool.setTransactionManager(MANAGER);
        pool.setTransactionSynchronizationRegistry(MANAGER);
        pool.setXaDataSourceInstance(connections);
        pool.setMaxTotal(20);
        return pool;
    }

    EntityManagerFactory things() {
        source();
        return things;
    }

    private void migrate() {
        LIQUIBASE.setLevel(Level.OFF);
        try (Connection connection = owners.getConnection()) {
            Liquibase liquibase = new Liquibase(
                    "db/changelog/journal.xml",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update("");
            connection.commit();
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        run(
                "CREATE TABLE THING (TENANT VARCHAR(40) NOT NULL, ID VARCHAR(40) NOT NULL, COUNTED INT NOT NULL, NOTE VARCHAR(40), "
                        + "CHAIN_SEQUENCE BIGINT NOT NULL, CHAIN_HASH VARCHAR(64) NOT NULL, VERSION INT NOT NULL, "
                        + "PRIMARY KEY (TENANT, ID))");
        secure();
    }

    /** As the container's migration does it: the application's role sees what its transaction's tenant has. */
    private void secure() {
        if (this == POSTGRESQL) {
            run("CREATE ROLE " + APPLICATION + " LOGIN");
            try (Connection connection = owners.getConnection()) {
                TenantPolicies.secure(connection, Optional.of(APPLICATION));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void empty() {
        source();
        TABLES.forEach(table -> run("DELETE FROM " + table));
    }

    /** Does with the database what no service would do. */
    void run(String sql) {
        try (Connection connection = owners.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
