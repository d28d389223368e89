package org.yichuang.journal.internal.health;

import java.util.List;
import org.yichuang.journal.api.Epochs;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Has somebody put an older database under the house? What is between centres waits until that is said. */
class EpochCheck extends ModuleCheck {
    private static final int MOST = 20;

    private final Epochs epochs;

    EpochCheck(Epochs epochs) {
        super("epoch", DOCTOR);
        this.epochs = epochs;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = epochs.setBack().stream()
                .limit(MOST)
                .map(tenant -> Finding.fail(Messages.of("epoch-set-back", tenant), Messages.of("epoch-set-back-advice"))
                        .at(tenant))
                .toList();
        return findings.isEmpty() ? List.of(Finding.ok(Messages.of("epoch-ok"))) : findings;
    }
}
