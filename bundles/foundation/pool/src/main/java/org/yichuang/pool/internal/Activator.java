package org.yichuang.pool.internal;

import java.util.Hashtable;
import java.util.Map;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** Offers the pool for as long as there is a transaction manager. */
public final class Activator implements BundleActivator {
    private static final String MANAGER = "(&(objectClass=" + TransactionManager.class.getName() + ")(objectClass="
            + TransactionSynchronizationRegistry.class.getName() + "))";

    private ServiceTracker<Object, ServiceRegistration<?>> managers;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        managers = new ServiceTracker<>(context, context.createFilter(MANAGER), null) {
            @Override
            public ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
                Object manager = context.getService(reference);
                return context.registerService(
                        PooledDataSourceFactory.class,
                        new ManagedPoolFactory(
                                (TransactionManager) manager, (TransactionSynchronizationRegistry) manager),
                        new Hashtable<>(Map.of("pool", "dbcp2", "xa", "true")));
            }

            @Override
            public void removedService(ServiceReference<Object> reference, ServiceRegistration<?> registration) {
                registration.unregister();
                context.ungetService(reference);
            }
        };
        managers.open();
    }

    @Override
    public void stop(BundleContext context) {
        managers.close();
    }
}
