package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Everything that is missing is told at once; another notice repeats what of that is still missing (R1-05). */
public final class Corrections {
    /** The detail of a step that says how many demands the first notice should have told. */
    public static final String LATE = "lateDemands";

    private Corrections() {}

    /**
     * Checks a notice against those that this centre gave before.
     *
     * @param now the application as it is
     * @return how many of its demands the first notice should have told, which a chief representative has answered for
     * @throws ProblemException {@link CaseError#SECOND_NOTICE}
     */
    static int check(
            List<CorrectionView> earlier, Submission now, String centre, NotifyCorrection notice, Actor actor) {
        List<CorrectionView> own = earlier.stream()
                .filter(correction -> correction.centre().equals(centre))
                .toList();
        List<FieldProblem> added = own.isEmpty() ? List.of() : added(notice.items(), own, now);
        if (added.isEmpty()) {
            return 0;
        }
        String reason = notice.overrideReason();
        if (reason == null || reason.isBlank()) {
            throw new ProblemException(
                    CaseError.SECOND_NOTICE,
                    LocalizedMessage.of(Corrections.class, "notice.second-adds-demands"),
                    added);
        }
        if (!Staff.isChief(actor)) {
            throw new ProblemException(
                    CaseError.SECOND_NOTICE,
                    LocalizedMessage.of(Corrections.class, "notice.second-by-chief-only"),
                    added);
        }
        return added.size();
    }

    private static List<FieldProblem> added(List<CorrectionItem> items, List<CorrectionView> own, Submission now) {
        List<FieldProblem> added = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String key = whyNot(items.get(i), own, now);
            if (!key.isEmpty()) {
                added.add(new FieldProblem("items[" + i + "].target", LocalizedMessage.of(Corrections.class, key)));
            }
        }
        return added;
    }

    /** Why a demand cannot be repeated; empty when it can: the last notice that made it counts. */
    private static String whyNot(CorrectionItem item, List<CorrectionView> own, Submission now) {
        for (int i = own.size() - 1; i >= 0; i--) {
            CorrectionView notice = own.get(i);
            for (int k = 0; k < notice.items().size(); k++) {
                if (Demands.isSame(item, notice.items().get(k))) {
                    return Demands.isOpen(notice, k, now) ? "" : "notice.item-supplied";
                }
            }
        }
        return "notice.item-new";
    }

    /**
     * Demands, before an application is not accepted as incomplete, that this centre has told what is missing, that it
     * was answered, and that something is missing still: what is supplied in full has to be accepted, and the law sets
     * no last day for an answer (art. 32; R1-06).
     */
    static void requireUncorrected(Act act) {
        requireUncorrected(act, "outcome");
    }

    /** Demands the same before it is said that something cannot be done now, where it is something that is missing. */
    static void requireTold(Act act, String field) {
        if (last(act).isPresent() || !act.submission.missing().isEmpty()) {
            requireUncorrected(act, field);
        }
    }

    private static void requireUncorrected(Act act, String field) {
        Optional<CorrectionView> last = last(act);
        if (last.isEmpty()) {
            throw refusal(field, "refusal.notice-first");
        }
        if (last.get().answeredAt() == null) {
            throw refusal(field, "refusal.not-answered");
        }
        if (!isMissing(last.get(), act)) {
            throw refusal(field, "refusal.corrected");
        }
    }

    private static Optional<CorrectionView> last(Act act) {
        return act.progress.corrections.stream()
                .filter(notice -> notice.centre().equals(act.now.centre()))
                .reduce((first, second) -> second);
    }

    /** Whether a demand is still to be met; once something was put right on the spot, whether a material is missing. */
    private static boolean isMissing(CorrectionView notice, Act act) {
        boolean isPutRight = act.progress.steps.stream()
                .anyMatch(step ->
                        step.is(CaseCommand.CORRECT_ON_THE_SPOT) && step.at().isAfter(notice.answeredAt()));
        return IntStream.range(0, notice.items().size())
                .anyMatch(i -> isPutRight
                        ? Demands.isMaterialMissing(notice.items().get(i), act.submission)
                        : Demands.isOpen(notice, i, act.submission));
    }

    private static ProblemException refusal(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Corrections.class, key));
    }
}
