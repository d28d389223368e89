package org.yichuang.tenancy.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.LocalizedMessage;

/** Keeps this node up with the rows, and its files with them: every node follows a change within two seconds. */
public class TenancyFollower {
    private static final Logger LOG = LoggerFactory.getLogger(TenancyFollower.class);
    private static final long EVERY_MILLISECONDS = 500;

    private final TenantRegistry registry;
    private final TenantFiles files;
    private final CalendarImports calendars;
    private final CalendarTrail trail;
    private volatile boolean isAdopted;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy");
        thread.setDaemon(true);
        return thread;
    });
    /** Steps that fail at present; each is told of once, until it has been done again. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    public TenancyFollower(TenantRegistry registry, TenantFiles files, CalendarImports calendars, CalendarTrail trail) {
        this.registry = registry;
        this.files = files;
        this.calendars = calendars;
        this.trail = trail;
    }

    /** Takes over what the rows say, and goes on following. */
    public void start() {
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

    /** Once for each start: whatever is written from now on has its chain. */
    private void adopt() {
        if (!isAdopted) {
            trail.adopt();
            isAdopted = true;
        }
    }

    /** Follows no more. */
    public void stop() {
        thread.shutdownNow();
    }

    private void follow(String name, Runnable step) {
        try {
            step.run();
            failing.remove(name);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The next round tries again: a database that is away must not end the following
            if (failing.add(name)) {
                LOG.warn(
                        LocalizedMessage.of(TenancyFollower.class, "tenants.not-followed", name)
                                .forLog(),
                        e);
            }
        }
    }
}
