package org.yichuang.agency.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.internal.persistence.AgencyCounts;
import org.yichuang.agency.internal.persistence.AgencyCounts.Attribute;
import org.yichuang.agency.internal.persistence.AgencyCounts.Part;
import org.yichuang.agency.internal.persistence.AgencyCounts.Span;
import org.yichuang.agency.internal.persistence.Counted;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** One figure of what agents have done. */
class AgencyIndicator implements Indicator {
    /** What an address says for what has none, e.g. a request without an agent. */
    private static final String NONE = "-";

    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.DAY,
            Attribute.DAY,
            AgencyIndicators.AGENT,
            Attribute.AGENT,
            AgencyIndicators.ELIGIBILITY,
            Attribute.ELIGIBILITY,
            Dimension.ITEM,
            Attribute.ITEM,
            AgencyIndicators.BODY,
            Attribute.BODY,
            AgencyIndicators.PROJECT,
            Attribute.PROJECT);

    private final IndicatorDefinition definition;
    private final Counted figure;
    private final EntityManagerFactory entities;

    AgencyIndicator(IndicatorDefinition definition, Counted figure, EntityManagerFactory entities) {
        this.definition = definition;
        this.figure = figure;
        this.entities = entities;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private AgencyCounts counts(UnitOfWork unit) {
        return new AgencyCounts(unit.entities(entities));
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        Span span = span(scope);
        long counted = counts(unit).counted(figure, span);
        return isRate() ? new Fraction(counted, counts(unit).all(figure, span)) : Fraction.of(counted);
    }

    private boolean isRate() {
        return definition.kind() == Kind.RATE;
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return counts(unit).parts(figure, ATTRIBUTES.get(by), span(scope), most).stream()
                .map(part -> new Group(
                        part.key().isEmpty() ? NONE : part.key(),
                        name(by, part),
                        isRate() ? new Fraction(part.counted(), part.all()) : Fraction.of(part.all())))
                .toList();
    }

    private static LocalizedMessage name(Dimension by, Part part) {
        if (part.key().isEmpty()) {
            return LocalizedMessage.of(AgencyIndicator.class, "indicator.none");
        }
        return by.equals(AgencyIndicators.ELIGIBILITY)
                ? Eligibility.valueOf(part.key()).label()
                : LocalizedMessage.verbatim(part.name());
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return counts(unit).rows(figure, span(scope), after, most).stream()
                .map(this::row)
                .toList();
    }

    private Row row(AgencyCounts.Row of) {
        List<Object> cells = new ArrayList<>(of.cells());
        if (definition.dimensions().contains(AgencyIndicators.ELIGIBILITY)) {
            cells.set(1, Eligibility.valueOf(of.cells().get(1)).label());
        }
        cells.add(0, of.day());
        return new Row(of.id(), "", of.counted(), cells);
    }

    private static Span span(Scope scope) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        ATTRIBUTES.forEach((dimension, attribute) -> {
            Set<String> values = scope.only(dimension);
            if (attribute != Attribute.DAY && !values.isEmpty()) {
                only.put(
                        attribute,
                        values.stream()
                                .map(value -> value.equals(NONE) ? "" : value)
                                .collect(Collectors.toSet()));
            }
        });
        return new Span(scope.period().from(), scope.period().to(), only);
    }
}
