package org.yichuang.cases.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.STATE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/** The figures of cases; each is the number of rows that it opens, or one such number through another. */
public class CaseIndicators implements IndicatorProvider {
    /** What a centre sets its own target of cases done on time by. */
    static final SettingDefinition ON_TIME_TARGET = Target.setting("policy.cases.target.on-time");

    private static final LocalizedMessage CASES = words("unit");
    private static final Set<Dimension> OF_DAYS = Set.of(DAY, ITEM, DEPARTMENT, STATE);
    private static final Set<Dimension> OF_NOW = Set.of(ITEM, DEPARTMENT, STATE);
    private static final List<LocalizedMessage> COLUMNS = Stream.of(
                    "number", "item", "applicant", "state", "received-on", "accepted-on", "decided-on")
            .map(column -> words("column." + column))
            .toList();

    private final List<Indicator> indicators;

    public CaseIndicators(CaseRepositories store, Tenants tenants) {
        indicators = List.of(
                indicator(store, tenants, Figure.RECEIVED, ofDays("received")),
                indicator(store, tenants, Figure.ACCEPTED, ofDays("accepted")),
                indicator(store, tenants, Figure.DECIDED, ofDays("decided")),
                indicator(store, tenants, Figure.DONE, ofDays("done")),
                new CaseIndicator(
                        store,
                        tenants,
                        Figure.DONE,
                        Figure.ON_TIME,
                        IndicatorDefinition.rate(
                                "cases.on-time",
                                words("on-time.name"),
                                words("on-time.formula"),
                                OF_DAYS,
                                COLUMNS,
                                Target.atLeast("100").setBy(ON_TIME_TARGET.key()))),
                indicator(store, tenants, Figure.OPEN, ofNow("open")),
                indicator(store, tenants, Figure.OVERDUE, ofNow("overdue")));
    }

    private static Indicator indicator(
            CaseRepositories store, Tenants tenants, Figure figure, IndicatorDefinition definition) {
        return new CaseIndicator(store, tenants, figure, figure, definition);
    }

    private static IndicatorDefinition ofDays(String word) {
        return IndicatorDefinition.count(
                "cases." + word, words(word + ".name"), words(word + ".formula"), CASES, OF_DAYS, COLUMNS);
    }

    private static IndicatorDefinition ofNow(String word) {
        return IndicatorDefinition.count(
                        "cases." + word, words(word + ".name"), words(word + ".formula"), CASES, OF_NOW, COLUMNS)
                .now();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(CaseIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
