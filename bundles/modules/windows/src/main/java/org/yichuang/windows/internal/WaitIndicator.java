package org.yichuang.windows.internal;

import java.util.List;
import java.util.Locale;
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
import org.yichuang.windows.internal.persistence.WaitRows;
import org.yichuang.windows.internal.persistence.WaitRows.Asked;
import org.yichuang.windows.internal.persistence.WaitRows.Part;

/** How long people wait, from the ticket to its first call, on the days on which they have taken it. */
class WaitIndicator implements Indicator {
    /** With which letters the number begins. */
    static final Dimension QUEUE = new Dimension("queue", words("queue"));

    private static final int LONG = 30 * 60;
    private static final int NINE_OF_TEN = 90;
    private static final int WHOLE = 100;

    /** What is counted. */
    enum Figure {
        /** The mean. */
        WAIT(Kind.MEAN, 1),
        /** What nine of ten do not exceed. */
        WAIT_NINE_OF_TEN(Kind.PERCENTILE, 0),
        /** How many wait for longer than half an hour. */
        WAITED_LONG(Kind.RATE, 2);

        private final Kind kind;
        private final int decimals;

        Figure(Kind kind, int decimals) {
            this.kind = kind;
            this.decimals = decimals;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Figure figure;
    private final IndicatorDefinition definition;
    private final WaitRows waits;

    WaitIndicator(Figure figure, WaitRows waits) {
        this.figure = figure;
        this.waits = waits;
        definition = new IndicatorDefinition(
                "windows." + figure.word(),
                words(figure.word() + ".name"),
                words(figure.word() + ".formula"),
                figure.kind,
                figure.kind == Kind.RATE ? LocalizedMessage.verbatim("%") : words("seconds"),
                figure.decimals,
                false,
                figure == Figure.WAIT ? Set.of(Dimension.DAY, QUEUE) : Set.of(QUEUE),
                Stream.of("ticket", "queue", "window", "waited")
                        .map(column -> words("column." + column))
                        .toList(),
                Target.NONE);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(WaitIndicator.class, "indicator." + key);
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private static Asked asked(Scope scope) {
        return new Asked(scope.period().from(), scope.period().to(), scope.only(QUEUE));
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        Asked asked = asked(scope);
        Part sum = waits.sum(asked, unit);
        return switch (figure) {
            case WAIT -> new Fraction(sum.seconds(), sum.tickets());
            case WAITED_LONG -> new Fraction(waits.longer(LONG, asked, unit), sum.tickets());
            case WAIT_NINE_OF_TEN -> {
                int place = (int) ((sum.tickets() * NINE_OF_TEN + WHOLE - 1) / WHOLE);
                yield new Fraction(place == 0 ? 0 : waits.at(place, asked, unit).orElse(0), sum.tickets());
            }
        };
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        if (by.equals(Dimension.DAY)) {
            return waits.byDay(asked(scope), most, unit).stream()
                    .map(part -> group(part, new Fraction(part.seconds(), part.tickets())))
                    .toList();
        }
        return waits.byQueue(asked(scope), most, unit).stream()
                .map(part -> group(part, count(scope.with(QUEUE, part.key()), unit)))
                .toList();
    }

    private static Group group(Part part, Fraction fraction) {
        return new Group(part.key(), LocalizedMessage.verbatim(part.key()), fraction);
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return waits.each(asked(scope), after, most, unit).stream()
                .map(cells -> new Row(
                        (String) cells[0],
                        "/windows/tickets/" + cells[0],
                        figure != Figure.WAITED_LONG || (Integer) cells[3] > LONG,
                        List.of(cells)))
                .toList();
    }
}
