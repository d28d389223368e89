package org.yichuang.migration.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What a changelog does to the two databases that the platform runs on. */
public class MigratorTest {
    private static final String GOOD = "db/changelog/good.xml";

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static EmbeddedPostgres postgres;

    private final Migrator migrator = new Migrator();

    @BeforeClass
    public static void startPostgres() throws IOException {
        LIQUIBASE.setLevel(Level.OFF);
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @AfterClass
    public static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    public void aSchemaIsMadeOnceOnDerby() throws Exception {
        aSchemaIsMadeOnce(derby("once"));
    }

    @Test
    public void aSchemaIsMadeOnceOnPostgres() throws Exception {
        aSchemaIsMadeOnce(postgres("once"));
    }

    @Test
    public void aChangelogThatDoesNotFitSaysSo() throws Exception {
        for (DataSource database : List.of(derby("bad"), postgres("bad"))) {
            LiquibaseException refused =
                    assertThrows(LiquibaseException.class, () -> migrate(database, "db/changelog/bad.xml"));
            assertEquals(refused.getMessage(), true, refused.getMessage().contains("NEVER_MADE"));
        }
    }

    @Test
    public void aLockThatSomebodyHoldsIsNotAWrongChangelog() throws Exception {
        DataSource database = postgres("held");
        migrate(database, GOOD);
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE TRIAL_ROW IN ACCESS EXCLUSIVE MODE");

            LiquibaseException refused =
                    assertThrows(LiquibaseException.class, () -> migrate(database, "db/changelog/impatient.xml"));
            assertTrue(refused.getMessage(), PassingFailures.isOne(refused));
            holder.rollback();
        }

        assertEquals(Migrator.Outcome.DONE, migrate(database, "db/changelog/impatient.xml"));
        LiquibaseException wrong =
                assertThrows(LiquibaseException.class, () -> migrate(database, "db/changelog/bad.xml"));
        assertFalse(wrong.getMessage(), PassingFailures.isOne(wrong));
    }

    @Test
    public void aMissingChangelogSaysSo() throws Exception {
        DataSource database = derby("missing");
        assertThrows(LiquibaseException.class, () -> migrate(database, "db/changelog/missing.xml"));
    }

    @Test
    public void aLockThatAKilledContainerLeftIsNoObstacle() throws Exception {
        for (DataSource database : List.of(derby("killed"), postgres("killed"))) {
            migrate(database, GOOD);
            change(database, "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'killed'");
            assertEquals(Migrator.Outcome.DONE, migrate(database, GOOD));
        }
    }

    @Test
    public void ofTwoContainersOneMigratesAndTheOtherWaits() throws Exception {
        DataSource database = postgres("two");
        Callable<Long> patient = () -> {
            long waits = 0;
            while (migrate(database, GOOD) == Migrator.Outcome.BUSY) {
                waits++;
            }
            return waits;
        };
        ExecutorService containers = Executors.newFixedThreadPool(2);
        try {
            for (var container : containers.invokeAll(List.of(patient, patient))) {
                container.get();
            }
        } finally {
            containers.shutdown();
        }
        assertEquals(1, count(database, "TRIAL_ROW"));
        assertEquals(2, count(database, "DATABASECHANGELOG"));
    }

    @Test
    public void aDatabaseThatIsAwayIsNotAWrongChangelog() throws Exception {
        EmbeddedDataSource away = new EmbeddedDataSource();
        away.setDatabaseName("memory:away");
        assertThrows(SQLException.class, () -> migrate(away, GOOD));
    }

    private void aSchemaIsMadeOnce(DataSource database) throws Exception {
        assertEquals(Migrator.Outcome.DONE, migrate(database, GOOD));
        assertEquals(Migrator.Outcome.DONE, migrate(database, GOOD));
        assertEquals(1, count(database, "TRIAL_ROW"));
        try (Connection connection = database.getConnection()) {
            assertEquals("the connection goes back as it came", true, connection.getAutoCommit());
        }
    }

    private Migrator.Outcome migrate(DataSource database, String changelog) throws Exception {
        return migrator.migrate(database, database, changelog, new BundleResources(path -> getClass()
                .getResource("/" + path)));
    }

    private static long count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static DataSource derby(String name) {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:" + name);
        database.setCreateDatabase("create");
        return database;
    }

    private static DataSource postgres(String name) throws SQLException {
        change(postgres.getPostgresDatabase(), "CREATE DATABASE " + name);
        return postgres.getDatabase("postgres", name);
    }
}
