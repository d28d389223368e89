package org.yichuang.licences.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.STATE;

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
import org.yichuang.licences.internal.persistence.LicenceCounts.Figure;
import org.yichuang.tenancy.api.SettingDefinition;

/** How many results were made out, and how many are in force. */
public class LicenceFigures implements IndicatorProvider {
    /** How many a centre means to make out in a year. */
    static final SettingDefinition PLAN = Target.setting("policy.licences.target.granted");

    /** The kind of certificate (art. 39). */
    static final Dimension KIND = new Dimension("kind", words("column.kind"));

    private static final List<LocalizedMessage> COLUMNS = Stream.of(
                    "number", "item", "department", "kind", "day", "until", "state")
            .map(column -> words("column." + column))
            .toList();

    private final List<Indicator> indicators;

    public LicenceFigures(EntityManagerFactory entities) {
        IndicatorDefinition granted =
                count("granted", Set.of(DAY, ITEM, DEPARTMENT, KIND, STATE)).with(Target.NONE.setBy(PLAN.key()));
        IndicatorDefinition inForce =
                count("in-force", Set.of(ITEM, DEPARTMENT, KIND)).now();
        indicators = List.of(
                new LicenceFigure(granted, Figure.GRANTED, entities),
                new LicenceFigure(inForce, Figure.IN_FORCE, entities));
    }

    private static IndicatorDefinition count(String word, Set<Dimension> dimensions) {
        return IndicatorDefinition.count(
                "licences." + word,
                words(word + ".name"),
                words(word + ".formula"),
                words("unit"),
                dimensions,
                COLUMNS);
    }

    static LocalizedMessage words(String key) {
        return LocalizedMessage.of(LicenceFigures.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
