package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.internal.domain.LedgerEntry;
import org.yichuang.fees.internal.persistence.EntrySums;
import org.yichuang.fees.internal.persistence.EntrySums.Attribute;
import org.yichuang.fees.internal.persistence.EntrySums.Span;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** One figure of the ledger. */
class FeeIndicator implements Indicator {
    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.DAY, Attribute.DAY,
            Dimension.ITEM, Attribute.ITEM,
            FeeIndicators.UNIT, Attribute.UNIT,
            FeeIndicators.FEE_KIND, Attribute.KIND,
            FeeIndicators.FEE, Attribute.FEE);

    private final IndicatorDefinition definition;
    private final Set<EntryKind> kinds;
    private final EntityManagerFactory entities;

    FeeIndicator(IndicatorDefinition definition, Set<EntryKind> kinds, EntityManagerFactory entities) {
        this.definition = definition;
        this.kinds = kinds;
        this.entities = entities;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private EntrySums sums(UnitOfWork unit) {
        return new EntrySums(unit.entities(entities));
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return Fraction.of(sums(unit).sum(span(scope)));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return sums(unit).parts(ATTRIBUTES.get(by), span(scope), most).stream()
                .map(part -> new Group(part.key(), name(by, part.key(), part.name()), Fraction.of(part.fen())))
                .toList();
    }

    private static LocalizedMessage name(Dimension by, String key, String name) {
        return by.equals(FeeIndicators.FEE_KIND) ? FeeKind.valueOf(key).label() : LocalizedMessage.verbatim(name);
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return sums(unit).rows(span(scope), after, most).stream()
                .map(FeeIndicator::row)
                .toList();
    }

    private static Row row(LedgerEntry of) {
        return new Row(
                of.id(),
                "/fees/bills/" + of.bill(),
                true,
                List.of(of.bookedOn(), of.bill(), of.fee(), of.unit(), BigDecimal.valueOf(of.fen(), 2)));
    }

    private Span span(Scope scope) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        ATTRIBUTES.forEach((dimension, attribute) -> {
            if (attribute != Attribute.DAY && !scope.only(dimension).isEmpty()) {
                only.put(attribute, scope.only(dimension));
            }
        });
        return new Span(kinds, scope.period().from(), scope.period().to(), only);
    }
}
