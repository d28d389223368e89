package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenant;

/** Keeps this node up with the rows, and its files with them: every node follows a change within two seconds. */
public class TenancyFollower {
    private static final Logger LOG = LoggerFactory.getLogger(TenancyFollower.class);
    private static final long EVERY_MILLISECONDS = 500;
    private static final int STOP_SECONDS = 10;
    /** For so long after a start a container of a former version may not have noticed yet that it is one. */
    private static final Duration UPGRADE = Duration.ofMinutes(2);

    private static final long NEVER = -1;

    private final TenantRegistry registry;
    private final TenantFiles files;
    private final CalendarImports calendars;
    private final CalendarTrail trail;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy");
        thread.setDaemon(true);
        return thread;
    });
    /** Steps that fail at present; each is told of once, until it has been done again. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private volatile long startedNanos;
    private volatile long adoptedRevision = NEVER;

    public TenancyFollower(TenantRegistry registry, TenantFiles files, CalendarImports calendars, CalendarTrail trail) {
        this.registry = registry;
        this.files = files;
        this.calendars = calendars;
        this.trail = trail;
    }

    /** Takes over what the rows say, and goes on following. */
    public void start() {
        startedNanos = System.nanoTime();
        follow("centres", registry::follow);
        thread.scheduleWithFixedDelay(
                () -> {
                    follow("calendar-chains", this::adopt);
                    follow("files", files::reconcile);
                    follow("calendars", calendars::reconcile);
                },
                EVERY_MILLISECONDS,
                EVERY_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    /** Once for each start, and while an upgrade may be under way with each change: who wrote it may know no chains. */
    private void adopt() {
        long revision = registry.picture().revision();
        boolean isFirst = adoptedRevision == NEVER;
        boolean isUpgrade = System.nanoTime() - startedNanos < UPGRADE.toNanos();
        if (isFirst || isUpgrade && revision != adoptedRevision) {
            registry.all().stream().findFirst().map(Tenant::id).ifPresent(root -> {
                trail.adopt(root);
                adoptedRevision = revision;
            });
        }
    }

    /** Follows no more; the round that is under way comes to its end. */
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void follow(String name, Runnable step) {
        ForeignCode.run(
                () -> {
                    step.run();
                    failing.remove(name);
                },
                failure -> {
                    // The next round tries again: a database that is away must not end the following
                    if (failing.add(name)) {
                        LOG.warn(
                                LocalizedMessage.of(TenancyFollower.class, "tenants.not-followed", name)
                                        .forLog(),
                                failure);
                    }
                });
    }
}
