package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/**
 * Whoever presides over the hearing of a case has not examined it, and does not afterwards (art. 48, R1-27). They are
 * told apart by account, where that is known, and by name.
 */
final class Impartiality {
    /** The steps in which somebody forms an opinion of a case. */
    private static final Set<String> WEIGHING = Set.of(
            CaseCommand.EXAMINE.word(),
            CaseCommand.SURVEY.word(),
            CaseCommand.PRE_REVIEW.word(),
            CaseCommand.GIVE_OPINION.word());

    private Impartiality() {}

    /** The account of whoever presides: as it is said, or of whoever convenes it and presides themselves. */
    static String account(Act act, HearingRequest request) {
        boolean isSaid =
                request.presiderAccount() != null && !request.presiderAccount().isBlank();
        if (isSaid) {
            return request.presiderAccount().strip();
        }
        return isSame(act.now.actor().name(), request.presider())
                ? act.now.actor().account()
                : null;
    }

    /** Refuses somebody who has examined, surveyed or pre-reviewed the case, or spoken for a department. */
    static void requireOf(Act act, String presider, String account) {
        Stream<String> examiners = act.progress.examinations.stream()
                .flatMap(each -> Stream.concat(Stream.ofNullable(each.by()), each.staff().stream()));
        Stream<String> reviewers = Stream.concat(act.progress.opinions.stream(), reviewedInBranches(act))
                .map(OpinionView::by)
                .filter(Objects::nonNull);
        Stream<String> departments = act.progress.branches.stream()
                .flatMap(branch -> branch.opinions().stream())
                .map(Branch.Opinion::by);
        boolean isNamed = Stream.of(examiners, reviewers, departments)
                .flatMap(names -> names)
                .anyMatch(name -> isSame(name, presider));
        if (isNamed || account != null && hasWeighed(act.progress, account)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "presider",
                    LocalizedMessage.of(Impartiality.class, "hearing.presider"));
        }
    }

    /** What was said here of the members that centres above decide, before their files went up. */
    private static Stream<OpinionView> reviewedInBranches(Act act) {
        return act.progress.branches.stream()
                .map(Branch::above)
                .filter(Objects::nonNull)
                .flatMap(above -> above.reviews().stream());
    }

    private static boolean hasWeighed(Progress progress, String account) {
        Stream<String> examined = progress.examinations.stream().map(ExaminationFact::account);
        Stream<String> taken = progress.steps.stream()
                .filter(step -> WEIGHING.contains(step.command()))
                .map(Progress.StepFact::by);
        return Stream.concat(examined, taken).anyMatch(account::equals);
    }

    private static boolean isSame(String name, String other) {
        return compared(name).equals(compared(other));
    }

    private static String compared(String name) {
        return TextRules.folded(name).replace(" ", "");
    }

    /** The account of whoever presides over the hearing, or has presided, for a step in which an opinion is formed. */
    static Optional<String> barred(CaseCommand command, Progress progress) {
        return BranchHearings.whole(progress)
                .filter(hearing -> WEIGHING.contains(command.word()))
                .map(HearingFact::session)
                .map(HearingFact.Session::account);
    }

    /** Refuses an opinion of whoever presides over the hearing, or has presided, or of those whom they name. */
    static void requireNoPresider(Act act, List<String> others) {
        HearingFact.Session session =
                BranchHearings.whole(act.progress).map(HearingFact::session).orElse(null);
        if (session == null) {
            return;
        }
        Actor actor = act.now.actor();
        boolean isPresider = Stream.concat(Stream.of(actor.name()), others.stream())
                .anyMatch(name -> isSame(name, session.presider()));
        if (isPresider || actor.account().equals(session.account())) {
            throw new ProblemException(
                    CaseError.DUTIES_SEPARATE, LocalizedMessage.of(Impartiality.class, "duties.presider"));
        }
    }
}
