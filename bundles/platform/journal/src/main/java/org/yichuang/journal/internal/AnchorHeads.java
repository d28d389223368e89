package org.yichuang.journal.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.AnchorHeadStore.Head;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.TenantId;

/**
 * Signs the heads of the tenants' anchors and hands them to the second places, if there are any. Each place has threads
 * of its own: one that hangs keeps nobody from anchoring, nor the other places from their heads.
 */
public class AnchorHeads {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorHeads.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PAGE = 500;

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final List<AnchorHeadStore> services;
    private final Optional<AnchorHeadStore> configured;
    private final Duration limit;
    private final LongSupplier nanos;
    /** What could not be kept, by place: told once, and again when it changes. */
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    private final Map<String, PlaceWorker> workers = new ConcurrentHashMap<>();
    private int databaseChanges;

    /**
     * @param services the places that other bundles provide; it changes as they come and go
     * @param folder a folder that is such a place, empty for none
     */
    public AnchorHeads(TransactionBoundary boundary, ChainKey key, List<AnchorHeadStore> services, String folder) {
        this(boundary, key, services, folder, LIMIT, System::nanoTime);
    }

    /**
     * @param limit how long one call of a place may take
     * @param nanos as {@link System#nanoTime()}
     */
    AnchorHeads(
            TransactionBoundary boundary,
            ChainKey key,
            List<AnchorHeadStore> services,
            String folder,
            Duration limit,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.boundary = boundary;
        this.key = key.derived("anchor-head");
        this.services = services;
        this.configured = Optional.of(folder.strip())
                .filter(path -> !path.isEmpty())
                .map(path -> new FileHeadStore(Path.of(path)));
        this.limit = limit;
    }

    /** Ends; a call that hangs is left to itself. */
    public void stop() {
        workers.values().forEach(PlaceWorker::close);
        workers.clear();
    }

    /** The places. */
    public List<AnchorHeadStore> stores() {
        List<AnchorHeadStore> all = new ArrayList<>(services);
        configured.ifPresent(all::add);
        return all;
    }

    /** What could not be kept where, by centre and place, or by place. */
    public Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /**
     * Has the heads that have moved handed to every place, and does not wait for it; a place that is still at the last
     * round is left at it, or given up when it hangs.
     *
     * @return the rounds that have begun
     */
    synchronized List<Future<?>> keep() {
        List<AnchorHeadStore> stores = stores();
        forgetAnotherDatabase();
        forgetOthersThan(stores);
        List<Future<?>> rounds = new ArrayList<>();
        for (AnchorHeadStore store : stores) {
            PlaceWorker worker = worker(store);
            worker.begin(round -> round(store, worker, round)).ifPresentOrElse(rounds::add, () -> {
                if (worker.endHanging()) {
                    trouble(store.place(), "does not answer");
                }
            });
        }
        return rounds;
    }

    private PlaceWorker worker(AnchorHeadStore store) {
        return workers.computeIfAbsent(store.place(), place -> new PlaceWorker(place, limit, nanos));
    }

    /** What was handed over of the database before says nothing about the one that has come into its place. */
    private void forgetAnotherDatabase() {
        int now = boundary.guard().changes();
        if (now != databaseChanges) {
            databaseChanges = now;
            workers.values().forEach(worker -> worker.handed().clear());
        }
    }

    private void forgetOthersThan(List<AnchorHeadStore> stores) {
        Set<String> present = stores.stream().map(AnchorHeadStore::place).collect(Collectors.toSet());
        workers.entrySet().removeIf(worker -> {
            boolean isGone = !present.contains(worker.getKey());
            if (isGone) {
                worker.getValue().close();
                troubles.keySet().removeIf(name -> isOf(worker.getKey(), name));
            }
            return isGone;
        });
    }

    private void round(AnchorHeadStore store, PlaceWorker worker, PlaceWorker.Round round) {
        ForeignCode.run(
                () -> handOver(store, worker, round),
                failure -> LOG.warn(
                        "The heads of the anchors could not be handed to {}; it is tried again",
                        store.place(),
                        failure));
    }

    private void handOver(AnchorHeadStore store, PlaceWorker worker, PlaceWorker.Round round) {
        String after = "";
        List<AnchorQueries.Counted> page = countedAfter(after);
        while (!page.isEmpty()) {
            for (AnchorQueries.Counted counted : page) {
                if (round.isGivenUp()) {
                    return;
                }
                StoredTenants.tenant(counted.tenant())
                        .filter(tenant ->
                                !counted.head().hash().equals(worker.handed().get(tenant)))
                        .ifPresent(tenant -> keep(store, worker, round, tenant, counted));
            }
            after = page.get(page.size() - 1).tenant();
            page = countedAfter(after);
        }
        round.conclude(() -> troubles.remove(store.place()));
    }

    private List<AnchorQueries.Counted> countedAfter(String tenant) {
        return boundary.readSql(
                RowScope.acrossTenants("heads for the second places"),
                connection -> AnchorQueries.counted(connection, tenant, PAGE));
    }

    /** Hands a tenant's present head over; a place that contradicts is left as it is. */
    private void keep(
            AnchorHeadStore store,
            PlaceWorker worker,
            PlaceWorker.Round round,
            TenantId tenant,
            AnchorQueries.Counted counted) {
        String name = tenant + " " + store.place();
        try {
            Head head = signed(tenant, counted.head(), counted.entries());
            Optional<Head> last = round.call(() -> store.last(tenant));
            if (round.isGivenUp()) {
                return;
            }
            if (last.filter(kept -> !stands(tenant, kept, head)).isPresent()) {
                round.conclude(() -> trouble(name, "contradicts the anchors of " + tenant + ": verify it"));
                return;
            }
            if (last.filter(kept -> kept.number() == head.number()).isEmpty()) {
                add(store, worker, round, tenant, head);
            }
            round.conclude(() -> {
                worker.handed().put(tenant, head.hash());
                troubles.remove(name);
            });
        } catch (IOException | RuntimeException e) {
            round.conclude(() -> trouble(name, "cannot be written: " + e));
        }
    }

    private static void add(
            AnchorHeadStore store, PlaceWorker worker, PlaceWorker.Round round, TenantId tenant, Head head)
            throws IOException {
        round.call(() -> {
            store.add(tenant, head);
            return null;
        });
        if (round.isGivenUp()) {
            // The place may have an older head behind a newer one now: the next round looks
            worker.handed().remove(tenant);
        }
    }

    private void trouble(String name, String what) {
        if (!what.equals(troubles.put(name, what))) {
            LOG.error("The second place of heads {} {}", name, what);
        }
    }

    private static boolean isOf(String place, String name) {
        return name.equals(place) || name.endsWith(" " + place);
    }

    private boolean stands(TenantId tenant, Head kept, Head next) {
        if (!isSigned(tenant, kept) || kept.number() > next.number()) {
            return false;
        }
        return boundary.readSql(
                        RowScope.of(tenant),
                        connection -> AnchorQueries.hash(connection, tenant.value(), kept.number()))
                .filter(kept.hash()::equals)
                .isPresent();
    }

    /** Whether a head was signed by this journal, for this tenant. */
    boolean isSigned(TenantId tenant, Head head) {
        return signature(tenant, head.number(), head.hash(), head.entries()).equals(head.signature());
    }

    private Head signed(TenantId tenant, AnchorHead head, long entries) {
        return new Head(head.number(), head.hash(), entries, signature(tenant, head.number(), head.hash(), entries));
    }

    private String signature(TenantId tenant, long number, String hash, long entries) {
        return key.hash("head-1", tenant.value(), Long.toString(number), hash, Long.toString(entries));
    }

    /** What each place has kept of a tenant, for a comparison; or why it cannot be told. */
    List<Kept> kept(TenantId tenant) {
        return stores().stream().map(store -> kept(store, tenant)).toList();
    }

    private Kept kept(AnchorHeadStore store, TenantId tenant) {
        try {
            Optional<Head> last = worker(store).ask(() -> store.last(tenant));
            boolean isForged = last.filter(head -> !isSigned(tenant, head)).isPresent();
            return new Kept(
                    store.place(), last, isForged ? Breaks.found("head-forged", store.place()) : Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Kept(store.place(), Optional.empty(), Breaks.found("head-unreadable", store.place(), e));
        }
    }

    /**
     * What a place has kept.
     *
     * @param broken what is wrong with it by itself
     */
    record Kept(String place, Optional<Head> head, Optional<String> broken) {}
}
