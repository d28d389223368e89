package org.yichuang.cases.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.EventStream;

/**
 * Tells those who look at a list of cases that cases of their centre have changed since, on whichever node. One look at
 * the journal every three seconds serves all who look at one centre; where nobody looks, nothing is asked.
 */
public final class WorkChanges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkChanges.class);
    private static final int SECONDS = 3;
    private static final int LATEST = 20;
    private static final String CASE = "case";

    private final Journal journal;
    private final Tenants tenants;
    private final Map<TenantId, Watched> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "yichuang-work-changes");
        thread.setDaemon(true);
        return thread;
    });

    /** @param journal says what has changed */
    public WorkChanges(Journal journal, Tenants tenants) {
        this.journal = journal;
        this.tenants = tenants;
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /**
     * The stream of one who looks: an event {@code changed} without content whenever a case of the centre has changed.
     *
     * @throws org.yichuang.kernel.api.ProblemException {@code not-allowed} without {@link CasePermission#WORK}
     */
    public EventSource follow(CallContext context) {
        context.require(CasePermission.WORK);
        String newest = newest(context.tenant()).orElse("");
        return stream -> {
            watched.compute(context.tenant(), (tenant, present) -> {
                Watched centre = present == null ? new Watched(newest) : present;
                centre.streams.add(stream);
                return centre;
            });
            stream.onClose(() -> leave(context.tenant(), stream));
        };
    }

    private void leave(TenantId tenant, EventStream stream) {
        watched.computeIfPresent(tenant, (same, centre) -> {
            centre.streams.remove(stream);
            return centre.streams.isEmpty() ? null : centre;
        });
    }

    /** Looks once at every centre that somebody looks at; one that fails holds up no other. */
    void look() {
        watched.forEach((tenant, centre) -> {
            try {
                newest(tenant).ifPresent(centre::compare);
            } catch (RuntimeException | LinkageError e) { // the timer forgets whoever throws anything
                LOG.debug("Whether cases of {} have changed could not be told: {}", tenant, e.getMessage());
            }
        });
    }

    /** The newest entry of a case among the latest of a centre; of many others in between nobody need be told. */
    private Optional<String> newest(TenantId tenant) {
        CallContext context = CallContext.system(tenant, tenants.clock().instant(), "work-changes");
        return journal.latest(new PageRequest(LATEST, Optional.empty()), context).items().stream()
                .filter(entry -> entry.aggregateType().equals(CASE))
                .findFirst()
                .map(JournalEntry::hash);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A centre that somebody looks at, and what was the newest when it was last told. */
    private static final class Watched {
        private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
        private String newest;

        private Watched(String newest) {
            this.newest = newest;
        }

        private synchronized void compare(String now) {
            if (!now.equals(newest)) {
                newest = now;
                streams.forEach(Watched::tell);
            }
        }

        /** One that fails keeps the news from nobody else. */
        private static void tell(EventStream stream) {
            try {
                stream.send("", "changed", "");
            } catch (RuntimeException e) {
                LOG.debug("Somebody who looks could not be told: {}", e.getMessage());
            }
        }
    }
}
