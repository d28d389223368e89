package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.cases.internal.persistence.SumRows.Sum;
import org.yichuang.cases.internal.persistence.SumRows.Wanted;

/**
 * Counts past days from what is added up of them, and those since, as well as whatever is narrowed by several
 * attributes, from the facts themselves. What is open at the end of a day is what has come in until then, and is not
 * concluded.
 */
public class SummedCounts implements CaseCounts {
    /** Before everything, and the first day of a month. */
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    /** After everything: also what has been dated by a clock that was moved on. */
    private static final LocalDate END = LocalDate.of(9999, 12, 30);

    /** What a case has from its receipt to its end: what is open is told apart by nothing else. */
    private static final Set<Attribute> OF_STOCKS = EnumSet.of(Attribute.ITEM, Attribute.CHANNEL);

    private final CaseCounts facts;
    private final SumRows sums;

    public SummedCounts(CaseCounts facts, SumRows sums) {
        this.facts = facts;
        this.sums = sums;
    }

    @Override
    public Total count(Figure figure, Span span) {
        Optional<Summed> summed = summed(figure, span, null);
        if (summed.isEmpty()) {
            return facts.count(figure, span);
        }
        Total none = new Total(0, 0);
        return summed.get().parts().values().stream()
                .map(Part::total)
                .reduce(none, (one, other) -> new Total(one.all() + other.all(), one.counted() + other.counted()));
    }

    @Override
    public List<Part> by(Attribute attribute, Figure figure, Span span, int most) {
        return summed(figure, span, attribute)
                .map(summed -> summed.parts().values().stream()
                        .filter(part -> part.total().all() != 0)
                        .sorted(Comparator.comparingLong(
                                        (Part part) -> -part.total().all())
                                .thenComparing(Part::key))
                        .limit(most)
                        .toList())
                .orElseGet(() -> facts.by(attribute, figure, span, most));
    }

    @Override
    public List<Part> byDay(Figure figure, Span span) {
        Optional<Attribute> narrowed = narrowed(span);
        Optional<LocalDate> until = until(figure, span, null);
        if (until.isEmpty() || span.first().isAfter(until.get())) {
            return facts.byDay(figure, span);
        }
        LocalDate last = earlier(until.get(), span.last());
        Map<String, Part> days = new TreeMap<>();
        sums.byDay(wanted(figure, figure.fact(), narrowed, span), span.first(), last)
                .forEach((day, sum) -> days.put(day, new Part(day, day, total(figure, sum))));
        if (span.last().isAfter(last)) {
            facts.byDay(figure, in(span, last.plusDays(1), span.last())).forEach(part -> days.put(part.key(), part));
        }
        return List.copyOf(days.values());
    }

    /** By what it is narrowed, where that is one attribute. */
    private static Optional<Attribute> narrowed(Span span) {
        return span.only().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The last day that can be read from what is added up; none where it has to be counted. */
    private Optional<LocalDate> until(Figure figure, Span span, Attribute apart) {
        Set<Attribute> by = EnumSet.noneOf(Attribute.class);
        Optional.ofNullable(apart).ifPresent(by::add);
        span.only().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .forEach(each -> by.add(each.getKey()));
        boolean isTold = by.size() <= 1 && (!isStock(figure) || OF_STOCKS.containsAll(by));
        return (figure.isSummed() || figure == Figure.OPEN) && isTold ? sums.until() : Optional.empty();
    }

    /** What is open now is what was open when the last day ended, as far as it is told apart by nothing else. */
    private static boolean isStock(Figure figure) {
        return figure.isStock() || figure == Figure.OPEN;
    }

    private static LocalDate endOf(Figure figure, Span span) {
        return switch (figure) {
            case CARRIED_IN -> span.first().minusDays(1);
            case OPEN -> END;
            default -> span.last();
        };
    }

    /** The parts of a figure; the whole is one part where it is not taken apart. */
    private record Summed(Map<String, Part> parts) {}

    private Optional<Summed> summed(Figure figure, Span span, Attribute by) {
        return until(figure, span, by).map(until -> {
            Map<String, Part> parts = new TreeMap<>();
            if (isStock(figure)) {
                Span before = in(span, BEGINNING, endOf(figure, span));
                add(parts, Figure.RECEIVED, before, by, until, 1);
                add(parts, Figure.REOPENED, before, by, until, 1);
                add(parts, Figure.CONCLUDED, before, by, until, -1);
            } else {
                add(parts, figure, span, by, until, 1);
            }
            return new Summed(parts);
        });
    }

    private void add(Map<String, Part> parts, Figure figure, Span span, Attribute by, LocalDate until, int sign) {
        LocalDate last = earlier(until, span.last());
        Optional<Attribute> of = Optional.ofNullable(by).or(() -> narrowed(span));
        if (!span.first().isAfter(last)) {
            sums.byPart(wanted(figure, figure.fact(), of, span), span.first(), last)
                    .forEach((key, sum) -> add(parts, new Part(key, name(by, key, sum), total(figure, sum)), sign));
        }
        LocalDate since = last.isBefore(span.first()) ? span.first() : last.plusDays(1);
        if (!since.isAfter(span.last())) {
            Span rest = in(span, since, span.last());
            if (by == null) {
                add(parts, new Part(SumRows.WHOLE, "", facts.count(figure, rest)), sign);
            } else {
                facts.by(by, figure, rest, Integer.MAX_VALUE).forEach(part -> add(parts, part, sign));
            }
        }
    }

    private static void add(Map<String, Part> parts, Part part, int sign) {
        Total total = new Total(sign * part.total().all(), sign * part.total().counted());
        parts.merge(part.key(), new Part(part.key(), part.name(), total), SummedCounts::sum);
    }

    static Part sum(Part one, Part other) {
        String name = one.name().compareTo(other.name()) > 0 ? one.name() : other.name();
        Total total = new Total(
                one.total().all() + other.total().all(),
                one.total().counted() + other.total().counted());
        return new Part(one.key(), name, total);
    }

    private static Wanted wanted(Figure figure, Fact fact, Optional<Attribute> of, Span span) {
        return new Wanted(
                fact.name(),
                of.map(Enum::name).orElse(SumRows.ALL),
                of.map(attribute -> span.only().getOrDefault(attribute, Set.of()))
                        .orElse(Set.of()),
                figure.mark() == null ? "N" : figure.mark().name());
    }

    private static String name(Attribute by, String key, Sum sum) {
        if (by == Attribute.STATE) {
            return CaseState.valueOf(key).label().zh();
        }
        return by == Attribute.ITEM ? sum.name() : key;
    }

    private static Total total(Figure figure, Sum sum) {
        boolean isMarked = figure.mark() == null || figure.countsMarked();
        return new Total(sum.all(), isMarked ? sum.marked() : sum.all() - sum.marked());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Span in(Span span, LocalDate first, LocalDate last) {
        return new Span(first, last, span.only());
    }

    @Override
    public Map<CaseState, Long> byState(Span span) {
        return facts.byState(span);
    }

    @Override
    public List<Row> rows(Figure figure, Span span, String after, int most) {
        return facts.rows(figure, span, after, most);
    }

    @Override
    public boolean isKey(Figure figure, String text) {
        return facts.isKey(figure, text);
    }
}
