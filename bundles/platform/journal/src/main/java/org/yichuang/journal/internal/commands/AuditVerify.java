package org.yichuang.journal.internal.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Verifies the audit trail of a centre, or of all. */
@Command(scope = "audit", name = "verify", description = "Verifies the audit trail of a centre, or of all (校验审计链)")
@Service
public class AuditVerify extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(TrailCompleter.class)
    String centre;

    @Option(name = "--all", description = "All centres (所有中心)")
    boolean all;

    @Option(name = "--daily", description = "Only what has come since the last proof (只校验上次以后的记录)")
    boolean daily;

    @Reference
    Journal journal;

    @Override
    protected CommandResult run() {
        if (all == (centre != null)) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, words("centre-or-all"));
        }
        Collection<TenantId> centres =
                all ? directory().centres() : List.of(directory().centre(centre));
        List<Row> rows = new ArrayList<>();
        TextTable table = new TextTable(
                words("centre"),
                words("result"),
                words("chains"),
                words("entries"),
                words("anchors"),
                words("covers"),
                words("purged"),
                words("absent"),
                words("break"));
        for (TenantId id : centres) {
            Journal.Verification found = daily ? journal.verifyRecent(id) : journal.verify(id);
            rows.add(new Row(id.value(), found));
            table.row(
                    id,
                    TextTable.label(found.sound() ? words("sound") : words("broken")),
                    found.chains(),
                    found.entries(),
                    found.anchors(),
                    TextTable.label(
                            found.since() == 0
                                    ? words("covers-all")
                                    : words("covers-since", Long.toString(found.since()))),
                    found.purged(),
                    String.join(", ", found.absent()),
                    found.firstBreak());
        }
        CommandResult result = CommandResult.of(rows, table, words("no-centres"));
        return rows.stream()
                .filter(row -> !row.result().sound())
                .findFirst()
                .map(row -> broken(result, row))
                .orElse(result);
    }

    /** What the break is has been said in Chinese and English already. */
    private CommandResult broken(CommandResult result, Row row) {
        return new CommandResult(
                result.data(),
                result.answer(),
                Optional.of(wording -> wording.sentence(words("trail-broken")) + ": " + row.centre() + ": "
                        + row.result().firstBreak()));
    }

    /** A verification for programs. */
    record Row(String centre, Journal.Verification result) {}
}
