package org.yichuang.tenancy.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node up with the rows, and its files with them: every node follows a change within two seconds. */
public class TenancyFollower {
    private static final Logger LOG = LoggerFactory.getLogger(TenancyFollower.class);
    private static final long EVERY_MILLISECONDS = 500;

    private final TenantRegistry registry;
    private final TenantFiles files;
    private final CalendarImports calendars;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy");
        thread.setDaemon(true);
        return thread;
    });
    private boolean isAway;

    public TenancyFollower(TenantRegistry registry, TenantFiles files, CalendarImports calendars) {
        this.registry = registry;
        this.files = files;
        this.calendars = calendars;
    }

    /** Takes over what the rows say, and goes on following. */
    public void start() {
        follow(registry::follow);
        thread.scheduleWithFixedDelay(
                () -> follow(() -> {
                    files.reconcile();
                    calendars.reconcile();
                }),
                EVERY_MILLISECONDS,
                EVERY_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    /** Follows no more. */
    public void stop() {
        thread.shutdownNow();
    }

    private void follow(Runnable step) {
        try {
            step.run();
            isAway = false;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The next round tries again: a database that is away must not end the following
            if (!isAway) {
                LOG.warn("中心设置暂时无法从数据库读取 / Centres cannot be followed at present: what is in force stays", e);
            }
            isAway = true;
        }
    }
}
