package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.AssessmentViews.SheetLineView;
import org.yichuang.windows.internal.Assessments.Rows;
import org.yichuang.windows.internal.domain.Assessed;
import org.yichuang.windows.internal.domain.AssessmentPeriod;
import org.yichuang.windows.internal.domain.Deduction;
import org.yichuang.windows.internal.domain.Mark;
import org.yichuang.windows.internal.domain.Measured;
import org.yichuang.windows.internal.domain.Score;
import org.yichuang.windows.internal.domain.Scoring;
import org.yichuang.windows.internal.persistence.DeductionRows;

/** What is counted for a period, as of now: each figure once, for all who are assessed. */
class AssessmentCounting {
    private static final int SUBJECTS = 500;
    private static final int ROWS = 200;
    private static final int MOST_ROWS = 5000;
    private static final int DECIMALS = 2;

    private final Transactions transactions;
    private final Rows rows;
    private final Indicators indicators;
    private final List<BigDecimal> mix;
    private final AssessmentPeriod period;
    private final AssessmentSubject of;
    private final CallContext context;
    private final CallContext platform;
    private final Map<String, IndicatorDefinition> known;

    AssessmentCounting(
            Transactions transactions,
            Rows rows,
            Indicators indicators,
            List<BigDecimal> mix,
            AssessmentPeriod period,
            AssessmentSubject of,
            CallContext context) {
        this.transactions = transactions;
        this.rows = rows;
        this.indicators = indicators;
        this.mix = mix;
        this.period = period;
        this.of = of;
        this.context = context.withoutKey();
        platform = CallContext.system(context.tenant(), context.at(), context.requestId());
        known = indicators.all(platform).stream()
                .collect(Collectors.toMap(IndicatorDefinition::id, Function.identity()));
    }

    private Dimension by() {
        return of == AssessmentSubject.WINDOW ? Dimension.WINDOW : Dimension.DEPARTMENT;
    }

    private Scope scope(Assessed of) {
        Scope all = Scope.all(new Period(period.from(), period.to()));
        FindingRule finding = of.rule().finding();
        return finding == null ? all : all.with(AssessmentFigures.FINDING, finding.name());
    }

    private boolean isCountable(Assessed of) {
        IndicatorDefinition figure = known.get(of.rule().figure());
        return figure != null && figure.dimensions().contains(by());
    }

    List<Score> scores() {
        Map<String, Map<Assessed, Measured>> counted = new LinkedHashMap<>();
        Map<String, String> names = transactions.read(context, unit -> subjects(period, of, rows, unit));
        names.keySet().forEach(subject -> counted.put(subject, new EnumMap<>(Assessed.class)));
        for (Assessed each : Assessed.values()) {
            if (isCountable(each)) {
                count(each, counted);
            }
        }
        Map<String, Map<MarkKind, BigDecimal>> marks = marks();
        Set<String> vetoed = vetoed();
        return Scoring.ranked(names.entrySet().stream()
                .map(each -> Scoring.of(
                        each.getKey(),
                        each.getValue(),
                        counted.get(each.getKey()),
                        marks.getOrDefault(each.getKey(), Map.of()),
                        mix,
                        vetoed.contains(each.getKey())))
                .toList());
    }

    /** A number that nobody has is 0; a rate of nothing has no base. */
    private void count(Assessed each, Map<String, Map<Assessed, Measured>> counted) {
        IndicatorReport report = indicators.report(each.rule().figure(), scope(each), Optional.of(by()), platform);
        Map<String, Group> groups = report.groups().stream().collect(Collectors.toMap(Group::key, Function.identity()));
        boolean isQuotient = report.definition().kind().isQuotient();
        counted.forEach((subject, its) -> {
            Group group = groups.get(subject);
            if (group == null) {
                its.put(each, isQuotient ? Measured.NONE : new Measured(BigDecimal.ZERO, 0, 1));
            } else {
                its.put(
                        each,
                        new Measured(
                                report.value(group.fraction()).orElse(null),
                                group.fraction().numerator(),
                                group.fraction().denominator()));
            }
        });
    }

    private Map<String, Map<MarkKind, BigDecimal>> marks() {
        List<Mark> all = transactions.read(context, unit -> rows.marks().of(period.word(), of, unit));
        Map<String, Map<MarkKind, List<Mark>>> parts =
                all.stream().collect(Collectors.groupingBy(Mark::subject, Collectors.groupingBy(Mark::kind)));
        Map<String, Map<MarkKind, BigDecimal>> means = new LinkedHashMap<>();
        parts.forEach((subject, kinds) -> {
            Map<MarkKind, BigDecimal> its = new EnumMap<>(MarkKind.class);
            kinds.forEach((kind, given) -> its.put(
                    kind,
                    given.stream()
                            .map(Mark::mark)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(given.size()), DECIMALS, RoundingMode.HALF_UP)));
            means.put(subject, its);
        });
        return means;
    }

    private Set<String> vetoed() {
        List<Deduction> found = transactions.read(
                context, unit -> rows.deductions().between(period.from(), period.to(), "", DeductionRows.MOST, unit));
        return found.stream()
                .filter(each -> each.rule() == FindingRule.ATTITUDE && each.counts(context.today()))
                .map(each -> of == AssessmentSubject.WINDOW ? each.window() : each.department())
                .collect(Collectors.toSet());
    }

    SheetLineView line(Assessed assessed, Score.Line line, String subject) {
        boolean hasBase = line.points() != null;
        String query = query(assessed, subject);
        return new SheetLineView(
                line.category(),
                line.key(),
                assessed.label(),
                line.value(),
                line.numerator(),
                line.denominator(),
                line.weight(),
                line.points(),
                hasBase ? null : why(assessed),
                hasBase ? "/api/" + context.tenant() + "/indicators/" + figure(assessed) + "/rows?" + query : "",
                hasBase ? "/indicators/" + figure(assessed) + "?" + query : "");
    }

    private String figure(Assessed of) {
        return of.rule().figure();
    }

    private String query(Assessed assessed, String subject) {
        FindingRule finding = assessed.rule().finding();
        return "from=" + period.from() + "&to=" + period.to() + "&" + by().word() + "="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                + (finding == null ? "" : "&" + AssessmentFigures.FINDING.word() + "=" + finding.name());
    }

    private LocalizedMessage why(Assessed of) {
        if (known.containsKey(figure(of))) {
            return words(isCountable(of) ? "assessment.no-rows" : "assessment.no-dimension");
        }
        return words("assessment.no-figure");
    }

    private LocalizedMessage words(String key) {
        return LocalizedMessage.of(AssessmentCounting.class, key);
    }

    /** The same with the digests of the rows behind each line. */
    Score digested(Score score) {
        return new Score(
                score.subject(),
                score.name(),
                score.system(),
                score.marks(),
                score.total(),
                score.vetoed(),
                score.rank(),
                score.lines().stream()
                        .map(line -> line.points() == null
                                ? line
                                : line.with(digest(Assessed.of(line.key()).orElseThrow(), score.subject())))
                        .toList());
    }

    private String digest(Assessed assessed, String subject) {
        Scope scope = scope(assessed).with(by(), subject);
        List<String> keys = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Row> page =
                    indicators.rows(figure(assessed), scope, PageRequest.of(ROWS, cursor.orElse(null)), platform);
            page.items().forEach(row -> keys.add(row.key()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent() && keys.size() < MOST_ROWS);
        return Digests.sha256(String.join("\n", keys));
    }

    /** Those who are assessed, by what scopes name them: departments at the centre at its end, open windows. */
    static Map<String, String> subjects(AssessmentPeriod period, AssessmentSubject of, Rows rows, UnitOfWork unit) {
        Map<String, String> names = new LinkedHashMap<>();
        if (of == AssessmentSubject.WINDOW) {
            rows.windows().all(Optional.empty(), SUBJECTS, unit).stream()
                    .filter(each -> !each.isClosed())
                    .forEach(each -> names.put(each.id(), each.name()));
            return names;
        }
        LocalDate today = unit.context().today();
        LocalDate day = period.to().isAfter(today) ? today : period.to();
        rows.stationings().all(Optional.empty(), SUBJECTS, unit).stream()
                .filter(each -> each.holds(day))
                .forEach(each -> names.put(each.department(), each.department()));
        return names;
    }
}
