package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.TenantId;

/**
 * Journals refusals behind the backs of the requests: whoever is refused waits for no commit and makes nobody wait.
 * Those of accounts wait in a bounded queue for the one writer of this node; those of the public, and whatever finds
 * the queue full or the database away, are counted and become one entry a minute and kind.
 */
public class RefusalLog {
    static final int QUEUE = 2_000;

    private static final String ACCOUNTS = "accounts";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int BATCH = 200;
    private static final int EVERY_MILLIS = 200;
    private static final int STOP_SECONDS = 10;
    private static final int LONGEST_OPERATION = 200;
    private static final int LONGEST_NAME = 100;

    private final JtaTransactions transactions;
    private final Node node;
    private final Clock machineClock;
    private final BlockingQueue<Refusal> queue = new ArrayBlockingQueue<>(QUEUE);
    private final RefusalCounts counts = new RefusalCounts();
    private final Map<TenantId, AccessChain> chains = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-journal-refusals");
        thread.setDaemon(true);
        return thread;
    });

    public RefusalLog(JtaTransactions transactions, Node node, Clock machineClock) {
        this.transactions = transactions;
        this.node = node;
        this.machineClock = machineClock;
    }

    /** How many refusals of accounts wait for their entry. */
    int queued() {
        return queue.size();
    }

    /** Begins. */
    public void start() {
        writer.scheduleWithFixedDelay(this::attempt, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends, when what waits has been written. */
    public void stop() throws InterruptedException {
        writer.execute(this::finish);
        writer.shutdown();
        if (!writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
    }

    /** Takes a refusal and returns at once. */
    void add(String operation, String code, DomainEvent event, CallContext context) {
        if (context.actor().account().equals(Actor.ANONYMOUS.account())) {
            counts.add(context.tenant(), code, Actor.ANONYMOUS.account(), machineClock.instant());
        } else if (!queue.offer(refusal(operation, code, event, context))) {
            counts.add(context.tenant(), code, ACCOUNTS, machineClock.instant());
        }
    }

    private static Refusal refusal(String operation, String code, DomainEvent event, CallContext context) {
        Actor actor = context.actor();
        // Neither key nor version of the refused command belong to the entry, nor text as long as somebody likes
        CallContext own = new CallContext(
                context.tenant(),
                new Actor(
                        shortened(actor.account(), LONGEST_NAME),
                        shortened(actor.name(), LONGEST_NAME),
                        actor.roles(),
                        actor.departments(),
                        Set.of()),
                context.at(),
                shortened(context.requestId(), LONGEST_NAME),
                Optional.empty(),
                Optional.empty());
        return new Refusal(Map.of("operation", shortened(operation, LONGEST_OPERATION), "code", code), event, own);
    }

    /** At most so many characters, and none that a log or a page would stumble over. */
    private static String shortened(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(character -> Character.isISOControl(character) || isHalf(character) ? '�' : character)
                .forEach(kept::appendCodePoint);
        return kept.length() <= most ? kept.toString() : kept.substring(0, kept.offsetByCodePoints(0, most / 2));
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private void attempt() {
        // An escaping exception would end the writer for good
        ForeignCode.run(
                () -> write(machineClock.instant().truncatedTo(ChronoUnit.MINUTES)),
                failure -> LOG.warn("Refusals could not be journaled", failure));
    }

    private void finish() {
        write(Instant.MAX);
    }

    /**
     * Writes what waits, and the counts of the minutes that began before a moment.
     */
    void write(Instant before) {
        List<Refusal> batch = new ArrayList<>();
        do {
            batch.clear();
            queue.drainTo(batch, BATCH);
            byTenant(batch).forEach(this::append);
        } while (batch.size() == BATCH);
        byTenant(counts.takeBefore(before).stream().map(this::entry).toList()).forEach(this::append);
        long uncounted = counts.takeUncounted();
        if (uncounted > 0) {
            LOG.warn("{} refusals of more kinds than are counted in a minute are in no entry", uncounted);
        }
    }

    private Refusal entry(RefusalCounts.Count count) {
        RefusalCounts.Kind kind = count.kind();
        if (!kind.who().equals(Actor.ANONYMOUS.account())) {
            LOG.warn(
                    "{} refusals of accounts at {} could not be journaled one by one: counted only",
                    count.number(),
                    kind.tenant());
        }
        CallContext context = new CallContext(
                kind.tenant(), Actor.ANONYMOUS, kind.minute(), "refusals", Optional.empty(), Optional.empty());
        Map<String, String> details = Map.of(
                "code",
                kind.code(),
                "count",
                Long.toString(count.number()),
                "minute",
                kind.minute().toString(),
                "of",
                kind.who());
        return new Refusal(details, DomainEvent.NONE, context);
    }

    private static Map<TenantId, List<Refusal>> byTenant(List<Refusal> refusals) {
        Map<TenantId, List<Refusal>> byTenant = new LinkedHashMap<>();
        refusals.forEach(refusal -> byTenant.computeIfAbsent(refusal.context().tenant(), tenant -> new ArrayList<>())
                .add(refusal));
        return byTenant;
    }

    /** One centre's refusals in one transaction; those of a centre that fails do not hold up the others. */
    private void append(TenantId tenant, List<Refusal> refusals) {
        ForeignCode.run(
                () -> chains.computeIfAbsent(tenant, fresh -> new AccessChain()).append(tenant, refusals), failure -> {
                    LOG.warn(
                            "{} refusals at {} could not be journaled: they are counted",
                            refusals.size(),
                            tenant,
                            failure);
                    refusals.forEach(this::count);
                });
    }

    /** Counts what could not be written with the present minute, so that it is tried again and takes no more room. */
    private void count(Refusal refusal) {
        Map<String, String> details = refusal.details();
        counts.add(
                refusal.context().tenant(),
                details.get("code"),
                details.getOrDefault("of", ACCOUNTS),
                Long.parseLong(details.getOrDefault("count", "1")),
                machineClock.instant());
    }

    private record Refusal(Map<String, String> details, DomainEvent event, CallContext context) {}

    /** The refusals of one tenant on this node: a chain whose head is kept in memory, for it has no aggregate. */
    private final class AccessChain {
        private ChainHead head = ChainHead.START;
        private int part = 1;

        void append(TenantId tenant, List<Refusal> refusals) {
            String id = node.id() + "-" + part;
            ChainHead previous = head;
            boolean written = false;
            try {
                CallContext context = CallContext.system(tenant, machineClock.instant(), "refusals");
                head = transactions.append(context, unit -> {
                    ChainHead next = previous;
                    for (Refusal refusal : refusals) {
                        AuditEntry entry = new AuditEntry(
                                EntryRow.REFUSALS, id, "refuse", "", "", refusal.details(), refusal.event());
                        next = unit.record(entry, next, refusal.context());
                    }
                    return next;
                });
                written = true;
            } finally {
                if (!written) {
                    // It may have been committed all the same; only a new chain is certain not to collide
                    part++;
                    head = ChainHead.START;
                }
            }
        }
    }
}
