package org.yichuang.licences.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceCounts;
import org.yichuang.licences.internal.persistence.LicenceCounts.Attribute;
import org.yichuang.licences.internal.persistence.LicenceCounts.Figure;
import org.yichuang.licences.internal.persistence.LicenceCounts.Part;
import org.yichuang.licences.internal.persistence.LicenceCounts.Span;

/** One figure of the register. Its rows name no holder. */
class LicenceFigure implements Indicator {
    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.DAY, Attribute.DAY,
            Dimension.ITEM, Attribute.ITEM,
            Dimension.DEPARTMENT, Attribute.DEPARTMENT,
            Dimension.STATE, Attribute.STATE,
            LicenceFigures.KIND, Attribute.KIND);

    private final IndicatorDefinition definition;
    private final Figure figure;
    private final EntityManagerFactory entities;

    LicenceFigure(IndicatorDefinition definition, Figure figure, EntityManagerFactory entities) {
        this.definition = definition;
        this.figure = figure;
        this.entities = entities;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private LicenceCounts counts(UnitOfWork unit) {
        return new LicenceCounts(unit.entities(entities));
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return Fraction.of(counts(unit).count(figure, span(scope)));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return counts(unit).parts(figure, ATTRIBUTES.get(by), span(scope), most).stream()
                .map(part -> new Group(part.key(), name(by, part), Fraction.of(part.counted())))
                .toList();
    }

    private static LocalizedMessage name(Dimension by, Part part) {
        if (by.equals(Dimension.STATE)) {
            return LicenceState.valueOf(part.key()).label();
        }
        return by.equals(LicenceFigures.KIND)
                ? LicenceFigures.words("kind." + part.key())
                : LocalizedMessage.verbatim(part.name());
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return counts(unit).rows(figure, span(scope), after, most).stream()
                .map(LicenceFigure::row)
                .toList();
    }

    private static Row row(Licence licence) {
        List<Object> cells = new ArrayList<>();
        cells.add(Masking.certificate(licence.isPerson(), licence.number()));
        cells.add(licence.itemName());
        cells.add(licence.department());
        cells.add(LicenceFigures.words("kind." + licence.kind()));
        cells.add(licence.grantedOn());
        cells.add(licence.validUntil().orElse(null));
        cells.add(licence.noted().label());
        return new Row(licence.id(), "/licences/" + licence.id(), true, cells);
    }

    private static Span span(Scope scope) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        ATTRIBUTES.forEach((dimension, attribute) -> {
            Set<String> values = scope.only(dimension);
            if (attribute != Attribute.DAY && !values.isEmpty()) {
                only.put(attribute, values);
            }
        });
        return new Span(scope.period().from(), scope.period().to(), only);
    }
}
