package org.yichuang.indicators.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators.Summary;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.TenantId;

/**
 * Counts many figures for one page. One that fails keeps none of the others away. One that was slow is not counted
 * again for a hundred times as long as it took, so that no more than a hundredth of the time is spent on it.
 */
final class Summaries {
    private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int REST = 100;
    private static final int MOST_RESTING = 10_000;

    private final Transactions transactions;
    private final LongSupplier nanoTime;
    private final Map<Counted, Long> restsUntil = new ConcurrentHashMap<>();

    /** @param nanoTime counts nanoseconds, from anywhere */
    Summaries(Transactions transactions, LongSupplier nanoTime) {
        this.transactions = transactions;
        this.nanoTime = nanoTime;
    }

    /** A figure of a centre over so many days: what is slow over a year is not over a month. */
    private record Counted(TenantId centre, String id, long days) {}

    /** A figure, what it is at this centre, and the scope that it is counted in. */
    record Asked(Indicator indicator, IndicatorDefinition definition, Scope scope) {
        String id() {
            return definition.id();
        }
    }

    List<Summary> of(List<Asked> asked, CallContext context) {
        return ForeignCode.call(
                () -> transactions.read(context, unit -> asked.stream()
                        .map(each -> summary(each, unit, context))
                        .toList()),
                failure -> apart(asked, failure, context));
    }

    private List<Summary> apart(List<Asked> asked, Throwable failure, CallContext context) {
        LOG.debug("One of the indicators fails, so that each is counted by itself", failure);
        List<Summary> apart = asked.stream().map(each -> apart(each, context)).toList();
        if (apart.stream().allMatch(Summaries::hasFailed)) {
            throw failure instanceof RuntimeException own ? own : new IllegalStateException(failure);
        }
        return apart;
    }

    private static boolean hasFailed(Summary summary) {
        return summary.report() == null && !summary.slow();
    }

    /** In a unit of its own, as one of them has failed. */
    private Summary apart(Asked asked, CallContext context) {
        return ForeignCode.call(() -> transactions.read(context, unit -> summary(asked, unit, context)), failure -> {
            LOG.warn("The indicator {} cannot be counted at {}: it is left out", asked.id(), context.tenant(), failure);
            return new Summary(asked.definition(), asked.scope(), null, false);
        });
    }

    private Summary summary(Asked asked, UnitOfWork unit, CallContext context) {
        Counted counted =
                new Counted(context.tenant(), asked.id(), asked.scope().period().days());
        long began = nanoTime.getAsLong();
        Long until = restsUntil.get(counted);
        if (until != null && began - until < 0) {
            return new Summary(asked.definition(), asked.scope(), null, true);
        }
        try {
            IndicatorReport report = new IndicatorReport(
                    asked.definition(),
                    asked.scope(),
                    context.at(),
                    asked.indicator().count(asked.scope(), unit),
                    null,
                    List.of(),
                    false);
            return new Summary(asked.definition(), asked.scope(), report, false);
        } finally {
            noteTime(counted, began);
        }
    }

    private void noteTime(Counted counted, long began) {
        long took = nanoTime.getAsLong() - began;
        if (took > LONGEST.toNanos()) {
            if (restsUntil.size() >= MOST_RESTING) {
                restsUntil.clear();
            }
            restsUntil.put(counted, began + took + REST * took);
            Duration rest = Duration.ofNanos(REST * took);
            LOG.warn(
                    "The indicator {} is slow at {} over {} days: not counted among others for {}",
                    counted.id(),
                    counted.centre(),
                    counted.days(),
                    rest);
        }
    }
}
