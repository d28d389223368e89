package org.yichuang.migration.internal;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.ServiceTracker;

/** Starts and stops the extender with its bundle. */
public final class Activator implements BundleActivator {
    private static final String DATABASE =
            "(&(objectClass=" + DataSource.class.getName() + ")(" + MigrationExtender.NAME + "=yichuang))";

    private MigrationExtender extender;
    private BundleTracker<String> bundles;
    private ServiceTracker<DataSource, DataSource> databases;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        extender = new MigrationExtender(context, new Migrator());
        context.registerService(
                Supplier.class, extender::reasons, new Hashtable<>(Map.of("yichuang.schemas", "reasons")));
        databases = new ServiceTracker<>(context, context.createFilter(DATABASE), extender);
        databases.open();
        bundles = new BundleTracker<>(context, Bundle.ACTIVE, extender);
        bundles.open();
    }

    @Override
    public void stop(BundleContext context) {
        bundles.close();
        databases.close();
        extender.close();
    }
}
