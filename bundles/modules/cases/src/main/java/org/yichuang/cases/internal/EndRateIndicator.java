package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/**
 * The end rate (办结率): of the cases received within the days, those that were concluded when the last day ended. It
 * is counted by those that were still open then, which are few, so it is as quick for a year as for a day; and as what
 * is concluded later was open on that day all the same, nothing of days that are past changes.
 */
class EndRateIndicator implements Indicator {
    private final CaseRepositories store;
    private final IndicatorDefinition definition;
    private final CaseIndicator received;
    private final CaseIndicator leftOpen;

    EndRateIndicator(CaseRepositories store, IndicatorDefinition definition) {
        this.store = store;
        this.definition = definition;
        received = new CaseIndicator(store, Figure.RECEIVED, definition);
        leftOpen = new CaseIndicator(store, Figure.LEFT_OPEN, definition);
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return rate(received.count(scope, unit), leftOpen.count(scope, unit));
    }

    private static Fraction rate(Fraction all, Fraction open) {
        return new Fraction(all.denominator() - open.denominator(), all.denominator());
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Map<String, Fraction> open = leftOpen.groups(by, scope, Integer.MAX_VALUE, unit).stream()
                .collect(Collectors.toMap(Group::key, Group::fraction));
        return received.groups(by, scope, most, unit).stream()
                .map(group -> new Group(
                        group.key(),
                        group.name(),
                        rate(group.fraction(), open.getOrDefault(group.key(), new Fraction(0, 0)))))
                .toList();
    }

    /**
     * Returns what was received, by day; what was open when the last day ended does not count.
     *
     * @throws ProblemException {@link CommonError#PARAMETER_UNREADABLE} when the cursor is none of ours
     */
    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        CaseCounts counts = store.counts(unit);
        if (!after.isEmpty() && !counts.isKey(Figure.RECEIVED, after)) {
            throw CaseIndicator.cursorUnreadable();
        }
        CaseCounts.Span span = CaseIndicator.span(scope);
        return counts.rows(Figure.RECEIVED, span, after, most).stream()
                .map(row -> CaseIndicator.row(row, !row.until().isAfter(span.last())))
                .toList();
    }
}
