package org.yichuang.ratings.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.WINDOW;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.ratings.internal.persistence.Counted;
import org.yichuang.tenancy.api.SettingDefinition;

/** The figures of ratings; what nobody has said is a figure of its own and is part of no other. */
public class RatingIndicators implements IndicatorProvider {
    /** What a centre sets its own target of good ratings by. */
    static final SettingDefinition GOOD_TARGET = Target.setting("policy.ratings.target.good");

    /** By which way the service was used. */
    static final Dimension CHANNEL = new Dimension("channel", words("channel"));

    /** How it has come in that somebody was content or not: by the system's question, or on paper. */
    static final Dimension SOURCE = new Dimension("source", words("source"));

    private static final Set<Dimension> DIMENSIONS = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, CHANNEL);
    private static final Set<Dimension> DIMENSIONS_OF_SAID = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, CHANNEL, SOURCE);
    private static final List<LocalizedMessage> COLUMNS = columns("day", "item", "department", "window", "channel");
    private static final List<LocalizedMessage> COLUMNS_OF_SAID =
            columns("day", "item", "department", "window", "channel", "grade", "source");

    /** Those that count what was said, whichever way it has come in. */
    private static final Set<Counted> SAID = EnumSet.of(Counted.GOOD, Counted.BAD, Counted.SET_ASIDE);

    private final List<Indicator> indicators;

    RatingIndicators(EntityManagerFactory entities) {
        indicators = List.of(
                rate("participation", Counted.PARTICIPATION, Target.NONE, entities),
                count("unanswered", Counted.UNANSWERED, entities),
                rate("good", Counted.GOOD, Target.NONE.setBy(GOOD_TARGET.key()), entities),
                count("bad", Counted.BAD, entities),
                count("set-aside", Counted.SET_ASIDE, entities),
                rate("good-on-call", Counted.ON_CALL, Target.NONE, entities),
                rate("contacted", Counted.CONTACTED, Target.atLeast("100"), entities),
                rate("rectified-on-time", Counted.RECTIFIED, Target.atLeast("100"), entities),
                rate("called-back", Counted.CALLED_BACK, Target.atLeast("100"), entities),
                rate("complaints-on-time", Counted.COMPLAINTS, Target.atLeast("100"), entities),
                count("complaints-refused", Counted.NOT_TAKEN_UP, entities));
    }

    private static Indicator count(String word, Counted counted, EntityManagerFactory entities) {
        return new RatingIndicator(
                IndicatorDefinition.count(
                        "ratings." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        words("unit"),
                        dimensions(counted),
                        columns(counted)),
                counted,
                entities);
    }

    private static Indicator rate(String word, Counted counted, Target target, EntityManagerFactory entities) {
        return new RatingIndicator(
                IndicatorDefinition.rate(
                        "ratings." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        dimensions(counted),
                        columns(counted),
                        target),
                counted,
                entities);
    }

    private static Set<Dimension> dimensions(Counted of) {
        return SAID.contains(of) ? DIMENSIONS_OF_SAID : DIMENSIONS;
    }

    private static List<LocalizedMessage> columns(Counted of) {
        return of.isSaid() ? COLUMNS_OF_SAID : COLUMNS;
    }

    private static List<LocalizedMessage> columns(String... columns) {
        return Stream.of(columns).map(column -> words("column." + column)).toList();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(RatingIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
