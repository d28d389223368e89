package org.yichuang.sockets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;

/** How long nine of ten subjects are at most: a percentile, by a dimension of the module's own, with a target. */
public class LengthIndicator implements Indicator {
    static final String ID = "sockets.length";
    static final SettingDefinition TARGET = Target.setting("policy.sockets.target.length");
    static final Dimension BEGINNING = new Dimension("beginning", words("indicator.beginning"));

    private static final int NINE_OF_TEN = 90;
    /** What a centre keeps at most. */
    private static final int MOST = 10_000;

    private static final int PART = 500;

    private final MarkRows rows;

    LengthIndicator(MarkRows rows) {
        this.rows = rows;
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(LengthIndicator.class, key);
    }

    @Override
    public IndicatorDefinition definition() {
        return IndicatorDefinition.percentile(
                        ID,
                        new IndicatorDefinition.Texts(words("indicator.length"), words("indicator.length.formula")),
                        words("indicator.characters"),
                        0,
                        Set.of(BEGINNING),
                        List.of(words("indicator.subject"), words("indicator.day")))
                .with(Target.atMost("100").setBy(TARGET.key()));
    }

    /** A page is short only when it is the last, however many marks between begin otherwise. */
    private List<Mark> marks(Scope scope, String after, int most, UnitOfWork unit) {
        String from = scope.period().from().toString();
        String to = scope.period().to().toString();
        Set<String> only = scope.only(BEGINNING);
        List<Mark> found = new ArrayList<>();
        String last = after;
        List<Mark> part;
        do {
            part = rows.marked(from, to, last, PART, unit);
            part.stream()
                    .filter(mark -> only.isEmpty() || only.contains(beginning(mark)))
                    .forEach(found::add);
            last = part.isEmpty() ? last : part.get(part.size() - 1).id;
        } while (part.size() == PART && found.size() < most);
        return found.subList(0, Math.min(most, found.size()));
    }

    private static String beginning(Mark mark) {
        return mark.subject.substring(0, mark.subject.offsetByCodePoints(0, 1));
    }

    private static Fraction ninetieth(List<Mark> marks) {
        return Fraction.percentile(
                NINE_OF_TEN,
                marks.stream()
                        .map(mark -> (long) mark.subject.length())
                        .sorted()
                        .toList());
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return ninetieth(marks(scope, "", MOST, unit));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Map<String, List<Mark>> parts = marks(scope, "", MOST, unit).stream()
                .collect(Collectors.groupingBy(LengthIndicator::beginning, TreeMap::new, Collectors.toList()));
        return parts.entrySet().stream()
                .map(part ->
                        new Group(part.getKey(), LocalizedMessage.verbatim(part.getKey()), ninetieth(part.getValue())))
                .limit(most)
                .toList();
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return marks(scope, after, most, unit).stream()
                .map(mark -> new Row(mark.id, "", true, List.of(mark.subject, mark.day)))
                .toList();
    }
}
