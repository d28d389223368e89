package org.yichuang.windows.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.GateQuestion;

/**
 * What of a case it depends on who may act.
 *
 * @param department the department that has it
 * @param items its item, and of a bundle the members that it needs: the letter of the department that leads names one
 */
record CaseMatter(String department, Set<CaseItem> items) {
    /** In a branch of a joint case its department acts, on its item alone; a party that is only heard has none. */
    static CaseMatter of(GateQuestion asked) {
        GateQuestion.Branch branch = asked.branch();
        return branch == null
                ? of(asked.before())
                : new CaseMatter(branch.department(), branch.item() == null ? Set.of() : Set.of(branch.item()));
    }

    private static CaseMatter of(CaseSnapshot of) {
        return new CaseMatter(
                of.department(), all(new CaseItem(of.owner(), of.item(), of.itemVersion(), of.itemName()), of.items()));
    }

    static CaseMatter of(CaseRecord of) {
        return new CaseMatter(
                of.department(), all(new CaseItem(of.owner(), of.item(), of.itemVersion(), of.itemName()), of.items()));
    }

    private static Set<CaseItem> all(CaseItem first, List<CaseItem> others) {
        Set<CaseItem> all = new LinkedHashSet<>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    /** The codes of the items. */
    Set<String> codes() {
        return items.stream().map(CaseItem::code).collect(Collectors.toSet());
    }
}
