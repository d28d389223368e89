package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueChange;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Keeps the index of this node as the database is: a centre's items are read when somebody first searches them, then
 * only what has changed. One thread does all of it.
 */
final class IndexFeeder implements AutoCloseable {
    static final Duration FRESH = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(IndexFeeder.class);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int CHUNK = 500;
    private static final int PATIENCE_SECONDS = 10;

    private final Transactions transactions;
    private final Items items;
    private final Changes changes;
    private final ItemIndex index;
    private final int mostItems;
    /** From the one that has waited longest for a search. */
    private final Map<TenantId, IndexedCentre> centres = new LinkedHashMap<>(16, 0.75f, true);

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "catalogue-search"));
    private int database;

    /** @param mostItems how many items the index may hold; centres that nobody has searched for long make room */
    IndexFeeder(Transactions transactions, Items items, Changes changes, ItemIndex index, int mostItems) {
        this.transactions = transactions;
        this.items = items;
        this.changes = changes;
        this.index = index;
        this.mostItems = mostItems;
    }

    /**
     * Sees to it that the index has the items of some centres, and waits a little for it.
     *
     * @return whether it has
     */
    boolean ready(List<TenantId> owners, CallContext context, Duration patience) {
        List<CompletableFuture<Void>> works = new ArrayList<>();
        List<IndexedCentre> wanted = new ArrayList<>();
        for (TenantId owner : owners) {
            IndexedCentre centre = centre(owner);
            wanted.add(centre);
            boolean whole = centre.isWhole();
            Optional<CompletableFuture<Void>> work = work(owner, centre, context);
            // news of others come behind the answer; what is missing, or was published here, is waited for
            (whole ? centre.urgent() : work).ifPresent(works::add);
        }
        await(works, patience);
        return index.isOpen() && wanted.stream().allMatch(IndexedCentre::isWhole);
    }

    /** Puts in at once what this node has just published or retired. */
    void changed(TenantId owner, List<String> codes, CallContext context) {
        IndexedCentre centre = centre(owner);
        if (centre.isWhole()) {
            centre.urgent(submit(centre, () -> {
                if (centre.isWhole()) {
                    put(owner, codes, context);
                    centre.reached(centre.place(), index.size(owner), context.at());
                }
            }));
        }
    }

    /** Makes the items of a centre anew, and waits for it. */
    int rebuild(TenantId owner, CallContext context) {
        IndexedCentre centre = centre(owner);
        submit(centre, () -> {
                    open(centre, context);
                    centre.forget();
                    load(owner, centre, context);
                })
                .join();
        return centre.items();
    }

    private IndexedCentre centre(TenantId owner) {
        synchronized (centres) {
            int now = transactions.databaseChanges();
            if (now != database) {
                database = now;
                centres.values().forEach(IndexedCentre::forget);
            }
            return centres.computeIfAbsent(owner, none -> new IndexedCentre());
        }
    }

    private Optional<CompletableFuture<Void>> work(TenantId owner, IndexedCentre centre, CallContext context) {
        synchronized (centre) {
            Optional<CompletableFuture<Void>> running = centre.running();
            if (running.isPresent() || !centre.isDue(context.at(), FRESH, REST)) {
                return running;
            }
            return Optional.of(submit(centre, () -> {
                open(centre, context);
                if (centre.isWhole()) {
                    follow(owner, centre, context);
                } else {
                    load(owner, centre, context);
                }
            }));
        }
    }

    /** Something that is done to the index. */
    private interface Work {
        void run() throws IOException;
    }

    private CompletableFuture<Void> submit(IndexedCentre centre, Work work) {
        CompletableFuture<Void> done;
        try {
            done = CompletableFuture.runAsync(
                    () -> {
                        try {
                            work.run();
                        } catch (IOException e) {
                            forgetWhenClosed();
                            throw new UncheckedIOException(e);
                        } catch (RuntimeException e) {
                            forgetWhenClosed();
                            throw e;
                        }
                    },
                    worker);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: nothing more goes into the index");
            done = CompletableFuture.failedFuture(e);
        }
        centre.running(done);
        return done;
    }

    /** An index that could not be written (a full disk) is made anew, as is the first one. */
    private void open(IndexedCentre centre, CallContext context) throws IOException {
        if (!index.isOpen()) {
            forgetAll();
            try {
                index.reopen();
            } catch (IOException e) {
                centre.fail(context.at());
                throw e;
            }
        }
    }

    private void forgetWhenClosed() {
        if (!index.isOpen()) {
            forgetAll();
        }
    }

    private void forgetAll() {
        synchronized (centres) {
            centres.values().forEach(IndexedCentre::forget);
        }
    }

    private static void await(List<CompletableFuture<Void>> works, Duration patience) {
        try {
            CompletableFuture.allOf(works.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The index is still being made");
        } catch (ExecutionException e) {
            LOG.warn("The index could not be brought up to date, searches go to the database: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load(TenantId owner, IndexedCentre centre, CallContext context) throws IOException {
        try {
            long place = transactions.read(at(owner, context), changes::last);
            index.remove(owner);
            int size = 0;
            String last = "";
            List<IndexedItem> chunk;
            do {
                String after = last;
                chunk = transactions.read(at(owner, context), unit -> items.publishedAfter(after, CHUNK, unit).stream()
                        .map(version -> indexed(owner, version))
                        .toList());
                index.put(chunk);
                size += chunk.size();
                last = chunk.isEmpty()
                        ? last
                        : chunk.get(chunk.size() - 1).item().code();
            } while (chunk.size() == CHUNK && size <= mostItems);
            index.show();
            if (size <= mostItems) {
                centre.reached(place, size, context.at());
                makeRoom(owner);
            } else {
                index.remove(owner);
                centre.fail(context.at());
            }
        } catch (IOException | RuntimeException e) {
            centre.fail(context.at());
            throw e;
        }
    }

    private void follow(TenantId owner, IndexedCentre centre, CallContext context) throws IOException {
        try {
            List<CatalogueChange> found;
            long place = centre.place();
            do {
                long from = place;
                found = transactions.read(at(owner, context), unit -> changes.after(from, CHUNK, unit));
                put(owner, found.stream().map(CatalogueChange::code).toList(), context);
                place = found.isEmpty() ? place : found.get(found.size() - 1).place();
            } while (found.size() == CHUNK);
            centre.reached(place, index.size(owner), context.at());
        } catch (IOException | RuntimeException e) {
            centre.fail(context.at());
            throw e;
        }
    }

    private void put(TenantId owner, List<String> codes, CallContext context) throws IOException {
        if (codes.isEmpty()) {
            return;
        }
        List<IndexedItem> found = transactions.read(
                at(owner, context), unit -> items.versions(codes, ItemVersion.State.PUBLISHED, unit).values().stream()
                        .map(version -> indexed(owner, version))
                        .toList());
        Set<String> gone = new HashSet<>(codes);
        found.forEach(item -> gone.remove(item.item().code()));
        index.put(found);
        index.remove(owner, gone);
        index.show();
    }

    private static IndexedItem indexed(TenantId owner, CatalogueVersion version) {
        return new IndexedItem(owner, version.number(), version.definition(), version.searchText());
    }

    /** Forgets the centres that nobody has searched for longest, until the rest fits. */
    private void makeRoom(TenantId wanted) throws IOException {
        List<TenantId> forgotten = new ArrayList<>();
        synchronized (centres) {
            int size = centres.values().stream().mapToInt(IndexedCentre::items).sum();
            Iterator<Map.Entry<TenantId, IndexedCentre>> oldest =
                    centres.entrySet().iterator();
            while (size > mostItems && oldest.hasNext()) {
                Map.Entry<TenantId, IndexedCentre> next = oldest.next();
                if (!next.getKey().equals(wanted) && next.getValue().items() > 0) {
                    size -= next.getValue().items();
                    next.getValue().forget();
                    forgotten.add(next.getKey());
                }
            }
        }
        for (TenantId centre : forgotten) {
            index.remove(centre);
        }
        if (!forgotten.isEmpty()) {
            index.show();
        }
    }

    private static CallContext at(TenantId owner, CallContext context) {
        return new CallContext(
                owner, context.actor(), context.at(), context.requestId(), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
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
}
