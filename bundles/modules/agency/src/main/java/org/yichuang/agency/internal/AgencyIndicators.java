package org.yichuang.agency.internal;

import static org.yichuang.indicators.api.Dimension.DAY;

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

/** The figures of agents: what they have done, by agent and by class. */
public class AgencyIndicators implements IndicatorProvider {
    /** Who has done it. */
    static final Dimension AGENT = new Dimension("agent", words("agent"));

    /** The class of the project. */
    static final Dimension ELIGIBILITY = new Dimension("eligibility", words("eligibility"));

    private static final Set<Dimension> DIMENSIONS = Set.of(DAY, AGENT, ELIGIBILITY);
    private static final List<LocalizedMessage> COLUMNS = Stream.of("day", "project", "eligibility", "agent")
            .map(column -> words("column." + column))
            .toList();

    private final List<Indicator> indicators;

    AgencyIndicators(EntityManagerFactory entities) {
        indicators = List.of(
                count("requests", Counted.REQUESTS, entities),
                count("services", Counted.SERVICES, entities),
                new AgencyIndicator(
                        IndicatorDefinition.rate(
                                "agency.on-time",
                                words("on-time.name"),
                                words("on-time.formula"),
                                DIMENSIONS,
                                COLUMNS,
                                Target.atLeast("100")),
                        Counted.ON_TIME,
                        entities));
    }

    private static Indicator count(String word, Counted counted, EntityManagerFactory entities) {
        return new AgencyIndicator(
                IndicatorDefinition.count(
                        "agency." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        words("unit"),
                        DIMENSIONS,
                        COLUMNS),
                counted,
                entities);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(AgencyIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
