package org.yichuang.cases.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenants;

/**
 * The mean, over the working days on which something came in, of what was concluded on a day through what came in on it
 * (平均日结率): the second reading of the same-day rate. A day on which more is concluded than comes in has more than 100 %.
 */
class DailyRateIndicator implements Indicator {
    private final CaseRepositories store;
    private final Tenants tenants;
    private final IndicatorDefinition definition;

    DailyRateIndicator(CaseRepositories store, Tenants tenants, IndicatorDefinition definition) {
        this.store = store;
        this.tenants = tenants;
        this.definition = definition;
    }

    /** A working day on which something came in. */
    private record Day(LocalDate day, long received, long concluded) {
        private static final int OF_PER_CENT = 4;

        /** In millionths. */
        long rate() {
            return BigDecimal.valueOf(concluded)
                    .divide(BigDecimal.valueOf(received), Fraction.RATE_DECIMALS, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
        }

        List<Object> cells() {
            String perCent = BigDecimal.valueOf(rate(), OF_PER_CENT)
                    .setScale(2, RoundingMode.HALF_UP)
                    .toPlainString();
            return List.of(day, received, concluded, perCent + "%");
        }
    }

    private List<Day> days(Scope scope, UnitOfWork unit) {
        CaseCounts counts = store.counts(unit);
        WorkingCalendar calendar = tenants.calendar(unit.context().tenant());
        Span span = new Span(scope.period().from(), scope.period().to(), new EnumMap<>(Attribute.class));
        Map<String, Long> concluded = counts.byDay(Figure.CONCLUDED, span).stream()
                .collect(Collectors.toMap(Part::key, part -> part.total().counted()));
        List<Day> days = new ArrayList<>();
        for (Part received : counts.byDay(Figure.RECEIVED, span)) {
            LocalDate day = LocalDate.parse(received.key());
            if (calendar.isWorkday(day)) {
                days.add(new Day(day, received.total().counted(), concluded.getOrDefault(received.key(), 0L)));
            }
        }
        return days;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        List<Day> days = days(scope, unit);
        return new Fraction(days.stream().mapToLong(Day::rate).sum(), days.size());
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return days(scope, unit).stream()
                .map(day -> new Group(
                        day.day().toString(),
                        LocalizedMessage.verbatim(day.day().toString()),
                        new Fraction(day.rate(), 1)))
                .toList();
    }

    /**
     * Returns the days, in their order.
     *
     * @throws ProblemException {@code parameter-unreadable} when the cursor is no day
     */
    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        if (!after.isEmpty() && !after.matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw CaseIndicator.cursorUnreadable();
        }
        return days(scope, unit).stream()
                .filter(day -> day.day().toString().compareTo(after) > 0)
                .limit(most)
                .map(day -> new Row(day.day().toString(), "", true, day.cells()))
                .toList();
    }
}
