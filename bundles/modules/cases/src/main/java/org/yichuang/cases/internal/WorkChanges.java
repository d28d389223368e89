package org.yichuang.cases.internal;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
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
    private static final EventFilter CASES = EventFilter.of(CaseEvent.MODULE);

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
        long end = since(context.tenant(), OptionalLong.empty()).anchor();
        return stream -> {
            watched.compute(context.tenant(), (tenant, present) -> {
                Watched centre = present == null ? new Watched(end) : present;
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
        watched.forEach((tenant, centre) -> ForeignCode.run( // the timer forgets whoever throws anything
                () -> centre.take(since(tenant, OptionalLong.of(centre.end))),
                failure -> LOG.debug(
                        "Whether cases of {} have changed could not be told: {}", tenant, failure.getMessage())));
    }

    /** What has happened to cases: what is only written anew, as under another key, is no event. */
    private Journal.NewEvents since(TenantId tenant, OptionalLong anchor) {
        CallContext context = CallContext.system(tenant, tenants.clock().instant(), "work-changes");
        return journal.newEvents(CASES, anchor, context);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A centre that somebody looks at, and up to where its trail was looked at. */
    private static final class Watched {
        private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
        private volatile long end;

        private Watched(long end) {
            this.end = end;
        }

        private void take(Journal.NewEvents news) {
            end = news.anchor();
            if (news.isAny()) {
                streams.forEach(Watched::tell);
            }
        }

        /** One that fails keeps the news from nobody else. */
        private static void tell(EventStream stream) {
            ForeignCode.run(
                    () -> stream.send("", "changed", ""),
                    failure -> LOG.debug("Somebody who looks could not be told: {}", failure.getMessage()));
        }
    }
}
