package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.EnteredItem;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.LetterRows;

/**
 * The items entered with a right in a letter that holds, through the items entered (K8), as it is on the last day of
 * the period: a row for each item and each right.
 */
class AuthorisationRate implements Indicator, GroupedKeys {
    private final IndicatorDefinition definition;
    private final Set<Right> rights;
    private final ItemRows items;
    private final LetterRows letters;

    AuthorisationRate(IndicatorDefinition definition, Set<Right> rights, ItemRows items, LetterRows letters) {
        this.definition = definition;
        this.rights = rights;
        this.items = items;
        this.letters = letters;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    /** An item and a right, and the number of the letter that grants it; empty for none. */
    private record Line(EnteredItem item, Right right, String letter) {
        String key() {
            return item.id() + ":" + right.name();
        }

        boolean isGranted() {
            return !letter.isEmpty();
        }

        String value(Dimension by) {
            if (by.equals(WindowsIndicators.RIGHT)) {
                return right.name();
            }
            return by.equals(Dimension.DEPARTMENT) ? item.department() : item.id();
        }

        LocalizedMessage name(Dimension by) {
            if (by.equals(WindowsIndicators.RIGHT)) {
                return right.label();
            }
            return LocalizedMessage.verbatim(by.equals(Dimension.DEPARTMENT) ? item.department() : item.name());
        }
    }

    private List<Line> lines(Scope scope, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        LocalDate day =
                scope.period().to().isAfter(today) ? today : scope.period().to();
        List<DelegationLetter> held = letters.heldBetween(day, day, unit).stream()
                .filter(letter -> letter.holds(day))
                .toList();
        Map<String, List<DelegationLetter>> naming = held.stream()
                .flatMap(letter -> letter.items().stream().map(item -> Map.entry(item, letter)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<Line> lines = new ArrayList<>();
        for (EnteredItem item : items.in(day, unit)) {
            for (Right right : rights) {
                String letter = naming.getOrDefault(item.id(), List.of()).stream()
                        .filter(each -> each.grants(right, item.id()))
                        .map(DelegationLetter::id)
                        .findFirst()
                        .orElse("");
                lines.add(new Line(item, right, letter));
            }
        }
        return lines.stream()
                .filter(line -> definition.dimensions().stream()
                        .allMatch(
                                by -> scope.only(by).isEmpty() || scope.only(by).contains(line.value(by))))
                .sorted(Comparator.comparing(Line::key))
                .toList();
    }

    private static Fraction fraction(List<Line> lines) {
        return new Fraction(lines.stream().filter(Line::isGranted).count(), lines.size());
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return fraction(lines(scope, unit));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Map<String, List<Line>> parts =
                lines(scope, unit).stream().collect(Collectors.groupingBy(line -> line.value(by)));
        Function<List<Line>, Integer> size = List::size;
        return parts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Line>> part) -> -size.apply(part.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(part -> new Group(part.getKey(), part.getValue().get(0).name(by), fraction(part.getValue())))
                .toList();
    }

    @Override
    public Map<String, List<String>> keys(Dimension by, Scope scope, UnitOfWork unit) {
        return lines(scope, unit).stream()
                .collect(Collectors.groupingBy(
                        line -> line.value(by), Collectors.mapping(Line::key, Collectors.toList())));
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return lines(scope, unit).stream()
                .filter(line -> line.key().compareTo(after) > 0)
                .limit(most)
                .map(line -> new Row(
                        line.key(),
                        line.isGranted() ? WindowsViews.letterPath(line.letter()) : "",
                        line.isGranted(),
                        List.of(
                                line.item().name(),
                                line.item().department(),
                                line.right().label(),
                                line.letter())))
                .toList();
    }
}
