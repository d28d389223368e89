package org.yichuang.journal.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.AnchorHeadStore.Head;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.kernel.api.TenantId;

/** Signs the heads of the tenants' anchors and hands them to the second places, if there are any. */
public class AnchorHeads {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorHeads.class);

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final List<AnchorHeadStore> services;
    private final Optional<AnchorHeadStore> configured;
    /** What could not be kept, by place: told once, and again when it changes. */
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /**
     * @param services the places that other bundles provide; it changes as they come and go
     * @param folder a folder that is such a place, empty for none
     */
    public AnchorHeads(TransactionBoundary boundary, ChainKey key, List<AnchorHeadStore> services, String folder) {
        this.boundary = boundary;
        this.key = key.derived("anchor-head");
        this.services = services;
        this.configured = Optional.of(folder.strip())
                .filter(path -> !path.isEmpty())
                .map(path -> new FileHeadStore(Path.of(path)));
    }

    /** The places. */
    public List<AnchorHeadStore> stores() {
        List<AnchorHeadStore> all = new ArrayList<>(services);
        configured.ifPresent(all::add);
        return all;
    }

    /** What could not be kept where, by centre and place. */
    public Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /** Hands a tenant's present head to every place that has not got it; one that contradicts is left as it is. */
    void keep(TenantId tenant) {
        List<AnchorHeadStore> stores = stores();
        if (stores.isEmpty()) {
            return;
        }
        Optional<Head> head = boundary.readSql(connection -> AnchorQueries.counted(connection, tenant.value()))
                .map(counted -> signed(tenant, counted.head(), counted.entries()));
        head.ifPresent(present -> stores.forEach(store -> keep(store, tenant, present)));
    }

    private void keep(AnchorHeadStore store, TenantId tenant, Head head) {
        try {
            Optional<Head> last = store.last(tenant);
            if (last.filter(kept -> !stands(tenant, kept, head)).isPresent()) {
                trouble(store, tenant, "contradicts the anchors of " + tenant + ": verify it");
                return;
            }
            if (last.filter(kept -> kept.number() == head.number()).isEmpty()) {
                store.add(tenant, head);
            }
            troubles.remove(place(store, tenant));
        } catch (IOException | RuntimeException e) {
            trouble(store, tenant, "cannot be written: " + e);
        }
    }

    private void trouble(AnchorHeadStore store, TenantId tenant, String what) {
        if (!what.equals(troubles.put(place(store, tenant), what))) {
            LOG.error("The second place of heads {} {}", store.place(), what);
        }
    }

    private static String place(AnchorHeadStore store, TenantId tenant) {
        return tenant + " " + store.place();
    }

    private boolean stands(TenantId tenant, Head kept, Head next) {
        if (!isSigned(tenant, kept) || kept.number() > next.number()) {
            return false;
        }
        return boundary.readSql(connection -> AnchorQueries.hash(connection, tenant.value(), kept.number()))
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
            Optional<Head> last = store.last(tenant);
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
