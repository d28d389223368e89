package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;

/**
 * What a centre has demanded before and what of that is still missing: another notice repeats it in the same words.
 *
 * @param isFirst whether it has given no notice yet
 * @param open what is still missing
 * @param isUncorrected whether the last notice was answered, and something of it is missing still
 */
public record EarlierDemands(boolean isFirst, List<CorrectionItem> open, boolean isUncorrected) {
    /** What stands before the name of a field of the form in a demand. */
    public static final String FIELD = "form.";

    /** The demands of a centre. */
    public static EarlierDemands of(CaseView view, String centre) {
        List<CorrectionView> own = view.corrections().stream()
                .filter(notice -> notice.centre().equals(centre) && notice.answeredAt() != null)
                .toList();
        List<CorrectionItem> open = new ArrayList<>();
        for (CorrectionView notice : own) {
            for (int i = 0; i < notice.items().size(); i++) {
                CorrectionItem demand = notice.items().get(i);
                open.remove(demand);
                if (i >= notice.answers().size() || !notice.answers().get(i).supplied()) {
                    open.add(demand);
                }
            }
        }
        boolean waits = view.state() == CaseState.CORRECTING;
        boolean isUncorrected = !waits
                && own.stream()
                        .reduce((first, last) -> last)
                        .filter(last -> last.items().stream().anyMatch(open::contains))
                        .isPresent();
        return new EarlierDemands(own.isEmpty(), List.copyOf(open), isUncorrected);
    }

    /** What an answer answers now: the last notice, or where the case has gone on without, the last open one. */
    public static Optional<CorrectionView> askedNow(CaseView view) {
        boolean hasGoneOn =
                view.state() == CaseState.FORWARDED || view.branches().stream().anyMatch(BranchView::asks);
        return view.corrections().stream()
                .filter(notice -> !hasGoneOn || notice.answeredAt() == null)
                .reduce((first, last) -> last);
    }

    /**
     * Why a case may not be accepted, in the words of the command: that something is missing only where it was told,
     * was answered, and is missing still; a case from another centre is only handed back.
     */
    public List<String> grounds(CaseView view) {
        return view.lower() != null || isUncorrected
                ? List.of("NOT_NEEDED", "NOT_COMPETENT", "INCOMPLETE")
                : List.of("NOT_NEEDED", "NOT_COMPETENT");
    }

    /** Whether something is still missing of a target. */
    public boolean isOpen(String target) {
        return open.stream().anyMatch(demand -> demand.target().equalsIgnoreCase(target));
    }

    /** The words in which it was demanded, or the usual ones. */
    public String words(String target, String usual) {
        return open.stream()
                .filter(demand -> demand.target().equalsIgnoreCase(target))
                .map(CorrectionItem::demand)
                .findFirst()
                .orElse(usual);
    }

    /** A line of one's own that was demanded; empty for none. */
    public String line(int index, List<Material> materials, List<FormField> fields) {
        return open.stream()
                .filter(demand ->
                        materials.stream().noneMatch(material -> material.code().equalsIgnoreCase(demand.target()))
                                && fields.stream().noneMatch(field -> (FIELD + field.name()).equals(demand.target())))
                .skip(index)
                .map(CorrectionItem::demand)
                .findFirst()
                .orElse("");
    }
}
