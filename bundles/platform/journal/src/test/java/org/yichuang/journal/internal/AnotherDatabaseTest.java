package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** The data source is replaced under the running platform. */
public class AnotherDatabaseTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicReference<DataSource> source = new AtomicReference<>();
    private House house;

    @Before
    public void begin() {
        Store.POSTGRESQL.empty();
        Store.DERBY.empty();
        source.set(Store.DERBY.source());
        house = new House(Store.DERBY, folder.getRoot(), current());
        write("a");
    }

    @Test
    public void anEmptyDatabaseGetsTheMarkOfTheKey() {
        source.set(Store.POSTGRESQL.source());

        write("b");

        House same = new House(Store.POSTGRESQL, folder.getRoot());
        assertTrue(same.journal.verify(NORTH).entries() == 1);
    }

    @Test
    public void aDatabaseOfAnotherKeyIsNotWorkedWith() throws IOException {
        new House(Store.POSTGRESQL, folder.newFolder());
        source.set(Store.POSTGRESQL.source());

        ProblemException refusal = assertThrows(ProblemException.class, () -> write("b"));

        assertEquals(CommonError.UNAVAILABLE, refusal.code());
        source.set(Store.DERBY.source());
        write("b");
    }

    @Test
    public void whatWasFiledOfTheOneIsNotTakenForTheOther() {
        house.anchor(NORTH);
        source.set(Store.POSTGRESQL.source());
        write("b");
        house.anchor(NORTH);
        source.set(Store.DERBY.source());
        write("c");
        house.anchor(NORTH);

        assertTrue(house.journal.verify(NORTH).sound());
    }

    private void write(String id) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.record(new AuditEntry("plain", id, "done", "", "", Map.of()), ChainHead.START);
            return null;
        });
    }

    /** As the framework's proxy: whoever holds it works with what stands behind it at present. */
    private DataSource current() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> method.invoke(source.get(), arguments));
    }
}
