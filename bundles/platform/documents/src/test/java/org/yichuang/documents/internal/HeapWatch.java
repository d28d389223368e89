package org.yichuang.documents.internal;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much more of the heap is in use than at the beginning: what lives after collections, and at most. */
final class HeapWatch implements AutoCloseable {
    private static final int MEBI = 20;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(NotificationEmitter.class::cast)
            .toList();
    private final AtomicLong living = new AtomicLong();
    private final NotificationListener listener = (notification, none) ->
            collected(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
    private final long before;

    HeapWatch() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        before = used();
        living.set(before);
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
    }

    private void collected(GarbageCollectionNotificationInfo info) {
        long left = pools.stream()
                .map(pool -> info.getGcInfo().getMemoryUsageAfterGc().get(pool.getName()))
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        living.accumulateAndGet(left, Math::max);
    }

    private long used() {
        return pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** What lived at most after a collection, in MiB above the beginning. */
    long living() {
        return living.get() - before >> MEBI;
    }

    /** What was in use at most, garbage included, in MiB above the beginning. */
    long peak() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before >> MEBI;
    }

    @Override
    public void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
