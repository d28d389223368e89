package org.yichuang.windows.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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
 * at the next look, of which there are some in a second, and one in a second or two where nothing has moved for a
 * minute; one look serves all screens of a centre, and where there is no screen nothing is asked. A screen whose device
 * is locked, or has another key, is let go.
 */
public final class HallScreens implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HallScreens.class);
    /** How often looks go by before one that sees who waits and which devices are locked. */
    private static final int WHOLE = 10;
    /** The event that says that a look succeeded, whether or not anything is new. */
    private static final String LOOKED = "looked";

    private final Queues queues;
    private final Devices devices;
    private final Tenants tenants;
    private final Pace pace;
    private final Map<TenantId, Watched> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "yichuang-hall-screens");
        thread.setDaemon(true);
        return thread;
    });

    HallScreens(Queues queues, Devices devices, Tenants tenants, HallBell bell) {
        this(queues, devices, tenants, bell, Pace.USUAL);
    }

    HallScreens(Queues queues, Devices devices, Tenants tenants, HallBell bell, Pace pace) {
        this.pace = pace;
        this.queues = queues;
        this.devices = devices;
        this.tenants = tenants;
        bell.listen(this::wake);
        timer.scheduleWithFixedDelay(this::look, pace.look(), pace.look(), TimeUnit.MILLISECONDS);
    }

    /**
     * How often it looks, in milliseconds.
     *
     * @param look from one look to the next
     * @param still after how long without anything new it looks more slowly
     * @param slow from one look to the next then
     * @param told how often screens are told that looks succeed
     */
    record Pace(long look, long still, long slow, long told) {
        private static final Pace USUAL = new Pace(100, 60_000, 1_500, 15_000);
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
        String point =
                devices.opened(secret, DeviceKind.WAITING_SCREEN, context).point();
        return queues.walls(Set.of(point), context).get(point);
    }

    /**
     * The stream of a waiting screen: {@code called} with what it shows, at once and whenever that changes, and {@code
     * looked} some times in a minute, as long as it can be found out whether it has changed.
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

    /** Looks once at every centre that has a screen, and where nothing moves not each time. */
    private void look() {
        watched.forEach((tenant, centre) -> {
            if (centre.isDue(pace)) {
                look(tenant, centre);
            }
        });
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
        boolean isWhole = centre.begin(pace);
        if (isWhole) {
            centre.keep(devices.versions(centre.devices(), context));
        }
        List<String> marks = queues.marks(context);
        if (isWhole || !centre.fresh.isEmpty() || !marks.equals(centre.marks)) {
            Map<String, String> walls = new HashMap<>();
            queues.walls(centre.points(), context).forEach((point, wall) -> walls.put(point, Json.write(wall)));
            centre.show(marks, walls);
        }
        centre.looked(pace);
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
        private final Millis clock = new Millis();
        private List<String> marks = List.of();
        private Map<String, String> shown = Map.of();
        private int looks;
        private long begun;
        private long moved;
        private long told;

        /** Milliseconds since it began. */
        private static final class Millis {
            private final long since = System.nanoTime();

            private long now() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            }
        }

        private boolean isStill(Pace pace) {
            return clock.now() - moved >= pace.still();
        }

        private boolean isDue(Pace pace) {
            return !isStill(pace) || !fresh.isEmpty() || clock.now() - begun >= pace.slow();
        }

        /** Whether the look that begins is a whole one; each is, where there are few. */
        private boolean begin(Pace pace) {
            begun = clock.now();
            return looks++ % WHOLE == 0 || isStill(pace);
        }

        private Set<String> devices() {
            return streams.values().stream().map(DeviceView::id).collect(Collectors.toSet());
        }

        private Set<String> points() {
            return streams.values().stream().map(DeviceView::point).collect(Collectors.toSet());
        }

        private void show(List<String> seen, Map<String, String> now) {
            if (!seen.equals(marks) || !now.equals(shown)) {
                moved = clock.now();
            }
            streams.forEach((stream, device) -> {
                String wall = now.get(device.point());
                boolean isNew = !Objects.equals(wall, shown.get(device.point()));
                if (wall != null && (fresh.remove(stream) || isNew)) {
                    tell(stream, () -> stream.send("", "called", wall));
                }
            });
            marks = seen;
            shown = now;
        }

        /** Says from time to time that it can look; whoever hears nothing knows that it cannot. */
        private void looked(Pace pace) {
            if (clock.now() - told >= pace.told()) {
                told = clock.now();
                streams.keySet().forEach(stream -> tell(stream, () -> stream.send("", LOOKED, "{}")));
            }
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
