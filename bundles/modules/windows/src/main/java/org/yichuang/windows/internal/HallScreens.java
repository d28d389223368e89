package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.EventStream;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.internal.ScreenViews.WallView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.persistence.Json;

/**
 * What waiting screens show, sent to them when it changes. What this node does is looked at at once, what another does
 * at the next look, of which there are some in a second; one look serves all screens of a centre, and where there is no
 * screen nothing is asked. A screen whose device is locked, or has another key, is let go.
 */
public final class HallScreens implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HallScreens.class);
    private static final int MILLIS = 100;
    /** How often looks go by before one that sees who waits and which devices are locked. */
    private static final int WHOLE = 10;

    private final Queues queues;
    private final Devices devices;
    private final Tenants tenants;
    private final Map<TenantId, Watched> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "yichuang-hall-screens");
        thread.setDaemon(true);
        return thread;
    });

    HallScreens(Queues queues, Devices devices, Tenants tenants, HallBell bell) {
        this.queues = queues;
        this.devices = devices;
        this.tenants = tenants;
        bell.listen(this::wake);
        timer.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * What a waiting screen shows now, as JSON.
     *
     * @param secret what the device says
     * @throws org.yichuang.kernel.api.ProblemException {@code device-unknown}, {@code device-locked}, {@code
     *     device-kind}
     */
    @NeedsNoPermission("the device has a key of its own")
    public String now(String secret, CallContext context) {
        return Json.write(wall(secret, context));
    }

    /**
     * What a waiting screen shows now.
     *
     * @param secret what the device says
     * @throws org.yichuang.kernel.api.ProblemException as {@link #now}
     */
    @NeedsNoPermission("the device has a key of its own")
    public WallView wall(String secret, CallContext context) {
        devices.opened(secret, DeviceKind.WAITING_SCREEN, context);
        return queues.wall(context);
    }

    /**
     * The stream of a waiting screen: {@code called} with what it shows, at once and whenever that changes.
     *
     * @param secret what the device says
     * @throws org.yichuang.kernel.api.ProblemException {@code device-unknown}, {@code device-locked}, {@code
     *     device-kind}
     */
    @NeedsNoPermission("the device has a key of its own")
    public EventSource follow(String secret, CallContext context) {
        DeviceView device = devices.opened(secret, DeviceKind.WAITING_SCREEN, context);
        return stream -> {
            watched.compute(context.tenant(), (tenant, present) -> {
                Watched centre = present == null ? new Watched() : present;
                centre.streams.put(stream, device);
                centre.fresh.add(stream);
                return centre;
            });
            stream.onClose(() -> leave(context.tenant(), stream));
            wake(context.tenant());
        };
    }

    private void leave(TenantId tenant, EventStream stream) {
        watched.computeIfPresent(tenant, (same, centre) -> {
            centre.streams.remove(stream);
            centre.fresh.remove(stream);
            return centre.streams.isEmpty() ? null : centre;
        });
    }

    /** Looks as soon as may be; many who ask at once are answered by one look. */
    private void wake(TenantId tenant) {
        Watched centre = watched.get(tenant);
        if (centre != null && !timer.isShutdown() && centre.woken.compareAndSet(false, true)) {
            timer.execute(() -> look(tenant, centre));
        }
    }

    /** Looks once at every centre that has a screen. */
    private void look() {
        watched.forEach(this::look);
    }

    /** One that fails holds up no other: the timer forgets whoever throws anything. */
    private void look(TenantId tenant, Watched centre) {
        centre.woken.set(false);
        ForeignCode.run(
                () -> take(tenant, centre),
                failure -> LOG.debug("What is called at {} could not be told: {}", tenant, failure.getMessage()));
    }

    private void take(TenantId tenant, Watched centre) {
        CallContext context = CallContext.system(tenant, tenants.clock().instant(), "hall-screens");
        boolean isWhole = centre.looks++ % WHOLE == 0;
        if (isWhole) {
            centre.keep(devices.versions(context));
        }
        List<String> marks = queues.marks(context);
        if (isWhole || !centre.fresh.isEmpty() || !marks.equals(centre.marks)) {
            centre.show(marks, Json.write(queues.wall(context)));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A centre with screens, and what they have been told; but for the streams only the timer's thread touches it. */
    private static final class Watched {
        private final Map<EventStream, DeviceView> streams = new ConcurrentHashMap<>();
        private final Set<EventStream> fresh = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean woken = new AtomicBoolean();
        private List<String> marks = List.of();
        private String shown = "";
        private int looks;

        private void show(List<String> seen, String now) {
            Set<EventStream> told = Set.copyOf(now.equals(shown) ? fresh : streams.keySet());
            marks = seen;
            shown = now;
            told.forEach(stream -> {
                fresh.remove(stream);
                tell(stream, () -> stream.send("", "called", now));
            });
        }

        private void keep(Map<String, Integer> versions) {
            streams.forEach((stream, device) -> {
                if (versions.getOrDefault(device.id(), 0) != device.version()) {
                    tell(stream, stream::close);
                }
            });
        }

        /** One that fails keeps the news from nobody else. */
        private static void tell(EventStream stream, Runnable news) {
            ForeignCode.run(
                    news, failure -> LOG.debug("The screen {} could not be told: {}", stream, failure.getMessage()));
        }
    }
}
