package org.yichuang.migration.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the migration gives tables with a tenant, as two roles of one database see it. */
public class TenantPoliciesTest {
    private static final String WITHOUT_POLICY =
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
            WHERE c.relkind = 'r' AND NOT (c.relrowsecurity
              AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))""";
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static EmbeddedPostgres postgres;
    private static int databases;

    private String database;
    private DataSource owner;
    private DataSource application;

    @BeforeClass
    public static void startPostgres() throws Exception {
        LIQUIBASE.setLevel(Level.OFF);
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        run(postgres.getPostgresDatabase(), "CREATE ROLE keeper LOGIN PASSWORD 'keeper'");
        run(postgres.getPostgresDatabase(), "CREATE ROLE \"the-clerk\" LOGIN PASSWORD 'the-clerk'");
    }

    @AfterClass
    public static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Before
    public void migrate() throws Exception {
        database = "rows" + databases++;
        run(postgres.getPostgresDatabase(), "CREATE DATABASE " + database + " OWNER keeper");
        owner = postgres.getDatabase("keeper", database);
        application = postgres.getDatabase("the-clerk", database);
        assertEquals(Migrator.Outcome.DONE, migrate(owner, "db/changelog/tenants.xml"));
        run(owner, "INSERT INTO TRIAL_OWN VALUES ('north', '1'), ('south', '2')");
    }

    @Test
    public void withoutATenantThereAreNoRows() throws Exception {
        assertEquals(List.of(), shown(null));
        assertEquals(List.of(), shown(""));
    }

    @Test
    public void aTenantSeesItsOwnRowsAndThePlatformAll() throws Exception {
        assertEquals(List.of("1"), shown("north"));
        assertEquals(List.of("1", "2"), shown("*"));
    }

    @Test
    public void nothingIsWrittenOfAnotherTenant() throws Exception {
        assertEquals(0, changed("north", "UPDATE TRIAL_OWN SET ID = '9' WHERE TENANT = 'south'"));
        assertEquals(0, changed("north", "DELETE FROM TRIAL_OWN WHERE TENANT = 'south'"));
        assertEquals(1, changed("north", "INSERT INTO TRIAL_OWN VALUES ('north', '3')"));
        assertEquals("42501", refused("north", "INSERT INTO TRIAL_OWN VALUES ('south', '3')"));
        assertEquals("42501", refused("north", "UPDATE TRIAL_OWN SET TENANT = 'south'"));
    }

    @Test
    public void theApplicationCannotPassByThePolicies() throws Exception {
        assertEquals("42501", refused("*", "TRUNCATE TRIAL_OWN"));
        assertEquals("42501", refused("*", "ALTER TABLE TRIAL_OWN DISABLE ROW LEVEL SECURITY"));
        assertEquals("42501", refused("*", "DROP POLICY yichuang_tenant ON TRIAL_OWN"));
        assertEquals("42501", refused("*", "UPDATE DATABASECHANGELOG SET MD5SUM = ''"));
        assertEquals("42501", refused("*", "CREATE TABLE TRIAL_MINE (ID INT)"));
    }

    @Test
    public void aSettingIsGoneWithItsTransaction() throws Exception {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            name(connection, "north");
            assertEquals(List.of("1"), ids(connection));
            connection.commit();
            assertEquals("the next one of this connection has none", List.of(), ids(connection));
        }
    }

    @Test
    public void whoOwnsTheTablesSeesAllAsBefore() throws Exception {
        try (Connection connection = owner.getConnection()) {
            assertEquals(List.of("1", "2"), ids(connection));
        }
    }

    @Test
    public void whatComesLaterIsSecuredWithTheNextMigration() throws Exception {
        run(owner, "CREATE TABLE TRIAL_LATER (TENANT VARCHAR(40), ID VARCHAR(40))");
        run(owner, "CREATE TABLE TRIAL_SHARED (ID VARCHAR(40))");
        run(owner, "ALTER TABLE TRIAL_OWN DISABLE ROW LEVEL SECURITY");
        assertEquals(List.of("trial_later", "trial_own"), texts(owner, WITHOUT_POLICY + " ORDER BY 1"));

        migrate(owner, "db/changelog/good.xml");
        migrate(owner, "db/changelog/good.xml");

        assertEquals(List.of(), texts(owner, WITHOUT_POLICY));
        assertEquals(1, changed("north", "INSERT INTO TRIAL_LATER VALUES ('north', '1')"));
        assertEquals("tables of no tenant are for all", 1, changed("north", "INSERT INTO TRIAL_SHARED VALUES ('1')"));
    }

    @Test
    public void whereOneRoleDoesAllNobodyIsBound() throws Exception {
        run(owner, "CREATE TABLE TRIAL_LATER (TENANT VARCHAR(40), ID VARCHAR(40))");
        new Migrator().migrate(owner, owner, "db/changelog/good.xml", new BundleResources(path -> getClass()
                .getResource("/" + path)));
        assertEquals(List.of("trial_later", "trial_row"), texts(owner, WITHOUT_POLICY + " ORDER BY 1"));
    }

    @Test
    public void whatAnEarlierVersionEnabledWhereOneRoleDoesAllBindsNobodyAnyMore() throws Exception {
        String rows = "SELECT ID FROM TRIAL_SOLE";
        run(owner, "CREATE TABLE TRIAL_SOLE (TENANT VARCHAR(40), ID VARCHAR(40))");
        run(owner, "INSERT INTO TRIAL_SOLE VALUES ('north', '1')");
        run(owner, "CREATE POLICY yichuang_tenant ON TRIAL_SOLE USING (false)");
        run(owner, "ALTER TABLE TRIAL_SOLE ENABLE ROW LEVEL SECURITY");
        run(owner, "GRANT SELECT ON TRIAL_SOLE TO \"the-clerk\"");
        assertEquals("who backs up or reports", List.of(), texts(application, rows));

        new Migrator().migrate(owner, owner, "db/changelog/good.xml", new BundleResources(path -> getClass()
                .getResource("/" + path)));

        assertEquals(List.of("1"), texts(application, rows));
        assertEquals("where another role writes all stays", List.of(), shown(null));
    }

    @Test
    public void aNeighboursTablesInTheSameSchemaAreLeftAlone() throws Exception {
        DataSource superuser = postgres.getDatabase("postgres", database);
        run(superuser, "CREATE ROLE neighbour_" + database);
        run(superuser, "GRANT neighbour_" + database + " TO keeper");
        run(superuser, "CREATE TABLE CRM_CONTRACT (TENANT VARCHAR(40))");
        run(superuser, "ALTER TABLE CRM_CONTRACT OWNER TO neighbour_" + database);

        migrate(owner, "db/changelog/good.xml");

        assertEquals(List.of("crm_contract"), texts(owner, WITHOUT_POLICY));
        assertEquals("42501", refused("north", "INSERT INTO CRM_CONTRACT VALUES ('north')"));
    }

    @Test
    public void theApplicationStartsWithoutTheOwnerWhereNothingIsToBeMigrated() throws Exception {
        assertEquals(Migrator.Outcome.DONE, migrate(application, "db/changelog/tenants.xml"));
        assertEquals(List.of("1"), shown("north"));
    }

    private Migrator.Outcome migrate(DataSource as, String changelog) throws Exception {
        return new Migrator().migrate(as, application, changelog, new BundleResources(path -> getClass()
                .getResource("/" + path)));
    }

    private List<String> shown(String tenant) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            name(connection, tenant);
            return ids(connection);
        }
    }

    private int changed(String tenant, String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            name(connection, tenant);
            return statement.executeUpdate(sql);
        }
    }

    private String refused(String tenant, String sql) {
        return assertThrows(sql, SQLException.class, () -> changed(tenant, sql)).getSQLState();
    }

    private static void name(Connection connection, String tenant) throws SQLException {
        if (tenant != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT set_config('yichuang.tenant', '" + tenant + "', true)");
            }
        }
    }

    private static List<String> ids(Connection connection) throws SQLException {
        return texts(connection, "SELECT ID FROM TRIAL_OWN ORDER BY ID");
    }

    private static List<String> texts(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return texts(connection, sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
