package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * The examination inside of the organ, before its pre-review or decision: somebody examines and somebody else verifies
 * it; two of the staff go and see (R1-11, R1-18). Each centre examines for itself; what has been seen below has been
 * seen.
 */
public final class ExaminationWork {
    /** Nobody plans a survey later than a year from now. */
    private static final int MOST_DAYS_AHEAD = 366;

    private ExaminationWork() {}

    /** The command that a step of a kind is. */
    public static CaseCommand command(ExaminationKind kind) {
        return switch (kind) {
            case REVIEW, VERIFICATION -> CaseCommand.EXAMINE;
            case SURVEY_ASSIGNMENT -> CaseCommand.ASSIGN_SURVEY;
            case SITE_SURVEY -> CaseCommand.SURVEY;
        };
    }

    /** Takes a step. */
    public static Done examine(CaseFile file, ExaminationRequest request, CommandContext now) {
        return examine(file, null, request, now);
    }

    /**
     * Takes a step.
     *
     * @param branch in a branch of a joint case, before its department says what it thinks; null for none
     */
    public static Done examine(CaseFile file, String branch, ExaminationRequest request, CommandContext now) {
        Act act = Act.begin(file, command(request.kind()), now);
        if (branch != null) {
            BranchWork.requireSilent(act, branch);
        }
        requireSaid(request);
        ExaminationFact fact =
                switch (request.kind()) {
                    case REVIEW -> reviewed(act, branch, request);
                    case VERIFICATION -> verified(act, branch, request);
                    case SURVEY_ASSIGNMENT, SITE_SURVEY -> surveyed(act, branch, request);
                };
        Impartiality.requireNoPresider(act, fact.staff());
        act.progress.examinations.add(fact);
        act.note(request.kind().name());
        act.detail("examination", request.kind().name());
        act.detail("round", Integer.toString(fact.round()));
        act.detail(
                "recommendation",
                fact.recommendation() == null ? null : fact.recommendation().name());
        act.text("surveyors", String.join(",", fact.staff()));
        act.text("place", fact.place());
        act.detail("surveyedOn", fact.day() == null ? null : fact.day().toString());
        act.detail("department", fact.department());
        if (branch != null) {
            BranchWork.actedIn(act, branch);
        }
        return act.finish();
    }

    private static void requireSaid(ExaminationRequest request) {
        List<FieldProblem> problems = new ArrayList<>();
        boolean isWeighed = request.kind() == ExaminationKind.REVIEW || request.kind() == ExaminationKind.VERIFICATION;
        if (isWeighed && request.recommendation() == null) {
            problems.add(problem("recommendation", "examination.recommendation-missing"));
        }
        if (request.recommendation() == Recommendation.RETURN && request.kind() != ExaminationKind.VERIFICATION) {
            problems.add(problem("recommendation", "examination.only-verified-returns"));
        }
        if (request.kind() != ExaminationKind.SURVEY_ASSIGNMENT && isBlank(request.opinion())) {
            problems.add(problem("opinion", "examination.opinion-missing"));
        }
        if (request.kind() == ExaminationKind.SITE_SURVEY && isBlank(request.place())) {
            problems.add(problem("place", "survey.place-missing"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, problems.get(0).message(), problems);
        }
    }

    private static ExaminationFact reviewed(Act act, String branch, ExaminationRequest request) {
        if (waiting(act.progress, branch).isPresent()) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(ExaminationWork.class, "examination.waits"));
        }
        return fact(act, branch, request, List.of(), rounds(act.progress, branch) + 1);
    }

    private static ExaminationFact verified(Act act, String branch, ExaminationRequest request) {
        ExaminationFact review = waiting(act.progress, branch)
                .orElseThrow(() -> new ProblemException(
                        CaseError.CASE_STATE, LocalizedMessage.of(ExaminationWork.class, "examination.none-waits")));
        if (act.now.actor().account().equals(review.account())) {
            throw new ProblemException(
                    CaseError.DUTIES_SEPARATE, LocalizedMessage.of(ExaminationWork.class, "duties.verification"));
        }
        return fact(act, branch, request, List.of(), review.round());
    }

    private static ExaminationFact surveyed(Act act, String branch, ExaminationRequest request) {
        List<String> staff = staff(act, branch, request);
        boolean isSeen = request.kind() == ExaminationKind.SITE_SURVEY;
        if (staff.size() < ExaminationFact.FEWEST_SURVEYORS) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "staff",
                    LocalizedMessage.of(ExaminationWork.class, "survey.two", ExaminationFact.FEWEST_SURVEYORS));
        }
        requirePossible(act, request, isSeen);
        LocalDate seen = isSeen && request.day() != null ? request.day() : act.now.today();
        if (branch == null) {
            act.progress.replace(clock -> clock.kind() == ClockKind.SURVEY && clock.isRunning()
                    ? clock.endedOn(seen, act.now.today(), act.now.calendar())
                    : clock);
        } else {
            act.progress.branches.replaceAll(each -> each.id().equals(branch) ? each.seen(seen, act.now) : each);
        }
        return fact(act, branch, request, staff, surveys(act, branch) + 1);
    }

    /** Who has been assigned goes, where nobody else is named. */
    private static List<String> staff(Act act, String branch, ExaminationRequest request) {
        List<String> named =
                request.staff().stream().map(String::strip).distinct().toList();
        if (!named.isEmpty() || request.kind() == ExaminationKind.SURVEY_ASSIGNMENT) {
            return named;
        }
        return assigned(act.progress, branch, act.now.centre())
                .map(ExaminationFact::staff)
                .orElse(List.of());
    }

    /** Who was sent last by a centre; they are sent still when the rest is examined anew. */
    private static Optional<ExaminationFact> assigned(Progress progress, String branch, String centre) {
        return progress.examinations.stream()
                .filter(each ->
                        each.kind() == ExaminationKind.SURVEY_ASSIGNMENT && each.isAt(centre) && each.isOf(branch))
                .reduce((first, second) -> second);
    }

    /** Nobody has seen anything on a day that is to come, or before the application was there. */
    private static void requirePossible(Act act, ExaminationRequest request, boolean isSeen) {
        LocalDate received = CommandContext.day(act.file.receivedAt());
        LocalDate day = request.day();
        LocalDate first = isSeen ? received : act.now.today();
        LocalDate last = isSeen ? act.now.today() : act.now.today().plusDays(MOST_DAYS_AHEAD);
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "day",
                    isSeen
                            ? LocalizedMessage.of(ExaminationWork.class, "survey.day", received, act.now.today())
                            : LocalizedMessage.of(ExaminationWork.class, "survey.day-to-come", first, last));
        }
    }

    private static ExaminationFact fact(
            Act act, String branch, ExaminationRequest request, List<String> staff, int round) {
        boolean isSeen = request.kind() == ExaminationKind.SITE_SURVEY;
        return new ExaminationFact(
                request.kind(),
                round,
                act.now.centre(),
                branch == null
                        ? act.file.department()
                        : BranchWork.facts(act.file, branch).department(),
                request.recommendation(),
                request.opinion(),
                staff,
                isSeen ? request.place() : null,
                isSeen && request.day() == null ? act.now.today() : request.day(),
                act.now.actor().name(),
                act.now.actor().account(),
                act.now.at(),
                branch);
    }

    /** Takes what the centre below has told of its examinations beside what is this centre's own. */
    static void told(Act act, List<ExaminationFact> below) {
        List<ExaminationFact> all = new ArrayList<>(act.progress.examinations.stream()
                .filter(own -> own.isAt(act.now.centre()))
                .toList());
        Stream.ofNullable(below)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(told -> !told.isAt(act.now.centre()))
                .skip(Math.max(0, size(below) - ExaminationFact.MOST))
                .forEach(told -> keep(act, told, all));
        all.sort(Comparator.comparing(ExaminationFact::at));
        act.progress.examinations = all;
        begin(act.progress);
    }

    private static int size(List<ExaminationFact> below) {
        return below == null ? 0 : below.size();
    }

    private static void keep(Act act, ExaminationFact told, List<ExaminationFact> all) {
        if (told.isTold()) {
            all.add(told.bounded());
        } else {
            act.leftOut();
        }
    }

    /** From here on the organ examines for what it is to do next: what was verified before was for something else. */
    static void begin(Progress progress) {
        progress.examinedFrom = progress.examinations.size();
    }

    /** What has come after it was examined is examined as well, before this organ does what it is to do next. */
    static void beginAgain(Act act) {
        if (act.row.next() == CaseState.ACCEPTED) {
            begin(act.progress);
        }
    }

    /** Whether somebody has still to be sent to see. */
    static boolean isSurveyAwaited(Submission submission, Progress progress) {
        return submission.item().examination().siteVisit() && !isSurveyed(progress, null);
    }

    private static boolean isSurveyed(Progress progress, String branch) {
        return progress.examinations.stream()
                .anyMatch(each -> each.kind() == ExaminationKind.SITE_SURVEY && each.isOf(branch));
    }

    /** What has still to be done before this organ's pre-review or decision, as the item demands. */
    public static List<ExaminationKind> outstanding(Submission submission, Progress progress, String centre) {
        return outstanding(submission.item().examination(), null, progress, centre);
    }

    /** The same before a department of a joint case says what it thinks of its branch. */
    public static List<ExaminationKind> outstanding(BranchFacts branch, Progress progress, String centre) {
        return outstanding(branch.examination(), branch.id(), progress, centre);
    }

    private static List<ExaminationKind> outstanding(
            Examination demanded, String branch, Progress progress, String centre) {
        List<ExaminationKind> outstanding = new ArrayList<>();
        if (demanded.siteVisit() && !isSurveyed(progress, branch)) {
            if (assigned(progress, branch, centre).isEmpty()) {
                outstanding.add(ExaminationKind.SURVEY_ASSIGNMENT);
            }
            outstanding.add(ExaminationKind.SITE_SURVEY);
        }
        if (demanded.review()) {
            Optional<ExaminationFact> last = last(progress, branch);
            boolean isVerified = last.filter(ExaminationWork::isSettled).isPresent();
            if (!isVerified && waiting(progress, branch).isEmpty()) {
                outstanding.add(ExaminationKind.REVIEW);
            }
            if (!isVerified) {
                outstanding.add(ExaminationKind.VERIFICATION);
            }
        }
        return outstanding;
    }

    /** Refuses what waits for an examination that the item demands, unless a gate says who else has examined it. */
    static void require(Act act) {
        require(act, outstanding(act.submission, act.progress, act.now.centre()));
    }

    /** The same of what a department says of its branch. */
    static void require(Act act, BranchFacts branch) {
        require(act, outstanding(branch, act.progress, act.now.centre()));
    }

    private static void require(Act act, List<ExaminationKind> demanded) {
        // Who else has examined it stands for the review alone: where the item has it seen, two of the staff have to go
        boolean isReviewed = act.now.vouched().isExamined();
        List<ExaminationKind> outstanding = demanded.stream()
                .filter(kind ->
                        isReviewed ? kind == ExaminationKind.SITE_SURVEY : kind != ExaminationKind.SURVEY_ASSIGNMENT)
                .toList();
        if (!outstanding.isEmpty()) {
            LocalizedMessage names = LocalizedMessage.list(
                    outstanding.stream().map(ExaminationKind::label).toList());
            throw new ProblemException(
                    CaseError.EXAMINATION_OUTSTANDING,
                    LocalizedMessage.of(ExaminationWork.class, "examination.outstanding", names),
                    outstanding.stream()
                            .map(kind -> new FieldProblem(
                                    "examination." + kind.name(),
                                    LocalizedMessage.of(
                                            ExaminationWork.class, "examination.outstanding.one", kind.label())))
                            .toList());
        }
    }

    /** What this centre has examined for what it is to do next; a department all since it was last given anything. */
    private static Stream<ExaminationFact> present(Progress progress, String branch) {
        if (branch == null) {
            return progress.examinations.stream().skip(progress.examinedFrom).filter(each -> each.isOf(null));
        }
        Optional<Instant> given = progress.branches.stream()
                .filter(each -> each.id().equals(branch))
                .flatMap(each -> Stream.ofNullable(each.reopenedAt()))
                .findFirst();
        return progress.examinations.stream()
                .filter(each -> each.isOf(branch))
                .filter(each -> given.isEmpty() || each.at().isAfter(given.get()));
    }

    private static Optional<ExaminationFact> last(Progress progress, String branch) {
        return present(progress, branch)
                .filter(each -> each.kind() == ExaminationKind.REVIEW || each.kind() == ExaminationKind.VERIFICATION)
                .reduce((first, second) -> second);
    }

    /** The review that has still to be verified. */
    private static Optional<ExaminationFact> waiting(Progress progress, String branch) {
        return last(progress, branch).filter(each -> each.kind() == ExaminationKind.REVIEW);
    }

    private static boolean isSettled(ExaminationFact last) {
        return last.kind() == ExaminationKind.VERIFICATION && last.recommendation() != Recommendation.RETURN;
    }

    private static int surveys(Act act, String branch) {
        return (int) act.progress.examinations.stream()
                .filter(each ->
                        each.kind() == ExaminationKind.SITE_SURVEY && each.isAt(act.now.centre()) && each.isOf(branch))
                .count();
    }

    private static int rounds(Progress progress, String branch) {
        return (int) present(progress, branch)
                .filter(each -> each.kind() == ExaminationKind.REVIEW)
                .count();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static FieldProblem problem(String field, String key) {
        return new FieldProblem(field, LocalizedMessage.of(ExaminationWork.class, key));
    }
}
