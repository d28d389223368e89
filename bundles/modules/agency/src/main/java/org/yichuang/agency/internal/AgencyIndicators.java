package org.yichuang.agency.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.ITEM;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.persistence.Counted;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The figures of agents, by agent and by class; of reviews that are recognised, by item and by body; of what is handled
 * jointly as applicants ask, and of joint inspections.
 */
public class AgencyIndicators implements IndicatorProvider {
    /** Who has done it. */
    static final Dimension AGENT = new Dimension("agent", words("agent"));

    /** The class of the project. */
    static final Dimension ELIGIBILITY = new Dimension("eligibility", words("eligibility"));

    /** Whose review was recognised. */
    static final Dimension BODY = new Dimension("body", words("body"));

    /** The project in the green channel. */
    static final Dimension PROJECT = new Dimension("project", words("project"));

    private static final Set<Dimension> OF_REQUESTS = Set.of(DAY, AGENT, ELIGIBILITY);
    private static final Set<Dimension> OF_REVIEWS = Set.of(DAY, ITEM, BODY);
    private static final Set<Dimension> OF_PROBLEMS = Set.of(DAY, PROJECT);
    private static final String JOINT = "joint";
    private static final String BODIES = "bodies";
    private static final Target ALL = Target.atLeast("100");

    private final List<Indicator> indicators;

    AgencyIndicators(EntityManagerFactory entities) {
        indicators = Stream.of(
                        count("requests", Counted.REQUESTS, "requests"),
                        count("services", Counted.SERVICES, "requests"),
                        rate("on-time", Counted.ON_TIME, "requests"),
                        count("recognised", Counted.RECOGNISED, "reviews"),
                        rate("recognised-same-day", Counted.SAME_DAY, "reviews"),
                        count("problems-solved", Counted.SOLVED, "problems"),
                        rate("problems-on-time", Counted.SOLVED_ON_TIME, "problems"),
                        count("joint-requests", Counted.JOINT, JOINT),
                        rate("joint-on-time", Counted.JOINT_ON_TIME, JOINT),
                        rate("inspection-came", Counted.CAME, BODIES),
                        rate("inspection-passed", Counted.PASSED, BODIES),
                        rate("inspection-righted", Counted.RIGHTED, BODIES))
                .<Indicator>map(made -> new AgencyIndicator(made.definition(), made.figure(), entities))
                .toList();
    }

    /** A figure and what it counts. */
    private record Made(IndicatorDefinition definition, Counted figure) {}

    private static Made count(String word, Counted figure, String rows) {
        return new Made(
                IndicatorDefinition.count(
                        "agency." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        words("unit." + rows),
                        dimensions(rows),
                        columns(rows)),
                figure);
    }

    private static Made rate(String word, Counted figure, String rows) {
        return new Made(
                IndicatorDefinition.rate(
                        "agency." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        dimensions(rows),
                        columns(rows),
                        ALL),
                figure);
    }

    private static Set<Dimension> dimensions(String rows) {
        return switch (rows) {
            case "requests" -> OF_REQUESTS;
            case "reviews" -> OF_REVIEWS;
            case JOINT, BODIES -> Set.of(DAY);
            default -> OF_PROBLEMS;
        };
    }

    private static List<LocalizedMessage> columns(String rows) {
        Stream<String> columns =
                switch (rows) {
                    case "requests" -> Stream.of("day", "project", "eligibility", "agent");
                    case "reviews" -> Stream.of("day", "item", "body", "document");
                    case JOINT -> Stream.of("day", "joint", "lead", "case");
                    case BODIES -> Stream.of("day", "inspection", "called");
                    default -> Stream.of("day", "project", "responsible");
                };
        return columns.map(column -> words("column." + column)).toList();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(AgencyIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
