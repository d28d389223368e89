package org.yichuang.journal.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.yichuang.kernel.api.TenantId;

/** How often what kind of refusal was given in a minute; bounded, whoever asks and however often. */
final class RefusalCounts {
    private static final int MOST_KINDS = 10_000;

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder uncounted = new LongAdder();

    /**
     * What is counted together.
     *
     * @param who {@code anonymous}, or {@code accounts} for those that could not be written one by one
     * @param minute the minute's begin by the machine's clock
     */
    record Kind(TenantId tenant, String code, String who, Instant minute) {}

    /** A minute's count. */
    record Count(Kind kind, long number) {}

    void add(TenantId tenant, String code, String who, Instant now) {
        add(tenant, code, who, 1, now);
    }

    void add(TenantId tenant, String code, String who, long number, Instant now) {
        Kind kind = new Kind(tenant, code, who, now.truncatedTo(ChronoUnit.MINUTES));
        LongAdder count = counts.get(kind);
        if (count == null && counts.size() >= MOST_KINDS) {
            uncounted.add(number);
            return;
        }
        (count == null ? counts.computeIfAbsent(kind, fresh -> new LongAdder()) : count).add(number);
    }

    /** Takes out the counts of the minutes that began before a moment; a late one of such a minute is counted anew. */
    List<Count> takeBefore(Instant moment) {
        List<Count> taken = new ArrayList<>();
        Iterator<Map.Entry<Kind, LongAdder>> all = counts.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Kind, LongAdder> next = all.next();
            if (next.getKey().minute().isBefore(moment)) {
                all.remove();
                taken.add(new Count(next.getKey(), next.getValue().sum()));
            }
        }
        return taken;
    }

    /** How many found no room since this was asked last. */
    long takeUncounted() {
        return uncounted.sumThenReset();
    }
}
