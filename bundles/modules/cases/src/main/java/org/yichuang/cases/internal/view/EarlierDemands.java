package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;

/**
 * What a centre has demanded before and what of that is still missing: another notice repeats it in the same words.
 *
 * @param isFirst whether it has given no notice yet
 * @param open what is still missing
 */
public record EarlierDemands(boolean isFirst, List<CorrectionItem> open) {
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
        return new EarlierDemands(own.isEmpty(), List.copyOf(open));
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
