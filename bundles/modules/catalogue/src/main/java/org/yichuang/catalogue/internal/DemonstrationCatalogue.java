package org.yichuang.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Imports the demonstration's files where the settings ask for them, each of them once: a file that was taken before is
 * left alone, so that what editors made of it since stays.
 */
public class DemonstrationCatalogue implements TenancyListener {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCatalogue.class);
    private static final String REQUEST = "demonstration-catalogue";
    private static final int RETRY_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final CatalogueEditing editing;
    private final Bundles bundles;
    private final Tenants tenants;
    private final CatalogueSettings settings;
    private final Path folder;
    private final Set<TenantId> done = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(job -> new Thread(job, REQUEST));

    /**
     * @param settings whether the files are to be imported at all
     * @param folder where they lie, one {@code catalogue-<tenant>.csv} for each centre that has one, and beside it its
     *     bundles, if there are any, as {@code bundles-<tenant>.json}
     */
    public DemonstrationCatalogue(
            CatalogueEditing editing, Bundles bundles, Tenants tenants, CatalogueSettings settings, String folder) {
        this.editing = editing;
        this.bundles = bundles;
        this.tenants = tenants;
        this.settings = settings;
        this.folder = Path.of(folder);
    }

    /** Begins, now and whenever centres or settings change. */
    public void start() {
        settings.onChange(this::wake);
        wake();
    }

    /** Ends, when the file that is being taken has been taken. */
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

    /** Returns the ids of the centres whose files wait to be imported. */
    public List<String> waiting() {
        return missing().stream().map(tenant -> tenant.id().value()).toList();
    }

    private List<Tenant> missing() {
        return tenants.all().stream()
                .filter(tenant -> settings.now().demo() && tenant.has("catalogue") && !done.contains(tenant.id()))
                .filter(tenant -> Files.isReadable(file(tenant)))
                .toList();
    }

    private Path file(Tenant tenant) {
        return folder.resolve("catalogue-" + tenant.id() + ".csv");
    }

    private void wake() {
        try {
            worker.execute(this::complete);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: no more demonstration items");
        }
    }

    private void complete() {
        for (Tenant tenant : missing()) {
            try {
                take(tenant);
                done.add(tenant.id());
            } catch (IOException | RuntimeException e) {
                LOG.warn("Demonstration items of {} were not imported, trying again: {}", tenant.id(), e.toString());
                retry();
                return;
            }
        }
    }

    private void retry() {
        if (!worker.isShutdown()) {
            worker.schedule(this::complete, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void take(Tenant tenant) throws IOException {
        takeItems(tenant);
        Path bundleFile = folder.resolve("bundles-" + tenant.id() + ".json");
        if (Files.isReadable(bundleFile)) {
            takeBundles(CatalogueJson.bundles(Files.readString(bundleFile)), tenant);
        }
    }

    /** Each once: what editors made of it since stays. */
    private void takeBundles(List<BundleDraft> drafts, Tenant tenant) {
        CallContext call = call(tenant, Optional.empty());
        for (BundleDraft draft : drafts) {
            if (!bundles.isKnown(draft.code(), call)) {
                bundles.draft(draft, call);
                bundles.publish(draft.code(), call);
                LOG.info("Demonstration bundle of {}: {}", tenant.id(), draft.name());
            }
        }
    }

    private CallContext call(Tenant tenant, Optional<IdempotencyKey> key) {
        return new CallContext(tenant.id(), Actor.SYSTEM, tenants.clock().instant(), REQUEST, key, Optional.empty());
    }

    private void takeItems(Tenant tenant) throws IOException {
        byte[] bytes = Files.readAllBytes(file(tenant));
        String digest = Digests.sha256(bytes);
        CallContext call =
                call(tenant, Optional.of(new IdempotencyKey(REQUEST + "-" + digest.substring(0, 32), digest)));
        if (editing.hasImported(digest, call)) {
            return;
        }
        ImportReport report =
                editing.importFile(file(tenant).getFileName().toString(), new ByteArrayInputStream(bytes), true, call);
        LOG.info(
                "Demonstration items of {}: {} rows, {} published, {} refused",
                tenant.id(),
                report.rows(),
                report.published(),
                report.refused());
    }
}
