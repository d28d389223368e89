package org.yichuang.pool.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * Makes the pools of transacted connections, in the place of Pax JDBC's own factory and with its settings.
 *
 * <p>The difference: that factory tells a pool of the end of a transaction in the order in which listeners were
 * registered. A persistence context that was there first closes its connection when the pool has already given the
 * physical one to somebody else, and closes it under that one's hands. Here the pool uses the registry of
 * synchronizations, whose listeners are told before all others: whoever closes later closes an empty handle.
 */
public final class ManagedPoolFactory implements PooledDataSourceFactory {
    private static final String POOL = "pool.";
    private static final String FACTORY = "factory.";
    private static final String JMX_BASE = "org.ops4j.pax.jdbc.pool.dbcp2:type=GenericObjectPool,name=";

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    ManagedPoolFactory(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /**
     * Makes a pool.
     *
     * @param properties of the pool ({@code pool.}), of its connections ({@code factory.}), and of the driver
     * @throws SQLException when the driver refuses its properties
     * @throws IllegalArgumentException for a property that the pool does not have, or a value that it cannot have
     */
    @Override
    public DataSource create(DataSourceFactory drivers, Properties properties) throws SQLException {
        DataSourceXAConnectionFactory connections =
                new DataSourceXAConnectionFactory(manager, drivers.createXADataSource(ofDriver(properties)), registry);
        PoolableManagedConnectionFactory factory = new PoolableManagedConnectionFactory(connections, null);
        Beans.set(factory, prefixed(properties, FACTORY));
        GenericObjectPoolConfig<PoolableConnection> config = new GenericObjectPoolConfig<>();
        config.setJmxNameBase(JMX_BASE);
        String name = properties.getProperty(DataSourceFactory.JDBC_DATASOURCE_NAME);
        if (name != null) {
            config.setJmxNamePrefix(name);
        }
        Beans.set(config, prefixed(properties, POOL));
        GenericObjectPool<PoolableConnection> pool = new GenericObjectPool<>(factory, config);
        factory.setPool(pool);
        return new ManagedDataSource<>(pool, connections.getTransactionRegistry());
    }

    private static Properties ofDriver(Properties properties) {
        Properties own = new Properties();
        properties.stringPropertyNames().stream()
                .filter(key -> !key.startsWith(POOL) && !key.startsWith(FACTORY))
                .filter(key -> !key.equals(DataSourceFactory.JDBC_DATASOURCE_NAME))
                .forEach(key -> own.setProperty(key, properties.getProperty(key)));
        return own;
    }

    private static Map<String, String> prefixed(Properties properties, String prefix) {
        Map<String, String> found = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), properties.getProperty(key)));
        return found;
    }
}
