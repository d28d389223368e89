package org.yichuang.fees.internal;

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
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.fees.internal.persistence.Json;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Drafts, publishes and links the fee items of the demonstration where the settings ask for them, each of them once: a
 * code that is there is left alone, so that what editors made of it since stays.
 */
public class DemonstrationFees implements TenancyListener {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationFees.class);
    private static final String REQUEST = "demonstration-fees";
    private static final int RETRY_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 10;

    /** Who drafts them: the platform itself publishes, and nobody publishes an own draft. */
    private static final Actor AUTHOR = Actor.platform(
            "demonstration",
            LocalizedMessage.of(DemonstrationFees.class, "demonstration.author").zh());

    private final FeeItems items;
    private final Tenants tenants;
    private final FeeSettings settings;
    private final Path folder;
    private final Set<TenantId> done = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(job -> new Thread(job, REQUEST));

    /**
     * @param settings whether they are wanted at all
     * @param folder where they lie, one {@code fees-<tenant>.json} for each centre that has some
     */
    public DemonstrationFees(FeeItems items, Tenants tenants, FeeSettings settings, String folder) {
        this.items = items;
        this.tenants = tenants;
        this.settings = settings;
        this.folder = Path.of(folder);
    }

    /** A fee item, and what costs it. */
    record Fee(Draft draft, List<Link> links) {}

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

    /** Returns the ids of the centres whose fee items wait to be taken. */
    public List<String> waiting() {
        return missing().stream().map(tenant -> tenant.id().value()).toList();
    }

    private List<Tenant> missing() {
        return tenants.all().stream()
                .filter(tenant -> settings.now().demo() && tenant.has(FeeEvent.MODULE) && !done.contains(tenant.id()))
                .filter(tenant -> Files.isReadable(file(tenant)))
                .toList();
    }

    private Path file(Tenant tenant) {
        return folder.resolve("fees-" + tenant.id() + ".json");
    }

    private void wake() {
        try {
            worker.execute(this::complete);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: no more fee items of the demonstration");
        }
    }

    private void complete() {
        boolean isComplete = true;
        for (Tenant tenant : missing()) {
            isComplete &= isTaken(tenant);
        }
        if (!isComplete && !worker.isShutdown()) {
            worker.schedule(this::complete, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean isTaken(Tenant tenant) {
        try {
            for (Fee fee : Json.read(Files.readString(file(tenant)), Fee[].class)) {
                take(fee, tenant);
            }
            done.add(tenant.id());
            return true;
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                LOG.debug("Fee items of {} wait for the items that cost them", tenant.id());
            } else {
                LOG.warn("Fee items of {} were not taken, trying again: {}", tenant.id(), e.toString());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Fee items of {} were not taken, trying again: {}", tenant.id(), e.toString());
        }
        return false;
    }

    private void take(Fee fee, Tenant tenant) {
        String code = fee.draft().code();
        if (!items.isKnown(code, call(tenant, AUTHOR))) {
            items.draft(fee.draft(), call(tenant, AUTHOR));
        }
        if (items.isDraftOf(code, AUTHOR.account(), call(tenant, AUTHOR))) {
            items.publish(code, call(tenant, Actor.SYSTEM));
            LOG.info(
                    "Fee item of the demonstration of {}: {}",
                    tenant.id(),
                    fee.draft().name());
        }
        for (Link link : fee.links()) {
            FeeLink found =
                    items.linkOf(code, link.item(), call(tenant, AUTHOR)).orElse(null);
            if (found == null) {
                items.link(code, link, call(tenant, AUTHOR));
            }
            if (found == null || isOwn(found.draft())) {
                items.publishLink(code, new Unlink(link.item()), call(tenant, Actor.SYSTEM));
            }
        }
    }

    private static boolean isOwn(FeeLink.Draft draft) {
        return draft != null && draft.by().equals(AUTHOR.account());
    }

    private CallContext call(Tenant tenant, Actor actor) {
        return new CallContext(
                tenant.id(), actor, tenants.clock().instant(), REQUEST, Optional.empty(), Optional.empty());
    }
}
