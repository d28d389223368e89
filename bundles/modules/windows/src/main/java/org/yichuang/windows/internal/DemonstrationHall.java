package org.yichuang.windows.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.WindowsEvent;

/**
 * Sets up the halls of the demonstration where the settings ask for them, each of them once: what people made of one
 * since stays. It begins when the items are there with which the departments of a hall come.
 */
public class DemonstrationHall implements TenancyListener {
    static final String REQUEST = "demonstration-hall";
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationHall.class);
    private static final int RETRY_SECONDS = 2;
    private static final int LOOK_MILLIS = 200;
    private static final int PATIENCE_SECONDS = 10;

    private final HallLayout layout;
    private final Tenants tenants;
    private final BooleanSupplier wanted;
    private final Path folder;
    private final Set<TenantId> done = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(job -> new Thread(job, REQUEST));

    /**
     * @param wanted whether they are to be set up at all
     * @param folder where their files lie, one {@code hall-<tenant>.json} for each centre that has one
     */
    public DemonstrationHall(HallLayout layout, Tenants tenants, BooleanSupplier wanted, String folder) {
        this.layout = layout;
        this.tenants = tenants;
        this.wanted = wanted;
        this.folder = Path.of(folder);
    }

    /** Begins, now and whenever centres or settings change. */
    public void start() {
        wake();
    }

    /** Ends, when the hall that is being set up has been. */
    public void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tenantChanged(Tenant tenant) {
        wake();
    }

    /** Returns the ids of the centres whose halls are still to be set up. */
    public List<String> waiting() {
        return missing().stream().map(tenant -> tenant.id().value()).toList();
    }

    private List<Tenant> missing() {
        return wanted.getAsBoolean()
                ? tenants.all().stream()
                        .filter(tenant -> tenant.has(WindowsEvent.MODULE) && !done.contains(tenant.id()))
                        .filter(tenant -> Files.isReadable(file(tenant)))
                        .toList()
                : List.of();
    }

    private Path file(Tenant tenant) {
        return folder.resolve("hall-" + tenant.id() + ".json");
    }

    /** Looks whether there is something to do. */
    public void wake() {
        try {
            worker.execute(this::complete);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: no more halls of the demonstration");
        }
    }

    private void complete() {
        for (Tenant tenant : missing()) {
            try {
                take(tenant);
            } catch (IOException | RuntimeException e) {
                if (isEarly(e)) {
                    again(LOOK_MILLIS);
                } else {
                    LOG.warn("The hall of {} was not set up, trying again: {}", tenant.id(), e.toString());
                    again(TimeUnit.SECONDS.toMillis(RETRY_SECONDS));
                }
                return;
            }
        }
    }

    private void take(Tenant tenant) throws IOException {
        HallFile file = HallFile.read(Files.readString(file(tenant)));
        if (layout.lay(file, tenant.id())) {
            LOG.info(
                    "Hall of the demonstration at {}: {} windows, {} letters",
                    tenant.id(),
                    file.windows().size(),
                    file.departments().size());
        }
        done.add(tenant.id());
    }

    /** The catalogue of the demonstration comes at the same time. */
    private static boolean isEarly(Exception problem) {
        return problem instanceof ProblemException refused && refused.code() == CatalogueError.ITEM_UNKNOWN;
    }

    private void again(long millis) {
        if (!worker.isShutdown()) {
            worker.schedule(this::complete, millis, TimeUnit.MILLISECONDS);
        }
    }
}
