package org.yichuang.linkage.internal.health;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.internal.TakenOff;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is what comes over a broker taken off its queues by this container, as nobody can ever take it? */
class TakenOffCheck extends ModuleCheck {
    private final TakenOff takenOff;

    TakenOffCheck(TakenOff takenOff) {
        super("taken-off", DOCTOR);
        this.takenOff = takenOff;
    }

    @Override
    protected List<Finding> look() {
        return List.of(takenOff.lately()
                .map(lately -> Finding.warn(
                        LocalizedMessage.of(TakenOffCheck.class, "taken-off-check.some", lately.many(), lately.last()),
                        LocalizedMessage.of(TakenOffCheck.class, "taken-off-check.mend")))
                .orElseGet(() -> Finding.ok(LocalizedMessage.of(TakenOffCheck.class, "taken-off-check.none"))));
    }
}
