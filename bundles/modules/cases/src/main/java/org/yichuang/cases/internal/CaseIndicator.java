package org.yichuang.cases.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CaseRepositories;
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
import org.yichuang.tenancy.api.Tenants;

/** One figure of cases: how many, or how many of how many. */
class CaseIndicator implements Indicator {
    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.ITEM,
            Attribute.ITEM,
            Dimension.DEPARTMENT,
            Attribute.DEPARTMENT,
            Dimension.STATE,
            Attribute.STATE);

    private final CaseRepositories store;
    private final Tenants tenants;
    private final Figure all;
    private final Figure counted;
    private final IndicatorDefinition definition;

    /**
     * @param all the cases that are its rows
     * @param counted those of them that are in the numerator
     */
    CaseIndicator(CaseRepositories store, Tenants tenants, Figure all, Figure counted, IndicatorDefinition definition) {
        this.store = store;
        this.tenants = tenants;
        this.all = all;
        this.counted = counted;
        this.definition = definition;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        CaseCounts counts = store.counts(unit);
        Span span = span(scope, unit);
        return isRate()
                ? new Fraction(counts.count(counted, span), counts.count(all, span))
                : Fraction.of(counts.count(counted, span));
    }

    private boolean isRate() {
        return definition.kind() == Kind.RATE;
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        CaseCounts counts = store.counts(unit);
        Span span = span(scope, unit);
        List<Part> parts = by.equals(Dimension.DAY)
                ? counts.byDay(all, span)
                : counts.by(Optional.ofNullable(ATTRIBUTES.get(by)).orElseThrow(), all, span, most);
        return parts.stream()
                .map(part -> new Group(part.key(), name(by, part), fraction(part)))
                .toList();
    }

    private Fraction fraction(Part part) {
        if (!isRate()) {
            return Fraction.of(part.count());
        }
        return new Fraction(counted == Figure.ON_TIME ? part.punctual() : part.count(), part.count());
    }

    private static LocalizedMessage name(Dimension by, Part part) {
        return by.equals(Dimension.STATE)
                ? CaseState.valueOf(part.key()).label()
                : LocalizedMessage.verbatim(part.name());
    }

    /**
     * Returns the cases behind it, by number.
     *
     * @throws ProblemException {@link CommonError#PARAMETER_UNREADABLE} when the cursor is none of ours
     */
    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        if (!after.isEmpty() && !CaseNumbers.isWellFormed(after)) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "cursor",
                    LocalizedMessage.of(CaseIndicator.class, "cursor-unreadable"));
        }
        return store.counts(unit).rows(all, span(scope, unit), after, most).stream()
                .map(this::row)
                .toList();
    }

    private Row row(CaseCounts.Row of) {
        boolean inNumerator = counted != Figure.ON_TIME || !of.late();
        return new Row(
                of.number(),
                "/cases/" + of.number(),
                inNumerator,
                Arrays.asList(
                        of.number(),
                        of.itemName(),
                        Visibility.MASKED.name(of.person(), of.applicant()),
                        of.state().label(),
                        of.receivedAt(),
                        of.acceptedOn(),
                        of.decidedOn()));
    }

    private Span span(Scope scope, UnitOfWork unit) {
        return new Span(
                tenants.get(unit.context().tenant()).division(),
                scope.period().from(),
                scope.period().to(),
                scope.only(Dimension.DEPARTMENT),
                one(scope, Dimension.ITEM).orElse(null),
                one(scope, Dimension.STATE).map(CaseIndicator::state).orElse(null));
    }

    private static Optional<String> one(Scope scope, Dimension dimension) {
        return scope.only(dimension).stream().findFirst();
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
