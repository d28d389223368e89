package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Two pages of one person that write to the same draft. */
final class DraftConflicts {
    private DraftConflicts() {}

    /** Refuses to write over what another page of the same person has kept since this one was shown, and tells it. */
    static Draft requireSame(String basis, Draft present, Map<String, String> typed) {
        if (basis == null || basis.equals(present.basis())) {
            return present;
        }
        List<FieldProblem> others = new ArrayList<>();
        present.fields().forEach((name, kept) -> {
            if (typed.containsKey(name) && !typed.get(name).equals(kept)) {
                others.add(new FieldProblem(
                        name,
                        LocalizedMessage.of(
                                ApplyPages.class,
                                kept.isEmpty() ? "draft.left-empty-elsewhere" : "draft.filled-in-elsewhere",
                                kept)));
            }
        });
        if (others.isEmpty()) {
            return present;
        }
        throw new ProblemException(
                CommonError.CHANGED_MEANWHILE,
                LocalizedMessage.of(ApplyPages.class, "draft.changed-elsewhere"),
                others);
    }
}
