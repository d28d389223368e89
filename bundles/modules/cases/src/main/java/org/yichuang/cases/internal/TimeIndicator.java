package org.yichuang.cases.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.SpellCounts;
import org.yichuang.cases.internal.domain.SpellCounts.Attribute;
import org.yichuang.cases.internal.domain.SpellCounts.Span;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Where the time of cases has gone: working days, each charged to whoever had the case. */
class TimeIndicator implements Indicator {
    /** Whom days are charged to. */
    static final Dimension CAUSE = new Dimension("cause", CaseIndicators.words("dimension.cause"));

    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.DAY,
            Attribute.DAY,
            CAUSE,
            Attribute.CAUSE,
            Dimension.ITEM,
            Attribute.ITEM,
            Dimension.DEPARTMENT,
            Attribute.DEPARTMENT,
            Dimension.WINDOW,
            Attribute.WINDOW,
            Dimension.PERSON,
            Attribute.PERSON,
            CaseIndicators.CHANNEL,
            Attribute.CHANNEL);

    private final CaseRepositories store;
    private final IndicatorDefinition definition;

    TimeIndicator(CaseRepositories store, IndicatorDefinition definition) {
        this.store = store;
        this.definition = definition;
    }

    static Set<Dimension> dimensions() {
        return ATTRIBUTES.keySet();
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return Fraction.of(store.spells(unit).count(span(scope)));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Attribute attribute = Optional.ofNullable(ATTRIBUTES.get(by)).orElseThrow();
        return store.spells(unit).by(attribute, span(scope), most).stream()
                .map(part -> new Group(
                        attribute == Attribute.CAUSE ? Cause.valueOf(part.key()).key() : part.key(),
                        name(attribute, part),
                        Fraction.of(part.total().counted())))
                .toList();
    }

    private static LocalizedMessage name(Attribute attribute, Part part) {
        if (attribute == Attribute.CAUSE) {
            return CauseNames.of(Cause.valueOf(part.key()));
        }
        if (attribute == Attribute.CHANNEL) {
            return CaseIndicator.channel(part.key());
        }
        return part.key().equals(CountedFact.NOBODY)
                ? LocalizedMessage.of(TimeIndicator.class, "indicator.nobody")
                : LocalizedMessage.verbatim(part.name());
    }

    /**
     * Returns the spells behind it, by their last day.
     *
     * @throws ProblemException {@link CommonError#PARAMETER_UNREADABLE} when the cursor is none of ours
     */
    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        SpellCounts spells = store.spells(unit);
        if (!after.isEmpty() && !spells.isKey(after)) {
            throw CaseIndicator.cursorUnreadable();
        }
        return spells.rows(span(scope), after, most).stream()
                .map(TimeIndicator::row)
                .toList();
    }

    private static Row row(SpellCounts.Row of) {
        return new Row(
                of.key(),
                of.applicant() == null ? "" : "/cases/" + of.number(),
                true,
                Arrays.asList(
                        of.number(),
                        of.itemName(),
                        of.applicant() == null ? null : Visibility.MASKED.name(of.person(), of.applicant()),
                        CauseNames.of(of.cause()),
                        of.department(),
                        of.since(),
                        of.endedOn(),
                        of.days()));
    }

    private static Span span(Scope scope) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        ATTRIBUTES.forEach((dimension, attribute) -> {
            Set<String> wanted = scope.only(dimension);
            if (attribute == Attribute.CAUSE) {
                wanted = wanted.stream().map(TimeIndicator::cause).collect(Collectors.toSet());
            }
            only.put(attribute, wanted);
        });
        return new Span(scope.period().from(), scope.period().to(), only);
    }

    private static String cause(String word) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.key().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(Enum::name)
                .orElseThrow(() -> ProblemException.field(
                        CommonError.PARAMETER_UNREADABLE,
                        CAUSE.word(),
                        LocalizedMessage.of(
                                TimeIndicator.class,
                                "rows.cause-unknown",
                                Arrays.stream(Cause.values()).map(Cause::key).collect(Collectors.joining("、")))));
    }
}
