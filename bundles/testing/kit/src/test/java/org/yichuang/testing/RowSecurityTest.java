package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeTrue;
import static org.yichuang.testing.TestNode.NORTH;
import static org.yichuang.testing.TestNode.SOUTH;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.TenantId;

/** What a unit of one tenant sees of others where the role that works with the tables owns none: nothing. */
public class RowSecurityTest extends Contract {
    private static final String ROWS = "SELECT KEY_TEXT FROM JOURNAL_KEY ORDER BY KEY_TEXT";

    @Before
    public void writeAtBoth() {
        assumeTrue(kind == TestDatabase.Kind.POSTGRESQL);
        write(NORTH, "n");
        write(SOUTH, "s");
    }

    @Test
    public void aUnitSeesItsOwnTenantOnly() {
        assertEquals(List.of("n"), seen(NORTH));
        assertEquals(List.of("s"), seen(SOUTH));
    }

    @Test
    public void aUnitWritesNothingOfAnotherTenant() {
        assertEquals(0, change("UPDATE JOURNAL_KEY SET ACCOUNT='x' WHERE TENANT='south'"));
        assertEquals(0, change("DELETE FROM JOURNAL_KEY WHERE KEY_TEXT='s'"));
        assertThrows(
                RuntimeException.class,
                () -> change("INSERT INTO JOURNAL_HEAD (TENANT, ANCHOR_NUMBER, ENTRIES) VALUES ('south', 99, 99)"));
        assertThrows(RuntimeException.class, () -> change("UPDATE JOURNAL_KEY SET TENANT='south', KEY_TEXT='x'"));
        assertEquals(List.of("s"), seen(SOUTH));
    }

    @Test
    public void whatIsReadWithoutAUnitIsNothing() throws SQLException {
        seen(NORTH);
        for (int i = 0; i < 3; i++) {
            try (Connection connection = node.pool().getConnection()) {
                assertEquals("a connection of the pool names nobody", List.of(), rows(connection));
            }
        }
    }

    @Test
    public void acrossTheTenantsThereIsOneWay() {
        assertEquals(
                List.of("n", "s"),
                node.transactions().readAcrossTenants(node.clerk(NORTH), "a test", unit -> rows(unit.connection())));
        assertEquals("and it ends there", List.of("n"), seen(NORTH));
    }

    @Test
    public void aVisitSeesTheOtherTenantAndComesHome() {
        List<String> seen = new ArrayList<>();
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            seen.addAll(unit.reading(SOUTH, there -> rows(there.connection())));
            seen.addAll(rows(unit.connection()));
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> unit.reading(SOUTH, there -> {
                        throw new UnsupportedOperationException();
                    }));
            seen.addAll(rows(unit.connection()));
            return null;
        });
        assertEquals(List.of("s", "n", "n"), seen);
    }

    private void write(TenantId tenant, String key) {
        IdempotencyKey given = new IdempotencyKey(key, "fingerprint");
        node.transactions().write(node.clerk(tenant, Optional.of(given)), String.class, unit -> "done");
    }

    private int change(String sql) {
        return node.transactions().write(node.clerk(NORTH), Integer.class, unit -> {
            try (Statement statement = unit.connection().createStatement()) {
                return statement.executeUpdate(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> seen(TenantId tenant) {
        return node.transactions().read(node.clerk(tenant), unit -> rows(unit.connection()));
    }

    private static List<String> rows(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
