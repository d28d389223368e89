package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Everything that is missing is told at once (R1-05). */
final class Corrections {
    private Corrections() {}

    /**
     * Checks a notice against those that this centre gave before.
     *
     * @return whether it lists something new, which a chief representative has answered for
     * @throws ProblemException {@link CaseError#SECOND_NOTICE}
     */
    static boolean check(List<CorrectionView> earlier, String centre, NotifyCorrection notice, Actor actor) {
        Set<String> told = earlier.stream()
                .filter(correction -> correction.centre().equals(centre))
                .flatMap(correction -> correction.items().stream())
                .map(Corrections::target)
                .collect(Collectors.toSet());
        boolean first =
                earlier.stream().noneMatch(correction -> correction.centre().equals(centre));
        List<FieldProblem> added = first ? List.of() : newItems(notice.items(), told);
        if (added.isEmpty()) {
            return false;
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
        return true;
    }

    private static List<FieldProblem> newItems(List<CorrectionItem> items, Set<String> told) {
        return IntStream.range(0, items.size())
                .filter(i -> !told.contains(target(items.get(i))))
                .mapToObj(i -> new FieldProblem(
                        "items[" + i + "].target", LocalizedMessage.of(Corrections.class, "notice.item-new")))
                .toList();
    }

    private static String target(CorrectionItem item) {
        return item.target().strip().toLowerCase(Locale.ROOT);
    }
}
