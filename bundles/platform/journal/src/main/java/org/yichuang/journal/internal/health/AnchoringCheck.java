package org.yichuang.journal.internal.health;

import java.util.List;
import org.yichuang.journal.internal.AnchorWatch;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/**
 * Does the anchoring work at all? While it does not, entries could be removed unseen, and the container is not ready. A
 * centre that is stuck by itself is named by {@link AnchorCheck}: no other is taken out of service for it.
 */
class AnchoringCheck extends ModuleCheck {
    private final AnchorWatch watch;

    AnchoringCheck(AnchorWatch watch) {
        super("anchoring", READY, DOCTOR);
        this.watch = watch;
    }

    @Override
    protected List<Finding> look() {
        if (watch.isBlind()) {
            return List.of(Finding.fail(Messages.of("anchors-blind"), Messages.of("anchors-blind-advice")));
        }
        return List.of(
                watch.isStuck()
                        ? Finding.fail(Messages.of("anchors-stuck"), Messages.of("anchors-overdue-advice"))
                        : Finding.ok(Messages.of("anchoring-ok")));
    }
}
