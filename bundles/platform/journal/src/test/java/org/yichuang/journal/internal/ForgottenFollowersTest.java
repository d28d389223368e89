package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.internal.persistence.Sql;

/** What stands back for nothing is found, of whomever it is and whatever has failed. */
public class ForgottenFollowersTest extends OnBothStores {
    private boolean isAway;

    @Before
    public void forget() {
        for (var sender : List.of(NORTH, SOUTH)) {
            house.transactions.write(house.clerk(sender), Void.class, unit -> {
                unit.send(new OutgoingMessage("of-" + sender, "linkage", "east", "a", 1, "forward", "{}"));
                return null;
            });
        }
        store.run("UPDATE JOURNAL_OUTBOX SET BEHIND=1");
    }

    @Test
    public void allWhoHaveLittleWaitingAreGoneThroughAtOneLook() {
        new ForgottenFollowers(house.boundary).look(now());

        assertEquals(0, behind());
    }

    @Test
    public void aLookThatHasFailedIsTakenAgainAtOnceAndNotAnHourLater() {
        DataSource source = mayBeAway(store.source());
        ForgottenFollowers forgotten = new ForgottenFollowers(new TransactionBoundary(Store.MANAGER, source));
        isAway = true;
        assertThrows(RuntimeException.class, () -> forgotten.look(now()));
        assertEquals(2, behind());

        isAway = false;
        forgotten.look(now());

        assertEquals(0, behind());
    }

    private int behind() {
        return house.boundary
                .readSql(
                        RowScope.acrossTenants("what stands back"),
                        connection -> Sql.first(
                                connection,
                                "SELECT COUNT(*) FROM JOURNAL_OUTBOX WHERE BEHIND=1",
                                row -> row.getInt(1)))
                .orElseThrow();
    }

    private long now() {
        return JtaUnitOfWork.micros(house.clock.instant());
    }

    private DataSource mayBeAway(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (isAway && method.getName().equals("getConnection")) {
                        throw new SQLException("away", "08001");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
