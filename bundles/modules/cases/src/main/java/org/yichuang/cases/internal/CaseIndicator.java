package org.yichuang.cases.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseCounts.Total;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** One figure of cases: how many, or how many of how many. */
class CaseIndicator implements Indicator {
    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.ITEM,
            Attribute.ITEM,
            Dimension.DEPARTMENT,
            Attribute.DEPARTMENT,
            Dimension.WINDOW,
            Attribute.WINDOW,
            Dimension.PERSON,
            Attribute.PERSON,
            CaseIndicators.CHANNEL,
            Attribute.CHANNEL,
            Dimension.STATE,
            Attribute.STATE);

    private final CaseRepositories store;
    private final Figure figure;
    private final IndicatorDefinition definition;

    CaseIndicator(CaseRepositories store, Figure figure, IndicatorDefinition definition) {
        this.store = store;
        this.figure = figure;
        this.definition = definition;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return fraction(store.counts(unit).count(figure, span(scope)));
    }

    private Fraction fraction(Total total) {
        return definition.kind() == Kind.RATE
                ? new Fraction(total.counted(), total.all())
                : Fraction.of(total.counted());
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        CaseCounts counts = store.counts(unit);
        Span span = span(scope);
        List<Part> parts = by.equals(Dimension.DAY)
                ? counts.byDay(figure, span)
                : counts.by(Optional.ofNullable(ATTRIBUTES.get(by)).orElseThrow(), figure, span, most);
        return parts.stream()
                .map(part -> new Group(part.key(), name(by, part), fraction(part.total())))
                .toList();
    }

    private static LocalizedMessage name(Dimension by, Part part) {
        if (by.equals(CaseIndicators.CHANNEL)) {
            return channel(part.key());
        }
        if (part.key().equals(CountedFact.NOBODY)) {
            return LocalizedMessage.of(CaseIndicator.class, "indicator.nobody");
        }
        return by.equals(Dimension.STATE)
                ? CaseState.valueOf(part.key()).label()
                : LocalizedMessage.verbatim(part.name());
    }

    static LocalizedMessage channel(String key) {
        return key.equals(CountedFact.NOBODY)
                ? LocalizedMessage.of(CaseIndicator.class, "indicator.nobody")
                : CaseChannel.valueOf(key).label();
    }

    /**
     * Returns the rows behind it: what has happened by day, cases as they stand by number.
     *
     * @throws ProblemException {@link CommonError#PARAMETER_UNREADABLE} when the cursor is none of ours
     */
    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        if (!after.isEmpty() && !store.counts(unit).isKey(figure, after)) {
            throw cursorUnreadable();
        }
        return store.counts(unit).rows(figure, span(scope), after, most).stream()
                .map(row -> row(row, row.counted()))
                .toList();
    }

    static ProblemException cursorUnreadable() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                "cursor",
                LocalizedMessage.of(CaseIndicator.class, "cursor-unreadable"));
    }

    static Row row(CaseCounts.Row of, boolean isCounted) {
        return new Row(
                of.key(),
                of.applicant() == null ? "" : "/cases/" + of.number(),
                isCounted,
                Arrays.asList(
                        of.number(),
                        of.itemName(),
                        of.applicant() == null ? null : Visibility.MASKED.name(of.person(), of.applicant()),
                        of.state().label(),
                        of.receivedAt(),
                        of.acceptedOn(),
                        of.decidedOn()));
    }

    static Span span(Scope scope) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        ATTRIBUTES.forEach((dimension, attribute) -> {
            Set<String> wanted = scope.only(dimension);
            if (attribute == Attribute.STATE) {
                wanted = wanted.stream().map(word -> state(word).name()).collect(Collectors.toSet());
            }
            only.put(attribute, wanted);
        });
        return new Span(scope.period().from(), scope.period().to(), only);
    }

    private static CaseState state(String word) {
        Optional<CaseState> found = Arrays.stream(CaseState.values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst();
        return found.orElseThrow(() -> ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                "state",
                LocalizedMessage.of(
                        CaseIndicator.class,
                        "rows.state-unknown",
                        Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.joining("、")))));
    }
}
