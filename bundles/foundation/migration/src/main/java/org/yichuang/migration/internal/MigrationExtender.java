package org.yichuang.migration.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each bundle that names a changelog a data source of its own name, once its tables stand.
 *
 * <p>Bundles and databases come and go in any order and on any thread; what follows from them is done by one worker,
 * so that two changelogs never run at once in this container. Fields are guarded by the extender's monitor, which is
 * never held while others are called: neither Liquibase nor those who wait for a data source.
 */
final class MigrationExtender
        implements BundleTrackerCustomizer<String>, ServiceTrackerCustomizer<DataSource, DataSource> {
    /** The manifest header that names the changelog. */
    static final String HEADER = "Yichuang-Changelog";
    /** The service property by which persistence units find their data source. */
    static final String NAME = "osgi.jndi.service.name";
    /** The property of the application's data source that names the one of the tables' owner, by which to migrate. */
    static final String OWNER = "yichuang.owner";

    private static final Logger LOG = LoggerFactory.getLogger(MigrationExtender.class);
    /** A database that is away for long is told of once a minute. */
    private static final int TOLD_EVERY = 12;

    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final int STOP_SECONDS = 60;

    private final BundleContext context;
    private final Migrator migrator;
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "yichuang-migration"));
    private final Map<Bundle, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<Bundle, String> changelogs = new HashMap<>();
    private final Map<Bundle, ServiceRegistration<DataSource>> aliases = new HashMap<>();
    private final NavigableMap<ServiceReference<DataSource>, DataSource> databases = new TreeMap<>();
    private DataSource database;
    private String ownerName = "";

    /** How often a schema has been tried in vain, and why the last time. */
    private record Trouble(int times, String reason) {
        static Trouble another(Trouble before, Trouble now) {
            return new Trouble(before.times + 1, now.reason);
        }
    }

    MigrationExtender(BundleContext context, Migrator migrator) {
        this.context = context;
        this.migrator = migrator;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        String changelog = bundle.getHeaders("").get(HEADER);
        if (changelog != null) {
            synchronized (this) {
                changelogs.put(bundle, changelog);
            }
            submit(bundle, 0);
        }
        return changelog;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String changelog) {
        // Only the active state is tracked: there is nothing it could change into.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String changelog) {
        ServiceRegistration<DataSource> alias;
        synchronized (this) {
            changelogs.remove(bundle);
            alias = aliases.remove(bundle);
        }
        troubles.remove(bundle);
        if (alias != null) {
            withdraw(alias);
        }
    }

    @Override
    public DataSource addingService(ServiceReference<DataSource> added) {
        DataSource service = context.getService(added);
        if (service != null) {
            synchronized (this) {
                databases.put(added, service);
            }
            useBest();
        }
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<DataSource> modified, DataSource service) {
        // The name is what it was found by; nothing else of it matters.
    }

    @Override
    public void removedService(ServiceReference<DataSource> removed, DataSource service) {
        synchronized (this) {
            databases.remove(removed);
        }
        useBest();
        context.ungetService(removed);
    }

    /**
     * Withdraws every alias and stops the worker; a migration that runs comes to its end, for half of one helps nobody.
     */
    void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A migration is still running; it goes on without us");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            databases.clear();
        }
        useBest();
    }

    /** Of several data sources of the name the framework's own order decides, also when the used one goes. */
    private void useBest() {
        List<ServiceRegistration<DataSource>> outdated;
        List<Bundle> waiting;
        synchronized (this) {
            DataSource best = databases.isEmpty() ? null : databases.lastEntry().getValue();
            if (best == database) {
                return;
            }
            database = best;
            ownerName = best == null ? "" : ownerName(databases.lastKey());
            outdated = List.copyOf(aliases.values());
            aliases.clear();
            waiting = List.copyOf(changelogs.keySet());
        }
        outdated.forEach(MigrationExtender::withdraw);
        waiting.forEach(bundle -> submit(bundle, 0));
    }

    /** Empty where the application's role owns the tables itself. */
    private static String ownerName(ServiceReference<DataSource> application) {
        Object name = application.getProperty(OWNER);
        return name == null ? "" : name.toString().strip();
    }

    private void submit(Bundle bundle, long delaySeconds) {
        try {
            worker.schedule(() -> attempt(bundle), delaySeconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The extender is stopping", e);
        }
    }

    private void attempt(Bundle bundle) {
        String changelog;
        DataSource target;
        String owner;
        synchronized (this) {
            changelog = changelogs.get(bundle);
            target = database;
            owner = ownerName;
            if (changelog == null || target == null || aliases.containsKey(bundle)) {
                return;
            }
        }
        String name = bundle.getSymbolicName();
        try {
            if (migrate(owner, target, changelog, bundle) == Migrator.Outcome.DONE) {
                troubles.remove(bundle);
                publish(bundle, target);
            } else {
                LOG.info("The schema of {} waits: another container is migrating this database", name);
                submit(bundle, 1);
            }
        } catch (SQLException | LiquibaseException | RuntimeException e) {
            failed(bundle, e);
        }
    }

    private Migrator.Outcome migrate(String owner, DataSource target, String changelog, Bundle bundle)
            throws SQLException, LiquibaseException {
        BundleResources resources = new BundleResources(bundle::getEntry);
        if (owner.isEmpty()) {
            return migrator.migrate(target, target, changelog, resources);
        }
        ServiceReference<DataSource> reference = ownersDatabase(owner);
        try {
            return migrator.migrate(context.getService(reference), target, changelog, resources);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Without its owner's data source a schema waits as it does without a database: both come by themselves. */
    private ServiceReference<DataSource> ownersDatabase(String owner) throws SQLException {
        try {
            return context.getServiceReferences(DataSource.class, "(" + NAME + "=" + owner + ")").stream()
                    .findFirst()
                    .orElseThrow(() -> new SQLException("There is no data source " + owner + ", the tables' owner's"));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(OWNER + "=" + owner + " is no name of a data source", e);
        }
    }

    /** Tries again what may pass: soon at first, then more and more rarely. */
    private void failed(Bundle bundle, Exception failure) {
        String name = bundle.getSymbolicName();
        String reason = reason(failure);
        int times =
                troubles.merge(bundle, new Trouble(1, reason), Trouble::another).times();
        if (failure instanceof SQLException) {
            if (times % TOLD_EVERY == 1) {
                LOG.warn("The schema of {} waits: the database cannot be reached: {}", name, reason);
            }
            submit(bundle, 5);
        } else if (PassingFailures.isOne(failure)) {
            int pause = Math.min(1 << Math.min(times - 1, 6), LONGEST_PAUSE_SECONDS);
            LOG.warn("The schema of {} could not be migrated now, and is tried again in {} s: {}", name, pause, reason);
            submit(bundle, pause);
        } else {
            LOG.error("The schema of {} could not be migrated, so it gets no data source", name, failure);
        }
    }

    /** Why schemas are not ready, by the names of their bundles. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        troubles.forEach((bundle, trouble) -> reasons.put(bundle.getSymbolicName(), trouble.reason()));
        return reasons;
    }

    private void publish(Bundle bundle, DataSource migrated) {
        String symbolicName = bundle.getSymbolicName();
        String name = "yichuang-" + symbolicName.substring(symbolicName.lastIndexOf('.') + 1);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(NAME, name);
        ServiceRegistration<DataSource> alias = context.registerService(DataSource.class, migrated, properties);
        boolean current;
        synchronized (this) {
            current = migrated == database && changelogs.containsKey(bundle);
            if (current) {
                aliases.put(bundle, alias);
            }
        }
        if (current) {
            LOG.info("{} is migrated: {}", symbolicName, name);
        } else {
            withdraw(alias);
        }
    }

    /** A pool says only that it has no connection; why, the driver says below. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == e ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + cause.getMessage();
    }

    /** A context that is stopping may have withdrawn its services itself. */
    private static void withdraw(ServiceRegistration<DataSource> alias) {
        try {
            alias.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("An alias was gone already", e);
        }
    }
}
