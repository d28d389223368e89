package org.yichuang.windows.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.internal.persistence.BookingSums;
import org.yichuang.windows.internal.persistence.BookingSums.Asked;
import org.yichuang.windows.internal.persistence.BookingSums.By;
import org.yichuang.windows.internal.persistence.BookingSums.Part;

/** Of the appointments to which somebody has come or not, the share of those to which nobody has, by their days. */
class NoShowRate implements Indicator {
    private static final Map<Dimension, By> PARTS =
            Map.of(Dimension.DAY, By.DAY, Dimension.DEPARTMENT, By.DEPARTMENT, Dimension.ITEM, By.ITEM);

    private final IndicatorDefinition definition;
    private final BookingSums bookings;

    NoShowRate(BookingSums bookings) {
        this.bookings = bookings;
        definition = new IndicatorDefinition(
                "windows.no-show-rate",
                words("no-show-rate.name"),
                words("no-show-rate.formula"),
                Kind.RATE,
                LocalizedMessage.verbatim("%"),
                2,
                false,
                Set.of(Dimension.DAY, Dimension.DEPARTMENT, Dimension.ITEM),
                Stream.of("booking", "item-code", "start", "state")
                        .map(column -> words("column." + column))
                        .toList(),
                Target.NONE);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(NoShowRate.class, "indicator." + key);
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private static Asked asked(Scope scope) {
        Map<By, Collection<String>> only = Map.of(
                By.DEPARTMENT, scope.only(Dimension.DEPARTMENT),
                By.ITEM, scope.only(Dimension.ITEM));
        return new Asked(scope.period().from(), scope.period().to(), only);
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return fraction(bookings.all(asked(scope), unit));
    }

    private static Fraction fraction(List<Part> parts) {
        return new Fraction(
                parts.stream()
                        .filter(part -> part.state() == BookingState.NO_SHOW)
                        .mapToLong(Part::bookings)
                        .sum(),
                parts.stream().mapToLong(Part::bookings).sum());
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (Part part : bookings.parts(PARTS.get(by), asked(scope), most, unit)) {
            parts.merge(part.key(), List.of(part), (one, other) -> Stream.concat(one.stream(), other.stream())
                    .toList());
        }
        return parts.entrySet().stream()
                .limit(most)
                .map(part ->
                        new Group(part.getKey(), LocalizedMessage.verbatim(part.getKey()), fraction(part.getValue())))
                .toList();
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return bookings.each(asked(scope), after, most, unit).stream()
                .map(cells -> new Row(
                        (String) cells[0],
                        "/windows/bookings/" + cells[0],
                        cells[3] == BookingState.NO_SHOW,
                        List.of(
                                cells[0],
                                cells[1],
                                Shown.moment((Instant) cells[2]),
                                ((BookingState) cells[3]).label())))
                .toList();
    }
}
