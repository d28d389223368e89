package org.yichuang.catalogue.internal.domain.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * How a centre compresses limits: which rules bind how much, and whom not (C1.4, K4, K5).
 *
 * @param severities by rule
 * @param longDays what is longer by law is promised within so many days
 * @param unlimitedDays what has no limit by law is promised within so many days
 * @param exceptions codes of items for which a hard rule does not hold
 * @param refusing whether nothing is published that breaks a hard rule
 */
public record CompressionPolicy(
        Map<LimitRule, Severity> severities,
        int longDays,
        int unlimitedDays,
        Set<String> exceptions,
        boolean refusing) {
    /** What its settings begin with. */
    public static final String POLICY = "policy.catalogue.compression.";

    /** The usual days of {@link LimitRule#LONG}. */
    public static final int USUAL_LONG = 5;

    /** The usual days of {@link LimitRule#UNLIMITED}. */
    public static final int USUAL_UNLIMITED = 3;

    /** How binding rules usually are. */
    public static final Map<LimitRule, Severity> USUAL = Map.of(
            LimitRule.LONG, Severity.HARD,
            LimitRule.UNLIMITED, Severity.ADVICE,
            LimitRule.SIMPLE, Severity.PRINCIPLE);

    public CompressionPolicy {
        severities = Map.copyOf(severities);
        exceptions = Set.copyOf(exceptions);
    }

    /**
     * The policy of a centre.
     *
     * @param settings gives the value of a key, or what is usual
     */
    public static CompressionPolicy of(BinaryOperator<String> settings) {
        Map<LimitRule, Severity> severities = new EnumMap<>(LimitRule.class);
        USUAL.forEach((rule, usual) -> severities.put(
                rule,
                Severity.valueOf(
                        settings.apply(POLICY + rule.key(), usual.key()).toUpperCase(Locale.ROOT))));
        severities.put(LimitRule.PROMISE, Severity.HARD);
        return new CompressionPolicy(
                severities,
                Integer.parseInt(settings.apply(POLICY + "long-days", String.valueOf(USUAL_LONG))),
                Integer.parseInt(settings.apply(POLICY + "unlimited-days", String.valueOf(USUAL_UNLIMITED))),
                Arrays.stream(settings.apply(POLICY + "exceptions", "").split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet()),
                settings.apply(POLICY + "publishing", "tell").equals("refuse"));
    }

    /** The same with other days, to see what would come of it. */
    public CompressionPolicy with(Optional<Integer> itsLong, Optional<Integer> itsUnlimited) {
        return new CompressionPolicy(
                severities, itsLong.orElse(longDays), itsUnlimited.orElse(unlimitedDays), exceptions, refusing);
    }

    /** Returns what of an item should be shorter. */
    public List<LimitFinding> findings(MeasuredItem item) {
        List<LimitFinding> found = new ArrayList<>();
        Integer told = item.daysTold();
        Integer law = item.statutoryDays();
        if (item.isOverLaw()) {
            add(found, LimitRule.PROMISE, item, item.promisedDays(), law);
        }
        if (law != null && law > longDays && told > longDays) {
            add(found, LimitRule.LONG, item, told, longDays);
        }
        if (law == null && (told == null || told > unlimitedDays)) {
            add(found, LimitRule.UNLIMITED, item, told, unlimitedDays);
        }
        if (item.simple()) {
            add(found, LimitRule.SIMPLE, item, told, 0);
        }
        return found;
    }

    private void add(List<LimitFinding> found, LimitRule rule, MeasuredItem item, Integer days, int most) {
        Severity severity = severities.get(rule);
        if (severity != Severity.OFF) {
            boolean excepted = rule != LimitRule.PROMISE && exceptions.contains(item.code());
            found.add(new LimitFinding(rule, severity, item.code(), item.name(), days, most, excepted));
        }
    }

    /** Whether what is told is within the days of {@link LimitRule#LONG}. */
    public boolean isShort(MeasuredItem item) {
        return item.daysTold() != null && item.daysTold() <= longDays;
    }

    /** Returns why an item is not published where the centre refuses what breaks a hard rule, if so. */
    public Optional<ProblemException> refusal(ItemDefinition item) {
        List<FieldProblem> problems = findings(MeasuredItem.of(item)).stream()
                .filter(finding -> refusing && finding.severity() == Severity.HARD && !finding.excepted())
                .filter(finding -> finding.rule() != LimitRule.PROMISE)
                .map(finding -> new FieldProblem(
                        finding.rule() == LimitRule.SIMPLE ? "kind" : "promisedLimit", finding.message()))
                .toList();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        CatalogueError.ITEM_INVALID,
                        LocalizedMessage.of(
                                CompressionPolicy.class,
                                "limit-finding.refused",
                                problems.get(0).message()),
                        problems));
    }
}
