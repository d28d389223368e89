package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.AssessmentSubjects.Subject;
import org.yichuang.windows.internal.AssessmentViews.SheetLineView;
import org.yichuang.windows.internal.Assessments.Rows;
import org.yichuang.windows.internal.domain.Assessed;
import org.yichuang.windows.internal.domain.AssessmentPeriod;
import org.yichuang.windows.internal.domain.Deduction;
import org.yichuang.windows.internal.domain.Mark;
import org.yichuang.windows.internal.domain.Measured;
import org.yichuang.windows.internal.domain.Scheme;
import org.yichuang.windows.internal.domain.Score;
import org.yichuang.windows.internal.domain.Scoring;

/** What is counted for a period, as of now: each figure once, for all who are assessed. */
class AssessmentCounting {
    private static final int DECIMALS = 2;
    private static final int TIMES = 3;

    private final Transactions transactions;
    private final Rows rows;
    private final Figures figures;
    private final Asked asked;
    private final CallContext context;
    private final CallContext platform;
    private final Map<String, IndicatorDefinition> known;

    AssessmentCounting(Transactions transactions, Rows rows, Figures figures, Asked asked, CallContext context) {
        this.transactions = transactions;
        this.rows = rows;
        this.figures = figures;
        this.asked = asked;
        this.context = context.withoutKey();
        platform = CallContext.system(context.tenant(), context.at(), context.requestId());
        known = figures.indicators().all(platform).stream()
                .collect(Collectors.toMap(IndicatorDefinition::id, Function.identity()));
    }

    /**
     * Where figures are.
     *
     * @param grouped those that can say the keys of all their rows at once, by their ids
     */
    record Figures(Indicators indicators, Map<String, GroupedKeys> grouped) {}

    /**
     * What is asked for.
     *
     * @param scheme by which it is made
     * @param names what departments are called now
     */
    record Asked(AssessmentPeriod period, AssessmentSubject of, Scheme scheme, PresentNames names) {
        /** The same subject, under whatever name it is written down. */
        String subject(String written) {
            return of == AssessmentSubject.WINDOW ? written : names.of(written);
        }
    }

    /**
     * Who is assessed, and what is counted of each.
     *
     * @param vetoed who has a confirmed violation of attitude
     */
    record Counted(Map<String, Subject> subjects, Map<String, Map<Assessed, Measured>> measured, Set<String> vetoed) {}

    /** What is counted, and the digests of the rows of which it is. */
    record State(Counted counted, Map<String, Map<String, String>> digests) {}

    private Dimension by() {
        return asked.of() == AssessmentSubject.WINDOW ? Dimension.WINDOW : Dimension.DEPARTMENT;
    }

    private Scope scope(Assessed of) {
        Scope all = Scope.all(new Period(asked.period().from(), asked.period().to()));
        FindingRule finding = of.rule().finding();
        return finding == null ? all : all.with(AssessmentFigures.FINDING, finding.name());
    }

    private boolean isCountable(Assessed of) {
        IndicatorDefinition figure = known.get(of.rule().figure());
        return figure != null && figure.dimensions().contains(by());
    }

    Counted counted() {
        Map<String, Map<Assessed, Measured>> measured = new LinkedHashMap<>();
        Map<String, Subject> subjects =
                transactions.read(context, unit -> rows.subjects().of(asked.period(), asked.of(), asked.names(), unit));
        Set<String> vetoed = transactions.read(context, this::vetoed);
        subjects.keySet().forEach(subject -> measured.put(subject, new EnumMap<>(Assessed.class)));
        for (Assessed each : Assessed.values()) {
            if (isCountable(each)) {
                count(each, measured);
            }
        }
        return new Counted(subjects, measured, vetoed);
    }

    /**
     * What is counted with the digests of its rows. Figures are counted one after the other: what is counted again
     * after the digests, vetoes included, has to be the same, or all is done anew.
     *
     * @throws ProblemException {@code fields-invalid} where figures of the period go on changing
     */
    State state() {
        Counted before = counted();
        for (int times = 0; times < TIMES; times++) {
            State found = new State(before, digests(before));
            Counted after = counted();
            if (after.equals(before)) {
                return found;
            }
            before = after;
        }
        throw changing();
    }

    private ProblemException changing() {
        return ProblemException.field(CommonError.FIELDS_INVALID, "period", words("assessment.changing"));
    }

    /**
     * Vetoes are read before figures are counted: one that came, or went, since the last count read them is not in it.
     *
     * @throws ProblemException {@code fields-invalid} where they are others now
     */
    void requireSameVetoes(Counted counted, UnitOfWork unit) {
        if (!vetoed(unit).equals(counted.vetoed())) {
            throw changing();
        }
    }

    List<Score> scores() {
        Counted counted = counted();
        return transactions.read(context, unit -> scores(counted, unit));
    }

    /** What was counted, with the marks that are there now. */
    List<Score> scores(Counted counted, UnitOfWork unit) {
        Map<String, Map<MarkKind, BigDecimal>> marks = marks(unit);
        return Scoring.ranked(counted.subjects().entrySet().stream()
                .map(each -> Scoring.of(
                        each.getKey(),
                        each.getValue().name(),
                        counted.measured().get(each.getKey()),
                        marks.getOrDefault(each.getKey(), Map.of()),
                        asked.scheme(),
                        counted.vetoed().contains(each.getKey())))
                .toList());
    }

    /** A number that nobody has is 0; a rate of nothing has no base. */
    private void count(Assessed each, Map<String, Map<Assessed, Measured>> counted) {
        IndicatorReport report =
                figures.indicators().report(each.rule().figure(), scope(each), Optional.of(by()), platform);
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

    private Map<String, Map<MarkKind, BigDecimal>> marks(UnitOfWork unit) {
        List<Mark> all = rows.marks().of(asked.period().word(), asked.of(), unit);
        Map<String, Map<MarkKind, List<Mark>>> parts = all.stream()
                .collect(Collectors.groupingBy(
                        mark -> asked.subject(mark.subject()), Collectors.groupingBy(Mark::kind)));
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

    private Set<String> vetoed(UnitOfWork unit) {
        List<Deduction> found =
                rows.deductions().between(asked.period().from(), asked.period().to(), unit);
        return found.stream()
                .filter(each -> each.rule() == FindingRule.ATTITUDE && each.counts(context.today()))
                .map(each -> asked.of() == AssessmentSubject.WINDOW ? each.window() : asked.subject(each.department()))
                .collect(Collectors.toSet());
    }

    SheetLineView line(Assessed assessed, Score.Line line, String subject, Optional<Scheme> scheme) {
        boolean hasBase = line.points() != null;
        Optional<Scheme.Part> part = scheme.flatMap(each -> each.part(line.key()));
        String query = query(assessed, subject);
        return new SheetLineView(
                line.category(),
                line.key(),
                assessed.label(),
                line.value(),
                line.numerator(),
                line.denominator(),
                line.weight(),
                part.map(Scheme.Part::floor).orElse(null),
                part.map(Scheme.Part::target).orElse(null),
                part.map(Scheme.Part::step).orElse(null),
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
        return "from=" + asked.period().from() + "&to=" + asked.period().to() + "&" + by().word() + "="
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

    /** The digests of the rows behind each line that has any base, by subject. */
    Map<String, Map<String, String>> digests(Counted counted) {
        Map<String, Map<String, String>> digests = new HashMap<>();
        for (Assessed each : Assessed.values()) {
            Map<String, List<String>> keys = isCountable(each) ? grouped(each) : Map.of();
            counted.measured().forEach((subject, its) -> {
                if (its.getOrDefault(each, Measured.NONE).hasBase()) {
                    List<String> rowsOf = figures.grouped().containsKey(figure(each))
                            ? keys.getOrDefault(subject, List.of())
                            : keys(each, subject);
                    digests.computeIfAbsent(subject, any -> new HashMap<>())
                            .put(each.key(), Digests.sha256(String.join("\n", rowsOf)));
                }
            });
        }
        return digests;
    }

    /** Of a figure that can say them at once, in the order of its rows. */
    private Map<String, List<String>> grouped(Assessed of) {
        GroupedKeys figure = figures.grouped().get(figure(of));
        if (figure == null) {
            return Map.of();
        }
        Map<String, List<String>> keys = new HashMap<>();
        transactions
                .read(platform, unit -> figure.keys(by(), scope(of), unit))
                .forEach((written, its) -> keys.computeIfAbsent(asked.subject(written), any -> new ArrayList<>())
                        .addAll(its));
        keys.values().forEach(Collections::sort);
        return keys;
    }

    /** Of any other figure, part by part: all of them. */
    private List<String> keys(Assessed of, String subject) {
        Scope scope = scope(of).with(by(), subject);
        List<String> keys = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            PageRequest next = PageRequest.of(PageRequest.MAXIMUM, cursor.orElse(null));
            Page<Row> page = figures.indicators().rows(figure(of), scope, next, platform);
            page.items().forEach(row -> keys.add(row.key()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        return keys;
    }
}
