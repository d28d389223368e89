package org.yichuang.pool.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.Synchronization;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.jdbc.DataSourceFactory;

/** A pool of one connection, and whose it is. */
public class ManagedPoolFactoryTest {
    private final Properties properties = new Properties();
    private GeronimoTransactionManager manager;

    @Before
    public void one() throws Exception {
        manager = new GeronimoTransactionManager();
        properties.setProperty("databaseName", "memory:pool" + System.nanoTime() + ";create=true");
        properties.setProperty("pool.maxTotal", "1");
        properties.setProperty("pool.maxWaitMillis", "10000");
        properties.setProperty("factory.poolStatements", "true");
        properties.setProperty(DataSourceFactory.JDBC_DATASOURCE_NAME, "one");
    }

    @Test
    public void whoClosesHisHandleAfterTheEndClosesNobodyElsesConnection() throws Exception {
        DataSource pool = pool();
        AtomicReference<Connection> late = new AtomicReference<>();
        AtomicReference<Thread> other = new AtomicReference<>();
        AtomicReference<Exception> trouble = new AtomicReference<>();
        CountDownLatch borrowed = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);

        manager.begin();
        pool.getConnection().close();
        manager.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only its end matters
            }

            @Override
            public void afterCompletion(int status) {
                other.set(inTransaction(pool, borrowed, closed, trouble));
                await(borrowed);
                close(late.get());
                closed.countDown();
            }
        });
        late.set(pool.getConnection()); // the same one underneath
        read(late.get());
        manager.rollback();

        other.get().join();
        assertEquals(null, trouble.get());
    }

    @Test
    public void aPropertyThatAPoolDoesNotHaveIsRefused() {
        properties.setProperty("pool.maxTotl", "1");
        assertThrows(IllegalArgumentException.class, this::pool);
    }

    @Test
    public void aValueThatItCannotHaveIsRefused() {
        properties.setProperty("pool.maxTotal", "many");
        assertThrows(IllegalArgumentException.class, this::pool);
    }

    private Thread inTransaction(
            DataSource pool, CountDownLatch borrowed, CountDownLatch closed, AtomicReference<Exception> trouble) {
        Thread thread = new Thread(() -> {
            try {
                manager.begin();
                Connection own = pool.getConnection();
                borrowed.countDown();
                await(closed);
                read(own);
                assertFalse(own.isClosed());
                own.close();
                manager.commit();
            } catch (Exception e) {
                borrowed.countDown();
                trouble.set(e);
            }
        });
        thread.start();
        return thread;
    }

    private DataSource pool() throws SQLException {
        return new ManagedPoolFactory(manager, manager).create(new Derby(), properties);
    }

    private static void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("VALUES 1")) {
            rows.next();
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Derby implements DataSourceFactory {
        @Override
        public XADataSource createXADataSource(Properties properties) {
            EmbeddedXADataSource derby = new EmbeddedXADataSource();
            derby.setDatabaseName(properties.getProperty("databaseName"));
            return derby;
        }

        @Override
        public DataSource createDataSource(Properties properties) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Driver createDriver(Properties properties) {
            throw new UnsupportedOperationException();
        }
    }
}
