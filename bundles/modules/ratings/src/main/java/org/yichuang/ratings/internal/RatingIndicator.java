package org.yichuang.ratings.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.persistence.Counted;
import org.yichuang.ratings.internal.persistence.RatingCounts;
import org.yichuang.ratings.internal.persistence.RatingCounts.Attribute;
import org.yichuang.ratings.internal.persistence.RatingCounts.Part;
import org.yichuang.ratings.internal.persistence.RatingCounts.Span;

/** One figure of ratings. Its rows name no case: they are seen by whoever is rated. */
class RatingIndicator implements Indicator {
    /** What an address says for what nobody has written down, e.g. the department on a card. */
    private static final String NONE = "-";

    private static final Map<Dimension, Attribute> ATTRIBUTES = Map.of(
            Dimension.DAY,
            Attribute.DAY,
            Dimension.ITEM,
            Attribute.ITEM,
            Dimension.DEPARTMENT,
            Attribute.DEPARTMENT,
            Dimension.WINDOW,
            Attribute.WINDOW,
            RatingIndicators.CHANNEL,
            Attribute.CHANNEL,
            RatingIndicators.SOURCE,
            Attribute.SOURCE,
            RatingIndicators.SERVICE,
            Attribute.SERVICE);

    private final IndicatorDefinition definition;
    private final Counted figure;
    private final EntityManagerFactory entities;

    RatingIndicator(IndicatorDefinition definition, Counted figure, EntityManagerFactory entities) {
        this.definition = definition;
        this.figure = figure;
        this.entities = entities;
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private RatingCounts counts(UnitOfWork unit) {
        return new RatingCounts(unit.entities(entities));
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
            return LocalizedMessage.of(RatingIndicator.class, "indicator.none");
        }
        if (by.equals(RatingIndicators.SOURCE)) {
            return Source.valueOf(part.key()).label();
        }
        if (by.equals(RatingIndicators.SERVICE)) {
            return LocalizedMessage.of(DefaultRatings.class, "service." + part.key());
        }
        return by.equals(RatingIndicators.CHANNEL)
                ? Channel.valueOf(part.key()).label()
                : LocalizedMessage.verbatim(part.name());
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return counts(unit).rows(figure, span(scope), after, most).stream()
                .map(this::row)
                .toList();
    }

    private Row row(RatingCounts.Row of) {
        List<Object> cells = new ArrayList<>();
        cells.add(of.day());
        cells.add(of.itemName());
        cells.add(of.department());
        cells.add(of.window());
        cells.add(Channel.valueOf(of.channel()).label());
        if (figure.isSaid()) {
            cells.add(of.grade().isEmpty() ? null : Grade.valueOf(of.grade()).label());
            cells.add(of.source().isEmpty() ? null : Source.valueOf(of.source()).label());
        }
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
