package org.yichuang.journal.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.journal.api.WaitingMessages.Standing;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Shows a message that is not what was written, and seals it as it stands when the person who has looked says so. */
@Command(
        scope = "audit",
        name = "seal",
        description = "Shows a waiting message, or seals it as it stands, by fingerprint and reason (查看或重新封存消息)")
@Service
public class AuditSeal extends CentreCommand {
    @Argument(index = 0, name = "centre", required = true, description = "The centre (中心)")
    @Completion(TrailCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", required = true, description = "The message (消息)")
    String id;

    @Argument(index = 2, name = "fingerprint", description = "Of what you have looked at (查看过的内容的指纹)")
    String fingerprint;

    @Argument(index = 3, name = "reason", description = "Why it is to leave as it stands (理由)")
    String reason;

    @Reference
    WaitingMessages messages;

    @Override
    protected CommandResult run() {
        if (fingerprint != null && reason == null) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("seal-needs-reason"));
        }
        if (fingerprint != null) {
            messages.seal(id, fingerprint, reason, changing(centre));
            return CommandResult.of(new Sealed(id, fingerprint), words("sealed", id));
        }
        Standing standing = messages.standing(id, reading(directory().centre(centre)));
        TextTable table = new TextTable(
                words("message"),
                words("receiver"),
                words("aggregate"),
                words("sequence"),
                words("kind"),
                words("state"),
                words("intact"),
                words("fingerprint"));
        table.row(
                id,
                standing.message().receiver(),
                standing.message().aggregateId(),
                standing.message().sequence(),
                standing.message().type(),
                standing.state().name(),
                TextTable.label(words(standing.intact() ? "yes" : "no")),
                standing.fingerprint());
        return CommandResult.of(Row.of(standing), table, words("nothing-held"));
    }

    /** What stands there, for programs; what it says may be encrypted, and is not shown. */
    record Row(
            String id,
            String receiver,
            String aggregate,
            long sequence,
            String type,
            String state,
            boolean intact,
            String fingerprint) {
        static Row of(Standing standing) {
            return new Row(
                    standing.message().id(),
                    standing.message().receiver(),
                    standing.message().aggregateId(),
                    standing.message().sequence(),
                    standing.message().type(),
                    standing.state().name(),
                    standing.intact(),
                    standing.fingerprint());
        }
    }

    /** What was sealed, for programs. */
    record Sealed(String sealed, String fingerprint) {}
}
