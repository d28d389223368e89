package org.yichuang.cases.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.STATE;

import java.util.List;
import java.util.Set;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorDefinition.Target;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Words;
import org.yichuang.tenancy.api.Tenants;

/** The figures of cases; each is the number of rows that it opens, or one such number through another. */
public class CaseIndicators implements IndicatorProvider {
    private static final Words CASES = Words.of("件", "cases");
    private static final Set<Dimension> OF_DAYS = Set.of(DAY, ITEM, DEPARTMENT, STATE);
    private static final Set<Dimension> OF_NOW = Set.of(ITEM, DEPARTMENT, STATE);
    private static final List<Words> COLUMNS = List.of(
            Words.of("办件编号", "Number"),
            Words.of("事项", "Item"),
            Words.of("申请人", "Applicant"),
            Words.of("状态", "State"),
            Words.of("收件日期", "Received"),
            Words.of("受理日期", "Accepted"),
            Words.of("决定日期", "Decided"));

    private final List<Indicator> indicators;

    public CaseIndicators(CaseRepositories store, Tenants tenants) {
        indicators = List.of(
                indicator(
                        store,
                        tenants,
                        Figure.RECEIVED,
                        ofDays(
                                "received",
                                "收件",
                                "Received",
                                "统计期内收到的办件，含下级上报和上级转来的",
                                "Cases handed in, or transferred here, within the period")),
                indicator(
                        store,
                        tenants,
                        Figure.ACCEPTED,
                        ofDays(
                                "accepted",
                                "受理",
                                "Accepted",
                                "统计期内受理的办件，不论何时收件",
                                "Cases accepted within the period, whenever received")),
                indicator(
                        store,
                        tenants,
                        Figure.DECIDED,
                        ofDays(
                                "decided",
                                "已决定",
                                "Decided",
                                "统计期内作出准予或者不予决定的办件；由上级决定的，为上级作出决定的",
                                "Cases granted or refused within the period; by the centre above where that decides")),
                indicator(
                        store,
                        tenants,
                        Figure.DONE,
                        ofDays(
                                "done",
                                "办结",
                                "Done",
                                "统计期内在本中心办结的办件",
                                "Cases that ended at this centre within the period")),
                new CaseIndicator(
                        store,
                        tenants,
                        Figure.DONE,
                        Figure.ON_TIME,
                        IndicatorDefinition.rate(
                                "cases.on-time",
                                Words.of("按时办结率", "Done on time"),
                                Words.of(
                                        "统计期内在本中心办结的办件中，本中心各时限均未超期的占比",
                                        "Of the cases that ended at this centre within the period, those of which no"
                                                + " time limit of this centre was missed"),
                                OF_DAYS,
                                COLUMNS,
                                Target.atLeast("100"))),
                indicator(
                        store,
                        tenants,
                        Figure.OPEN,
                        ofNow(
                                "open",
                                "在办",
                                "Open",
                                "目前尚未在本中心办结的办件，不论何时收件",
                                "Cases that have not ended at this centre, whenever received")),
                indicator(
                        store,
                        tenants,
                        Figure.OVERDUE,
                        ofNow(
                                "overdue",
                                "超期",
                                "Overdue",
                                "目前尚未办结、且有时限已过的办件",
                                "Cases that have not ended and of which something was due before today")));
    }

    private static Indicator indicator(
            CaseRepositories store, Tenants tenants, Figure figure, IndicatorDefinition definition) {
        return new CaseIndicator(store, tenants, figure, figure, definition);
    }

    private static IndicatorDefinition ofDays(String word, String... texts) {
        return IndicatorDefinition.count(
                "cases." + word, Words.of(texts[0], texts[1]), Words.of(texts[2], texts[3]), CASES, OF_DAYS, COLUMNS);
    }

    private static IndicatorDefinition ofNow(String word, String... texts) {
        return IndicatorDefinition.count(
                        "cases." + word,
                        Words.of(texts[0], texts[1]),
                        Words.of(texts[2], texts[3]),
                        CASES,
                        OF_NOW,
                        COLUMNS)
                .now();
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
