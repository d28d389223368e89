package org.yichuang.windows.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseSnapshot;

/**
 * What of a case it depends on who may act.
 *
 * @param department the department that has it
 * @param items its item, and of a bundle the members that it needs: the letter of the department that leads names one
 */
record CaseMatter(String department, Set<CaseItem> items) {
    static CaseMatter of(CaseSnapshot of) {
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
