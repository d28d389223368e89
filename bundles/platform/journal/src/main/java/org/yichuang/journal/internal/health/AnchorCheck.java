package org.yichuang.journal.internal.health;

import java.util.List;
import org.yichuang.journal.internal.AnchorWatch;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are entries anchored? While they are not, they could be removed unseen, and the container is not ready. */
class AnchorCheck extends ModuleCheck {
    private final AnchorWatch watch;

    AnchorCheck(AnchorWatch watch) {
        super("anchors", READY, DOCTOR);
        this.watch = watch;
    }

    @Override
    protected List<Finding> look() {
        if (watch.isBlind()) {
            return List.of(Finding.fail(Messages.of("anchors-blind"), Messages.of("anchors-blind-advice")));
        }
        List<TenantId> overdue = watch.overdue();
        return List.of(
                overdue.isEmpty()
                        ? Finding.ok(Messages.of("anchors-ok"))
                        : Finding.fail(
                                Messages.of("anchors-overdue", Messages.names(overdue)),
                                Messages.of("anchors-overdue-advice")));
    }
}
