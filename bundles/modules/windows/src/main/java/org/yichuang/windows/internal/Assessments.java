package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePlainMark;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.AssessmentCounting.Asked;
import org.yichuang.windows.internal.AssessmentCounting.Counted;
import org.yichuang.windows.internal.AssessmentCounting.Figures;
import org.yichuang.windows.internal.AssessmentSubjects.Subject;
import org.yichuang.windows.internal.AssessmentViews.AssessmentView;
import org.yichuang.windows.internal.AssessmentViews.SchemeLineView;
import org.yichuang.windows.internal.AssessmentViews.SchemeView;
import org.yichuang.windows.internal.AssessmentViews.ScoreView;
import org.yichuang.windows.internal.AssessmentViews.SheetView;
import org.yichuang.windows.internal.domain.Assessed;
import org.yichuang.windows.internal.domain.Assessment;
import org.yichuang.windows.internal.domain.AssessmentPeriod;
import org.yichuang.windows.internal.domain.AssessmentPolicy;
import org.yichuang.windows.internal.domain.Mark;
import org.yichuang.windows.internal.domain.Scheme;
import org.yichuang.windows.internal.domain.Score;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.AssessmentRows;
import org.yichuang.windows.internal.persistence.DeductionRows;
import org.yichuang.windows.internal.persistence.MarkRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** How well windows and departments do: a hundred points from figures and marks, by a formula that is public. */
public class Assessments {
    private static final int WHOLE = 100;

    private final Transactions transactions;
    private final Rows rows;
    private final Figures figures;
    private final Departments departments;
    private final Clocked clocked;

    Assessments(Transactions transactions, Rows rows, Figures figures, Departments departments, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.figures = figures;
        this.departments = departments;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(
            AssessmentRows assessments,
            MarkRows marks,
            DeductionRows deductions,
            AssessmentSubjects subjects,
            StaffRows staff) {}

    /** Returns the formula. */
    @NeedsNoPermission("the formula of the assessment is public")
    public SchemeView scheme(CallContext context) {
        Scheme scheme = scheme(context.today(), context);
        return new SchemeView(
                formula(scheme.mix()),
                scheme.mix(),
                scheme.parts().stream().map(Assessments::shown).toList());
    }

    /** That of the year of a day. */
    private Scheme scheme(LocalDate day, CallContext context) {
        Tenant centre = clocked.centre(context.tenant());
        return Scheme.of(AssessmentPolicy.mix(centre), WindowsIndicators.targets(day.getYear(), centre));
    }

    private static SchemeLineView shown(Scheme.Part part) {
        Assessed its = Assessed.of(part.key()).orElseThrow();
        return new SchemeLineView(
                its.category(),
                its.key(),
                its.label(),
                part.weight(),
                its.rule().figure(),
                its.rule().finding(),
                part.floor(),
                part.target(),
                part.step());
    }

    private static LocalizedMessage formula(List<BigDecimal> mix) {
        return LocalizedMessage.of(Assessments.class, "assessment.formula", mix.toArray());
    }

    /**
     * Returns that of a period, as it was published, with the formula by which it was made, else as it is counted now.
     *
     * @param of departments where nothing is said
     * @throws ProblemException {@code fields-invalid} for what is no period
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public AssessmentView of(String period, AssessmentSubject of, CallContext context) {
        context.require(WindowsPermission.VIEW);
        AssessmentPeriod its = period(period);
        Asked asked = asked(its, whom(of), context);
        Optional<Assessment> published = published(asked, context);
        List<Score> scores = published.map(each -> each.held().scores()).orElseGet(() -> counting(asked, context)
                .scores());
        Optional<Scheme> scheme = scheme(published, asked);
        return new AssessmentView(
                its.word(),
                its.from(),
                its.to(),
                asked.of(),
                published.map(each -> each.held().on()).orElse(null),
                scheme.map(each -> formula(each.mix()))
                        .orElseGet(() -> LocalizedMessage.of(Assessments.class, "assessment.formula.unkept")),
                scheme.map(Scheme::mix).orElse(List.of()),
                scores.stream().map(Assessments::shown).toList(),
                published.isPresent()
                        ? AssessmentChanges.comeAndGone(asked, scores, subjects(asked, context))
                        : List.of());
    }

    /** By what it is made; nothing where it was published before that was kept. */
    private static Optional<Scheme> scheme(Optional<Assessment> published, Asked asked) {
        return published.isPresent() ? published.map(each -> each.held().scheme()) : Optional.of(asked.scheme());
    }

    private Asked asked(AssessmentPeriod period, AssessmentSubject of, CallContext context) {
        return new Asked(period, of, scheme(period.to(), context), PresentNames.at(departments, context));
    }

    private AssessmentCounting counting(Asked asked, CallContext context) {
        return new AssessmentCounting(transactions, rows, figures, asked, context);
    }

    private Map<String, Subject> subjects(Asked asked, CallContext context) {
        return transactions.read(
                context.withoutKey(), unit -> rows.subjects().of(asked.period(), asked.of(), asked.names(), unit));
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

    private Optional<Assessment> published(Asked asked, CallContext context) {
        return transactions.read(context, unit -> rows.assessments().find(id(asked), unit));
    }

    private static String id(Asked asked) {
        return Assessment.id(asked.period().word(), asked.of());
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
        Asked asked = asked(period(period), whom(of), context);
        AssessmentCounting counting = counting(asked, context);
        Optional<Assessment> published = published(asked, context);
        List<Score> now = counting.scores();
        Optional<Scheme> scheme = scheme(published, asked);
        Score shown = find(published.map(each -> each.held().scores()).orElse(now), subject, asked)
                .orElseThrow(() -> ProblemException.of(WindowsError.ASSESSMENT_UNKNOWN));
        return new SheetView(
                asked.period().word(),
                asked.of(),
                published.map(each -> each.held().on()).orElse(null),
                shown(shown),
                shown.lines().stream()
                        .flatMap(line -> Assessed.of(line.key()).stream()
                                .map(assessed -> counting.line(assessed, line, shown.subject(), scheme)))
                        .toList(),
                published.isPresent() ? AssessmentChanges.differences(shown, find(now, subject, asked)) : List.of(),
                published.isPresent() ? AssessmentChanges.changes(shown, find(now, subject, asked)) : List.of());
    }

    private static ScoreView shown(Score of) {
        return new ScoreView(of.subject(), of.name(), of.total(), of.system(), of.marks(), of.vetoed(), of.rank());
    }

    private static Optional<Score> find(List<Score> scores, String subject, Asked asked) {
        return scores.stream()
                .filter(each -> asked.subject(each.subject()).equals(asked.subject(subject)))
                .findFirst();
    }

    /**
     * Publishes that of a period that is over: numerators, denominators, the digests of the rows and the formula are
     * kept, all of one state, to which the vetoes belong. Marks are those that are there while nobody marks: a mark is
     * in it, or is refused.
     *
     * @throws ProblemException {@code fields-invalid}, also where figures go on changing or a veto comes, or goes,
     *     during the last count; {@code assessment-known}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public AssessmentView publish(String period, PublishAssessment command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        PublishAssessment given = FieldRules.require(command);
        AssessmentPeriod its = period(period);
        if (!its.to().isBefore(context.today())) {
            throw invalid("period", "assessment.running");
        }
        Asked asked = asked(its, given.of(), context);
        AssessmentCounting counting = counting(asked, context);
        AssessmentCounting.State state = counting.state();
        Counted counted = state.counted();
        Map<String, Map<String, String>> digests = state.digests();
        transactions.write(context, Written.class, unit -> {
            counted.subjects().values().stream()
                    .sorted(Comparator.comparing(each -> each.rows().get(0)))
                    .forEach(each -> rows.subjects().hold(each, asked.of(), unit));
            requireUnpublished(asked, unit);
            counting.requireSameVetoes(counted, unit);
            List<Score> scores = counting.scores(counted, unit).stream()
                    .map(each -> each.digested(digests.getOrDefault(each.subject(), Map.of())))
                    .toList();
            Assessment made = Assessment.published(
                    its.word(),
                    given.of(),
                    new Assessment.Course(scores, context.actor().name(), context.today(), asked.scheme()));
            Map<String, String> details = Map.of("period", its.word());
            rows.assessments().keep(made, "publish", details, "assessment-published", made.changed(), unit);
            return new Written(made.id());
        });
        return of(period, given.of(), context.withoutKey());
    }

    private void requireUnpublished(Asked asked, UnitOfWork unit) {
        if (rows.assessments().find(id(asked), unit).isPresent()) {
            throw ProblemException.of(
                    WindowsError.ASSESSMENT_KNOWN, asked.period().word());
        }
    }

    /**
     * The centre, or its patrol, says what it thinks of one; whoever has said so before changes it.
     *
     * @throws ProblemException {@code fields-invalid}, also for a period that has not begun, {@code
     *     assessment-unknown}, {@code assessment-known} where it was published, {@code not-allowed} for whoever is no
     *     patrol where it is its mark
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public AssessmentView mark(String period, GiveMark command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        GiveMark given = FieldRules.require(command);
        MarkKind kind = Boolean.TRUE.equals(given.daily()) ? MarkKind.DAILY : MarkKind.CENTRE;
        if (kind == MarkKind.DAILY) {
            context.require(WindowsPermission.PATROL);
        }
        return mark(period, given.of(), given.subject(), kind, given.mark(), given.words(), context);
    }

    /**
     * The patrol says what it thinks of one.
     *
     * @throws ProblemException as {@link #mark}
     */
    @RequiresPermission(WindowsPermission.PATROL)
    public AssessmentView markDaily(String period, GivePlainMark command, CallContext context) {
        context.require(WindowsPermission.PATROL);
        GivePlainMark given = FieldRules.require(command);
        return mark(period, given.of(), given.subject(), MarkKind.DAILY, given.mark(), given.words(), context);
    }

    /**
     * Somebody at a window says what they think of another one, or of another department.
     *
     * @throws ProblemException as {@link #mark}, {@code mark-own}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public AssessmentView markPeer(String period, GivePlainMark command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        GivePlainMark given = FieldRules.require(command);
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
        AssessmentPeriod its = period(period);
        if (value < 0 || value > WHOLE) {
            throw invalid("mark", "assessment.mark");
        }
        if (its.from().isAfter(context.today())) {
            throw invalid("period", "assessment.future");
        }
        Asked asked = asked(its, of, context);
        String whose = asked.subject(subject);
        transactions.write(context, Written.class, unit -> {
            Subject found = Optional.ofNullable(
                            rows.subjects().of(its, of, asked.names(), unit).get(whose))
                    .orElseThrow(() -> ProblemException.of(WindowsError.ASSESSMENT_UNKNOWN));
            rows.subjects().hold(found, of, unit);
            requireUnpublished(asked, unit);
            String account = context.actor().account();
            if (kind == MarkKind.PEER) {
                requireOther(asked, whose, account, unit);
            }
            Mark given = marked(asked, whose, kind, account, unit)
                    .orElseGet(() -> Mark.given(its.word(), of, whose, kind, account));
            given.set(value, new Mark.Course(context.actor().name(), words));
            rows.marks().keep(given, "mark", Map.of("subject", whose), "mark-given", given.changed(), unit);
            return new Written(given.id());
        });
        return of(period, of, context.withoutKey());
    }

    /** What somebody has given before, under whatever name the department had then. */
    private Optional<Mark> marked(Asked asked, String subject, MarkKind kind, String account, UnitOfWork unit) {
        Set<String> names = asked.of() == AssessmentSubject.WINDOW
                ? Set.of(subject)
                : asked.names().all(subject);
        return names.stream()
                .flatMap(name ->
                        rows
                                .marks()
                                .held(Mark.id(asked.period().word(), asked.of(), name, kind, account), unit)
                                .stream())
                .findFirst();
    }

    private void requireOther(Asked asked, String subject, String account, UnitOfWork unit) {
        StaffMember who = rows.staff().withAccounts(List.of(account), unit).stream()
                .filter(StaffMember::isAtWindow)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
        boolean isOwn = asked.of() == AssessmentSubject.WINDOW
                ? who.window().equals(subject)
                : who.serves(asked.names().all(subject));
        if (isOwn) {
            throw ProblemException.of(WindowsError.MARK_OWN);
        }
    }
}
