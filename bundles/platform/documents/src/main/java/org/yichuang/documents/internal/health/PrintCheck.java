package org.yichuang.documents.internal.health;

import java.time.Duration;
import java.util.List;
import org.yichuang.documents.internal.PendingDocuments;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are there issued documents whose files are not made? */
class PrintCheck extends ModuleCheck {
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final int NAMED = 3;

    private final PendingDocuments pending;

    PrintCheck(PendingDocuments pending) {
        super("documents", DOCTOR);
        this.pending = pending;
    }

    @Override
    protected List<Finding> look() {
        List<String> stuck = pending.stuck(LATE, NAMED);
        return List.of(
                stuck.isEmpty()
                        ? Finding.ok(LocalizedMessage.of(PrintCheck.class, "print-check.none"))
                        : Finding.fail(
                                LocalizedMessage.of(PrintCheck.class, "print-check.stuck", String.join(", ", stuck)),
                                LocalizedMessage.of(PrintCheck.class, "print-check.look")));
    }
}
