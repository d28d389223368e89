package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePeerMark;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.AssessmentViews.AssessmentView;
import org.yichuang.windows.internal.AssessmentViews.DifferenceView;
import org.yichuang.windows.internal.AssessmentViews.SchemeLineView;
import org.yichuang.windows.internal.AssessmentViews.SchemeView;
import org.yichuang.windows.internal.AssessmentViews.ScoreView;
import org.yichuang.windows.internal.AssessmentViews.SheetView;
import org.yichuang.windows.internal.domain.Assessed;
import org.yichuang.windows.internal.domain.Assessment;
import org.yichuang.windows.internal.domain.AssessmentPeriod;
import org.yichuang.windows.internal.domain.AssessmentPolicy;
import org.yichuang.windows.internal.domain.Mark;
import org.yichuang.windows.internal.domain.Score;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.AssessmentRows;
import org.yichuang.windows.internal.persistence.DeductionRows;
import org.yichuang.windows.internal.persistence.MarkRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.StationingRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** How well windows and departments do: a hundred points from figures and marks, by a formula that is public. */
public class Assessments {
    private static final int WHOLE = 100;

    private final Transactions transactions;
    private final Rows rows;
    private final Indicators indicators;
    private final Clocked clocked;

    Assessments(Transactions transactions, Rows rows, Indicators indicators, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.indicators = indicators;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(
            AssessmentRows assessments,
            MarkRows marks,
            DeductionRows deductions,
            StationingRows stationings,
            WindowRows windows,
            StaffRows staff) {}

    /** Returns the formula. */
    @NeedsNoPermission("the formula of the assessment is public")
    public SchemeView scheme(CallContext context) {
        List<BigDecimal> mix = AssessmentPolicy.mix(clocked.centre(context.tenant()));
        return new SchemeView(
                formula(mix),
                mix,
                Stream.of(Assessed.values())
                        .map(each -> new SchemeLineView(
                                each.category(),
                                each.key(),
                                each.label(),
                                each.weight(),
                                each.rule().figure(),
                                each.rule().finding(),
                                each.rule().floor(),
                                each.rule().target(),
                                each.rule().step()))
                        .toList());
    }

    private static LocalizedMessage formula(List<BigDecimal> mix) {
        return LocalizedMessage.of(Assessments.class, "assessment.formula", mix.toArray());
    }

    /**
     * Returns that of a period, as it was published, else as it is counted now.
     *
     * @param of departments where nothing is said
     * @throws ProblemException {@code fields-invalid} for what is no period
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public AssessmentView of(String period, AssessmentSubject of, CallContext context) {
        context.require(WindowsPermission.VIEW);
        AssessmentPeriod asked = period(period);
        AssessmentSubject whom = whom(of);
        Optional<Assessment> published = published(asked, whom, context);
        List<Score> scores = published.map(each -> each.held().scores()).orElseGet(() -> counting(asked, whom, context)
                .scores());
        return new AssessmentView(
                asked.word(),
                asked.from(),
                asked.to(),
                whom,
                published.map(each -> each.held().on()).orElse(null),
                formula(AssessmentPolicy.mix(clocked.centre(context.tenant()))),
                scores.stream().map(Assessments::shown).toList());
    }

    private AssessmentCounting counting(AssessmentPeriod period, AssessmentSubject of, CallContext context) {
        List<BigDecimal> mix = AssessmentPolicy.mix(clocked.centre(context.tenant()));
        return new AssessmentCounting(transactions, rows, indicators, mix, period, of, context);
    }

    private static AssessmentSubject whom(AssessmentSubject of) {
        return of == null ? AssessmentSubject.DEPARTMENT : of;
    }

    private static AssessmentPeriod period(String word) {
        return AssessmentPeriod.of(word).orElseThrow(() -> invalid("period", "assessment.period"));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Assessments.class, key));
    }

    private Optional<Assessment> published(AssessmentPeriod period, AssessmentSubject of, CallContext context) {
        return transactions.read(context, unit -> rows.assessments().find(Assessment.id(period.word(), of), unit));
    }

    /**
     * Returns what was counted for one, each line with the place of its rows; of what was published, what has changed
     * since.
     *
     * @throws ProblemException {@code fields-invalid}, {@code assessment-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public SheetView sheet(String period, AssessmentSubject of, String subject, CallContext context) {
        context.require(WindowsPermission.VIEW);
        AssessmentPeriod asked = period(period);
        AssessmentSubject whom = whom(of);
        AssessmentCounting counting = counting(asked, whom, context);
        Optional<Assessment> published = published(asked, whom, context);
        List<Score> now = counting.scores();
        Score shown = find(published.map(each -> each.held().scores()).orElse(now), subject)
                .orElseThrow(() -> ProblemException.of(WindowsError.ASSESSMENT_UNKNOWN));
        return new SheetView(
                asked.word(),
                whom,
                published.map(each -> each.held().on()).orElse(null),
                shown(shown),
                shown.lines().stream()
                        .flatMap(line -> Assessed.of(line.key()).stream()
                                .map(assessed -> counting.line(assessed, line, shown.subject())))
                        .toList(),
                published.isPresent() ? differences(shown, find(now, subject)) : List.of());
    }

    private static ScoreView shown(Score of) {
        return new ScoreView(of.subject(), of.name(), of.total(), of.system(), of.marks(), of.vetoed(), of.rank());
    }

    private static Optional<Score> find(List<Score> scores, String subject) {
        return scores.stream().filter(each -> each.subject().equals(subject)).findFirst();
    }

    private static List<DifferenceView> differences(Score said, Optional<Score> now) {
        Map<String, Score.Line> present = now.map(Score::lines).orElse(List.of()).stream()
                .collect(Collectors.toMap(Score.Line::key, Function.identity()));
        List<DifferenceView> all = new ArrayList<>();
        for (Score.Line line : said.lines()) {
            Score.Line its = present.get(line.key());
            Optional<Assessed> assessed = Assessed.of(line.key());
            if (its != null
                    && assessed.isPresent()
                    && (its.numerator() != line.numerator() || its.denominator() != line.denominator())) {
                all.add(new DifferenceView(
                        line.key(),
                        assessed.get().label(),
                        line.numerator(),
                        line.denominator(),
                        its.numerator(),
                        its.denominator()));
            }
        }
        return all;
    }

    /**
     * Publishes that of a period that is over: numerators, denominators and the digests of the rows are kept.
     *
     * @throws ProblemException {@code fields-invalid}, {@code assessment-known}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public AssessmentView publish(String period, PublishAssessment command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        PublishAssessment given = FieldRules.require(command);
        AssessmentPeriod asked = period(period);
        if (!asked.to().isBefore(context.today())) {
            throw invalid("period", "assessment.running");
        }
        AssessmentCounting counting = counting(asked, given.of(), context);
        List<Score> scores = counting.scores().stream().map(counting::digested).toList();
        transactions.write(context, Written.class, unit -> {
            String id = Assessment.id(asked.word(), given.of());
            if (rows.assessments().held(id, unit).isPresent()) {
                throw ProblemException.of(WindowsError.ASSESSMENT_KNOWN, asked.word());
            }
            Assessment made = Assessment.published(
                    asked.word(),
                    given.of(),
                    new Assessment.Course(scores, context.actor().name(), context.today()));
            rows.assessments()
                    .keep(
                            made,
                            "publish",
                            Map.of("period", asked.word()),
                            "assessment-published",
                            made.changed(),
                            unit);
            return new Written(id);
        });
        return of(period, given.of(), context.withoutKey());
    }

    /**
     * The centre, or its patrol, says what it thinks of one; whoever has said so before changes it.
     *
     * @throws ProblemException {@code fields-invalid}, {@code assessment-unknown}, {@code assessment-known} where it
     *     was published
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public AssessmentView mark(String period, GiveMark command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        GiveMark given = FieldRules.require(command);
        MarkKind kind = Boolean.TRUE.equals(given.daily()) ? MarkKind.DAILY : MarkKind.CENTRE;
        return mark(period, given.of(), given.subject(), kind, given.mark(), given.words(), context);
    }

    /**
     * Somebody at a window says what they think of another one, or of another department.
     *
     * @throws ProblemException as {@link #mark}, {@code mark-own}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public AssessmentView markPeer(String period, GivePeerMark command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        GivePeerMark given = FieldRules.require(command);
        return mark(period, given.of(), given.subject(), MarkKind.PEER, given.mark(), given.words(), context);
    }

    private AssessmentView mark(
            String period,
            AssessmentSubject of,
            String subject,
            MarkKind kind,
            int value,
            String words,
            CallContext context) {
        AssessmentPeriod asked = period(period);
        if (value < 0 || value > WHOLE) {
            throw invalid("mark", "assessment.mark");
        }
        transactions.write(context, Written.class, unit -> {
            if (rows.assessments().find(Assessment.id(asked.word(), of), unit).isPresent()) {
                throw ProblemException.of(WindowsError.ASSESSMENT_KNOWN, asked.word());
            }
            if (!AssessmentCounting.subjects(asked, of, rows, unit).containsKey(subject)) {
                throw ProblemException.of(WindowsError.ASSESSMENT_UNKNOWN);
            }
            String account = context.actor().account();
            if (kind == MarkKind.PEER) {
                requireOther(of, subject, account, unit);
            }
            Mark its = rows.marks()
                    .held(Mark.id(asked.word(), of, subject, kind, account), unit)
                    .orElseGet(() -> Mark.given(asked.word(), of, subject, kind, account));
            its.set(value, new Mark.Course(context.actor().name(), words));
            rows.marks().keep(its, "mark", Map.of("subject", subject), "mark-given", its.changed(), unit);
            return new Written(its.id());
        });
        return of(period, of, context.withoutKey());
    }

    private void requireOther(AssessmentSubject of, String subject, String account, UnitOfWork unit) {
        StaffMember who = rows.staff().withAccounts(List.of(account), unit).stream()
                .filter(StaffMember::isAtWindow)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
        boolean isOwn = of == AssessmentSubject.WINDOW ? who.window().equals(subject) : who.serves(Set.of(subject));
        if (isOwn) {
            throw ProblemException.of(WindowsError.MARK_OWN);
        }
    }
}
