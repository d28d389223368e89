package org.yichuang.journal.internal;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.sql.DataSource;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.TenantId;

/** The journal of one container, wired as the Blueprint does it, and a service that counts things. */
final class House {
    static final TenantId NORTH = new TenantId("north");
    static final TenantId SOUTH = new TenantId("south");

    final Store store;
    final TestClock clock = new TestClock();
    final List<ChainHeadProvider> keepers = new ArrayList<>();
    final TransactionBoundary boundary;
    final ChainKey key;
    final Node node = new Node();
    final CommitListeners afterwards = new CommitListeners();
    final JtaTransactions transactions;
    final DatabaseLeases leases;
    final DatabaseOutbox outbox;
    final AnchorFiles files;
    final Anchoring anchoring;
    final DatabaseEpochs epochs;
    final RefusalLog refusals;
    final AnchorWatch watch = new AnchorWatch();
    final List<AnchorHeadStore> stores = new ArrayList<>();
    final AnchorHeads heads;
    final RowBaseline baseline;
    final ChainedJournal journal;
    final Verifier verifier;
    final ProofMarks marks;

    House(Store store, File base) {
        this(store, base, store.source());
    }

    /** @param source what the transactions work with */
    House(Store store, File base, DataSource source) {
        this.store = store;
        boundary = new TransactionBoundary(Store.MANAGER, source);
        key = KeyFile.open(base.getPath(), boundary);
        transactions = new JtaTransactions(boundary, key, node, afterwards, watch, clock);
        leases = new DatabaseLeases(boundary, node);
        outbox = new DatabaseOutbox(boundary, transactions, afterwards, new MessageSeals(key), clock);
        files = new AnchorFiles(base.getPath(), key);
        anchoring = new Anchoring(boundary, transactions, key, files, afterwards, clock);
        epochs = new DatabaseEpochs(boundary, transactions, key, files, anchoring, clock);
        anchoring.beforeCatchingUp(epochs::see);
        heads = new AnchorHeads(boundary, key, stores, "");
        AnchorEvidence evidence = new AnchorEvidence(files, heads, watch, clock);
        refusals = new RefusalLog(transactions, node, clock);
        baseline = new RowBaseline(boundary, transactions, keepers, key, clock);
        marks = new ProofMarks(boundary, key, clock);
        verifier = new Verifier(new ProofGround(boundary, key, evidence, keepers, outbox), baseline, marks);
        journal = new ChainedJournal(transactions, verifier, refusals, key);
    }

    /** What proofs have found that somebody has had made. */
    ProofNotes notes(String chain) {
        return new ProofNotes(boundary, transactions, key, chain);
    }

    /** A call of somebody who may read the audit trail. */
    CallContext auditor(TenantId tenant) {
        return clerk(tenant).by(new Actor("shen", "审", Set.of(), Set.of(), Set.of(JournalPermission.AUDIT)));
    }

    CallContext clerk(TenantId tenant) {
        return new CallContext(
                tenant,
                new Actor("wang", "王", Set.of("clerk")),
                clock.instant(),
                "r-1",
                Optional.empty(),
                Optional.empty());
    }

    CallContext clerk(TenantId tenant, String idempotencyKey, String fingerprint) {
        CallContext plain = clerk(tenant);
        return new CallContext(
                plain.tenant(),
                plain.actor(),
                plain.at(),
                plain.requestId(),
                Optional.of(new IdempotencyKey(idempotencyKey, fingerprint)),
                Optional.empty());
    }

    /** What the counting answers. */
    record Counted(String id, int counted, Instant at) {}

    Counted count(String id, CallContext context) {
        return transactions.write(context, Counted.class, unit -> count(unit, id));
    }

    Counted count(UnitOfWork unit, String id) {
        EntityManager entities = unit.entities(store.things());
        Thing thing = entities.find(Thing.class, id);
        if (thing == null) {
            thing = new Thing(id);
            entities.persist(thing);
        }
        thing.count();
        thing.head(unit.record(
                new AuditEntry(
                        "thing",
                        id,
                        "count",
                        RowDigests.loaded(entities, thing),
                        RowDigests.written(entities, thing),
                        Map.of("counted", Integer.toString(thing.counted()))),
                thing.head()));
        return new Counted(id, thing.counted(), unit.context().at());
    }

    int counted(String id, TenantId tenant) {
        return transactions.read(clerk(tenant), unit -> {
            Thing thing = unit.entities(store.things()).find(Thing.class, id, LockModeType.NONE);
            return thing == null ? 0 : thing.counted();
        });
    }

    /** Anchors once; the lease lapses at once, so that another house of the same store can follow. */
    void anchor(TenantId tenant) {
        anchoring.anchor(tenant, leases.acquire("anchor", Duration.ZERO).orElseThrow());
    }

    /** Has the heads handed to the second places, and waits until it is done. */
    void keepHeads() {
        for (Future<?> round : heads.keep()) {
            try {
                round.get(1, TimeUnit.MINUTES);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The things' own rows, as a module would give them. */
    ChainHeadProvider thingHeads() {
        return new JpaChainHeads("thing", store.things(), transactions, Thing.class);
    }
}
