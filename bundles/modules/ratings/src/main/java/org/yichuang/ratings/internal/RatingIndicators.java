package org.yichuang.ratings.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.WINDOW;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.ratings.api.Aspect;
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

    /** About which service of a case it was said, e.g. the notice of what is missing. */
    static final Dimension SERVICE = new Dimension("service", words("service"));

    private static final Set<Dimension> DIMENSIONS = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, CHANNEL);
    private static final Set<Dimension> DIMENSIONS_OF_SAID =
            Set.of(DAY, ITEM, DEPARTMENT, WINDOW, CHANNEL, SOURCE, SERVICE);
    private static final Set<Dimension> DIMENSIONS_OF_ASKED = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, CHANNEL, SERVICE);
    private static final List<LocalizedMessage> COLUMNS = columns("day", "item", "department", "window", "channel");
    private static final List<LocalizedMessage> COLUMNS_OF_SAID =
            columns("day", "item", "department", "window", "channel", "grade", "source");

    /** What a grade was given for, which is a figure of its own each (R3-29). */
    private static final Map<Aspect, Counted> ASPECTS = Map.of(
            Aspect.EFFICIENCY, Counted.EFFICIENCY,
            Aspect.GUIDE, Counted.GUIDE,
            Aspect.CONVENIENCE, Counted.CONVENIENCE,
            Aspect.PLATFORM, Counted.PLATFORM,
            Aspect.SKILL, Counted.SKILL,
            Aspect.ATTITUDE, Counted.ATTITUDE,
            Aspect.CLARITY, Counted.CLARITY);

    /** Those that count the services about which somebody was asked. */
    private static final Set<Counted> ASKED = EnumSet.of(Counted.PARTICIPATION, Counted.UNANSWERED);

    /** Those that count what was said, whichever way it has come in. */
    private static final Set<Counted> SAID = said();

    private final List<Indicator> indicators;

    RatingIndicators(EntityManagerFactory entities) {
        List<Indicator> all = new ArrayList<>(List.of(
                rate("participation", Counted.PARTICIPATION, Target.NONE, entities),
                count("unanswered", Counted.UNANSWERED, entities),
                rate("good", Counted.GOOD, Target.NONE.setBy(GOOD_TARGET.key()), entities),
                rate("notice-good", Counted.NOTICE_GOOD, Target.NONE, entities),
                count("bad", Counted.BAD, entities),
                count("set-aside", Counted.SET_ASIDE, entities),
                rate("good-on-call", Counted.ON_CALL, Target.NONE, entities),
                rate("contacted", Counted.CONTACTED, Target.atLeast("100"), entities),
                rate("rectified-on-time", Counted.RECTIFIED, Target.atLeast("100"), entities),
                rate("called-back", Counted.CALLED_BACK, Target.atLeast("100"), entities),
                rate("complaints-on-time", Counted.COMPLAINTS, Target.atLeast("100"), entities),
                count("complaints-refused", Counted.NOT_TAKEN_UP, entities)));
        for (Aspect aspect : Aspect.values()) {
            all.add(rate(word(aspect), ASPECTS.get(aspect), Target.NONE, entities));
        }
        indicators = List.copyOf(all);
    }

    private static Set<Counted> said() {
        Set<Counted> said = EnumSet.of(Counted.GOOD, Counted.NOTICE_GOOD, Counted.BAD, Counted.SET_ASIDE);
        said.addAll(ASPECTS.values());
        return said;
    }

    private static String word(Aspect aspect) {
        return "good-of-" + aspect.name().toLowerCase(Locale.ROOT);
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
        if (ASKED.contains(of)) {
            return DIMENSIONS_OF_ASKED;
        }
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
