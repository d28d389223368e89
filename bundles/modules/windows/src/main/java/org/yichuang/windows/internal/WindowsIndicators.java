package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.internal.persistence.BookingSums;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.WaitRows;

/** How far departments have let their representatives act: of all rights, of the five, and of the two (C2.3). */
public class WindowsIndicators implements IndicatorProvider {
    /** What is granted. */
    static final Dimension RIGHT = new Dimension("right", words("right"));

    private static final Set<Right> TWO = EnumSet.of(Right.ISSUE, Right.DECIDE);
    private static final String OF_FIVE = "policy.windows.target.authorised-handling";
    private static final String OF_TWO = "policy.windows.target.authorised-approval";

    private static final Target FIVE = Target.atLeast("100").setBy(OF_FIVE);
    private static final Target APPROVAL = Target.atLeast("80").setBy(OF_TWO);

    private final List<Indicator> indicators;

    WindowsIndicators(
            ItemRows items, LetterRows letters, WaitRows waits, BookingSums bookings, AssessmentFigures figures) {
        indicators = new ArrayList<>(List.of(
                new AuthorisationRate(
                        definition("authorisation-rate", Target.NONE), EnumSet.allOf(Right.class), items, letters),
                new AuthorisationRate(
                        definition("authorised-handling", FIVE),
                        EnumSet.complementOf(EnumSet.copyOf(TWO)),
                        items,
                        letters),
                new AuthorisationRate(definition("authorised-approval", APPROVAL), TWO, items, letters)));
        Stream.of(WaitIndicator.Figure.values())
                .map(figure -> new WaitIndicator(figure, waits))
                .forEach(indicators::add);
        indicators.add(new NoShowRate(bookings));
        indicators.addAll(figures.all());
    }

    /** The settings of their targets. */
    static List<SettingDefinition> settings() {
        return List.of(Target.setting(OF_FIVE), Target.setting(OF_TWO));
    }

    /** Those of a centre for a year, by the figure. */
    static Map<String, BigDecimal> targets(int year, Tenant centre) {
        return Map.of(
                "windows.authorised-handling", target(FIVE, year, centre),
                "windows.authorised-approval", target(APPROVAL, year, centre));
    }

    private static BigDecimal target(Target usual, int year, Tenant centre) {
        return usual.of(year, centre.policy(usual.setting(), "").strip()).value();
    }

    /** The figures that can say the keys of all their rows at once, by their ids. */
    Map<String, GroupedKeys> grouped() {
        return indicators.stream()
                .filter(GroupedKeys.class::isInstance)
                .collect(Collectors.toMap(each -> each.definition().id(), GroupedKeys.class::cast));
    }

    private static IndicatorDefinition definition(String word, Target target) {
        return IndicatorDefinition.rate(
                "windows." + word,
                words(word + ".name"),
                words(word + ".formula"),
                Set.of(RIGHT, Dimension.DEPARTMENT, Dimension.ITEM),
                Stream.of("item", "department", "right", "letter")
                        .map(column -> words("column." + column))
                        .toList(),
                target);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(WindowsIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return List.copyOf(indicators);
    }
}
