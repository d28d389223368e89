package org.yichuang.journal.internal.health;

import java.util.List;
import org.yichuang.journal.internal.DatabaseOutbox;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Has a message been found that is not what was written? */
class MessageCheck extends ModuleCheck {
    private final DatabaseOutbox outbox;

    MessageCheck(DatabaseOutbox outbox) {
        super("messages", DOCTOR);
        this.outbox = outbox;
    }

    @Override
    protected List<Finding> look() {
        List<String> altered = outbox.altered();
        return List.of(
                altered.isEmpty()
                        ? Finding.ok(Messages.of("messages-ok"))
                        : Finding.fail(
                                Messages.of("messages-altered", String.join(", ", altered)),
                                Messages.of("messages-altered-advice")));
    }
}
