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
 * @param items its item, and of a bundle the members that it needs: the letter of the department that leads names the
 *     bundle, or a member that it examines itself
 */
record CaseMatter(String department, Set<CaseItem> items) {
    /** An item of a department that no case is about yet. */
    static CaseMatter of(String department, String item) {
        return new CaseMatter(department, Set.of(new CaseItem("", item, 0, "")));
    }

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

    /** A member of a bundle: its department examines it, on its item alone. */
    static CaseMatter of(CaseItem member) {
        return new CaseMatter(member.department(), Set.of(member));
    }

    /** The codes of the items that are the department's own: what another has of a bundle lets nobody act for it. */
    Set<String> codes(Set<String> names) {
        return items.stream()
                .filter(item -> item.department().isEmpty() || names.contains(item.department()))
                .map(CaseItem::code)
                .collect(Collectors.toSet());
    }
}
