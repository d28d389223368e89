package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Total;
import org.yichuang.cases.internal.domain.SpellCounts;
import org.yichuang.cases.internal.persistence.SumRows.Sum;
import org.yichuang.cases.internal.persistence.SumRows.Wanted;

/** Counts the working days of past days from what is added up of them, and others from the spells themselves. */
public class SummedSpellCounts implements SpellCounts {
    private final SpellCounts spells;
    private final SumRows sums;

    public SummedSpellCounts(SpellCounts spells, SumRows sums) {
        this.spells = spells;
        this.sums = sums;
    }

    @Override
    public long count(Span span) {
        Optional<LocalDate> until = until(span, null);
        if (until.isEmpty()) {
            return spells.count(span);
        }
        LocalDate last = earlier(until.get(), span.last());
        long days = sums.byPart(wanted(span, null), span.first(), last).values().stream()
                .mapToLong(Sum::all)
                .sum();
        return last.isBefore(span.last()) ? days + spells.count(rest(span, last)) : days;
    }

    @Override
    public List<Part> by(Attribute attribute, Span span, int most) {
        Optional<LocalDate> until = until(span, attribute);
        if (until.isEmpty()) {
            return spells.by(attribute, span, most);
        }
        LocalDate last = earlier(until.get(), span.last());
        Map<String, Sum> found = attribute == Attribute.DAY
                ? sums.byDay(wanted(span, null), span.first(), last)
                : sums.byPart(wanted(span, attribute), span.first(), last);
        Map<String, Part> parts = new TreeMap<>();
        found.forEach((key, sum) -> add(
                parts, new Part(key, attribute == Attribute.ITEM ? sum.name() : key, new Total(sum.all(), sum.all()))));
        if (last.isBefore(span.last())) {
            spells.by(attribute, rest(span, last), Integer.MAX_VALUE).forEach(part -> add(parts, part));
        }
        return attribute == Attribute.DAY
                ? List.copyOf(parts.values())
                : parts.values().stream()
                        .sorted(Comparator.comparingLong(
                                        (Part part) -> -part.total().all())
                                .thenComparing(Part::key))
                        .limit(most)
                        .toList();
    }

    private static void add(Map<String, Part> parts, Part part) {
        parts.merge(part.key(), part, SummedCounts::sum);
    }

    /** The last day that can be read from what is added up; none where it has to be counted. */
    private Optional<LocalDate> until(Span span, Attribute by) {
        long narrowed = span.only().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() && each.getKey() != by)
                .count();
        boolean isWhole = by == null || by == Attribute.DAY;
        return narrowed <= (isWhole ? 1 : 0)
                ? sums.until().filter(last -> !last.isBefore(span.first()))
                : Optional.empty();
    }

    private static Wanted wanted(Span span, Attribute by) {
        Optional<Attribute> of = Optional.ofNullable(by).or(() -> span.only().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst());
        Set<String> only = of.map(attribute -> span.only().getOrDefault(attribute, Set.of()))
                .orElse(Set.of());
        return new Wanted(SumRows.SPELL, of.map(Enum::name).orElse(SumRows.ALL), only, "N");
    }

    private static Span rest(Span span, LocalDate last) {
        return new Span(last.plusDays(1), span.last(), span.only());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public List<Row> rows(Span span, String after, int most) {
        return spells.rows(span, after, most);
    }

    @Override
    public boolean isKey(String text) {
        return spells.isKey(text);
    }
}
