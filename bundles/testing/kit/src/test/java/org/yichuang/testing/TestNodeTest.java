package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.yichuang.journal.api.Transactions;

/** A node that dies. */
public class TestNodeTest extends Contract {
    private static final String ADD =
            "INSERT INTO JOURNAL_LEASE (LEASE_NAME, HOLDER, TOKEN, UNTIL_MICROS) VALUES ('mark', 'n', 1, 0)";
    private static final String TOUCH = "UPDATE JOURNAL_LEASE SET TOKEN=TOKEN+1 WHERE LEASE_NAME='mark'";

    @Test
    public void whatAnAbandonedNodeHasNotCommittedIsNotThere() {
        assertThrows(RuntimeException.class, () -> write(node.transactions(), true));
        assertThrows(RuntimeException.class, () -> write(node.transactions(), false));
        assertEquals("nothing was committed", 0, database.run(TOUCH));

        write(other.transactions(), false);
        assertEquals("the other node lives", 1, database.run(TOUCH));
    }

    private void write(Transactions transactions, boolean dies) {
        transactions.write(node.clerk(TestNode.NORTH), Void.class, unit -> {
            try (var statement = unit.connection().createStatement()) {
                statement.executeUpdate(ADD);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            if (dies) {
                node.abandon();
            }
            return null;
        });
    }
}
