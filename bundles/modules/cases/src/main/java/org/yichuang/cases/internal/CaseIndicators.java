package org.yichuang.cases.internal;

import static org.yichuang.indicators.api.Dimension.DAY;
import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.ITEM;
import static org.yichuang.indicators.api.Dimension.PERSON;
import static org.yichuang.indicators.api.Dimension.STATE;
import static org.yichuang.indicators.api.Dimension.WINDOW;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/** The figures of cases; each is the number of rows that it opens, or one such number through another. */
public class CaseIndicators implements IndicatorProvider {
    /** What a centre sets its own target of cases done on time by. */
    static final SettingDefinition ON_TIME_TARGET = Target.setting("policy.cases.target.on-time");

    private static final LocalizedMessage CASES = words("unit");
    /** By which way it came in. */
    static final Dimension CHANNEL = new Dimension("channel", words("dimension.channel"));

    /** Of what happens before there is an outcome. */
    private static final Set<Dimension> OF_STEPS = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, PERSON, CHANNEL);

    private static final Set<Dimension> OF_OUTCOMES = Set.of(DAY, ITEM, DEPARTMENT, WINDOW, PERSON, CHANNEL, STATE);
    /** Of what has no day of its own. In balance by item and way; by where it was received it need not be. */
    private static final Set<Dimension> OF_STOCKS = Set.of(ITEM, DEPARTMENT, WINDOW, PERSON, CHANNEL);

    private static final Set<Dimension> OF_NOW = Set.of(ITEM, DEPARTMENT, WINDOW, PERSON, CHANNEL, STATE);
    private static final List<LocalizedMessage> COLUMNS =
            columns("number", "item", "applicant", "state", "received-on", "accepted-on", "decided-on");

    private final CaseRepositories store;
    private final List<Indicator> indicators;

    public CaseIndicators(CaseRepositories store, Tenants tenants) {
        this.store = store;
        indicators = List.of(
                count("received", Figure.RECEIVED, OF_STEPS),
                count("online-reviewed", Figure.REVIEWED, OF_STEPS),
                of(Figure.REVIEWED_ON_TIME, rate("online-reviewed-on-time", OF_STEPS)),
                count("accepted", Figure.ACCEPTED, OF_STEPS),
                count("answered", Figure.ANSWERED, OF_STEPS),
                of(Figure.ANSWERED_ON_TIME, rate("answered-on-time", OF_STEPS)),
                count("special", Figure.SPECIAL, OF_STEPS),
                count("decided", Figure.DECIDED, OF_OUTCOMES),
                count("done", Figure.CONCLUDED, OF_OUTCOMES),
                of(Figure.RESULTED, rate("resulted", OF_OUTCOMES)),
                new EndRateIndicator(store, rate("end-rate", OF_STOCKS)),
                of(
                        Figure.ON_TIME,
                        rate("on-time", OF_OUTCOMES).with(Target.atLeast("100").setBy(ON_TIME_TARGET.key()))),
                of(Figure.CAPTURED, rate("captured", OF_OUTCOMES)),
                of(Figure.EARLY, rate("early", OF_OUTCOMES)),
                of(Figure.SAME_DAY, rate("same-day", OF_STEPS)),
                new DailyRateIndicator(store, tenants, daily()),
                new TimeIndicator(store, time()),
                of(Figure.INSTANT, rate("instant", OF_STEPS)),
                of(Figure.ONLINE, rate("online", OF_STEPS)),
                count("visits", Figure.VISITS, OF_STEPS),
                of(Figure.VISITS_KEPT, rate("visits-kept", OF_STEPS)),
                count("delivered", Figure.DELIVERED, OF_STEPS),
                of(Figure.DELIVERED_ON_TIME, rate("delivered-on-time", OF_STEPS)),
                count("carried-in", Figure.CARRIED_IN, OF_STOCKS),
                count("reopened", Figure.REOPENED, OF_STEPS),
                count("carried-out", Figure.CARRIED_OUT, OF_STOCKS),
                now("open", Figure.OPEN),
                now("overdue", Figure.OVERDUE),
                now("undelivered", Figure.UNDELIVERED));
    }

    private static List<LocalizedMessage> columns(String... words) {
        return Stream.of(words).map(column -> words("column." + column)).toList();
    }

    private Indicator of(Figure figure, IndicatorDefinition definition) {
        return new CaseIndicator(store, figure, definition);
    }

    private Indicator count(String word, Figure figure, Set<Dimension> dimensions) {
        return of(figure, counted(word, dimensions));
    }

    private Indicator now(String word, Figure figure) {
        return of(figure, counted(word, OF_NOW).now());
    }

    private static IndicatorDefinition counted(String word, Set<Dimension> dimensions) {
        return IndicatorDefinition.count(
                "cases." + word, words(word + ".name"), words(word + ".formula"), CASES, dimensions, COLUMNS);
    }

    private static IndicatorDefinition rate(String word, Set<Dimension> dimensions) {
        return IndicatorDefinition.rate(
                "cases." + word, words(word + ".name"), words(word + ".formula"), dimensions, COLUMNS, Target.NONE);
    }

    private static IndicatorDefinition daily() {
        return new IndicatorDefinition(
                "cases.daily-rate",
                words("daily-rate.name"),
                words("daily-rate.formula"),
                Kind.MEAN_OF_RATES,
                LocalizedMessage.verbatim("%"),
                2,
                false,
                Set.of(DAY),
                columns("day", "received", "concluded", "rate"),
                Target.NONE);
    }

    private static IndicatorDefinition time() {
        return new IndicatorDefinition(
                "cases.time",
                words("time.name"),
                words("time.formula"),
                Kind.SUM,
                words("unit.working-days"),
                0,
                false,
                TimeIndicator.dimensions(),
                columns("number", "item", "applicant", "cause", "department", "since", "ended-on", "days"),
                Target.NONE);
    }

    static LocalizedMessage words(String key) {
        return LocalizedMessage.of(CaseIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
