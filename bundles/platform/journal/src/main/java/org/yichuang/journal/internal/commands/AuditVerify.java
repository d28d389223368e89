package org.yichuang.journal.internal.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
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

    @Reference
    Journal journal;

    @Override
    protected CommandResult run() {
        if (all == (centre != null)) {
            throw new ProblemException(
                    CommonError.PARAMETER_UNREADABLE,
                    LocalizedMessage.of(AuditVerify.class, "audit-verify.name-one-centre-say-all"));
        }
        Collection<TenantId> centres =
                all ? directory().centres() : List.of(directory().centre(centre));
        List<Row> rows = new ArrayList<>();
        TextTable table = new TextTable("中心 Centre", "结果 Result", "链 Chains", "记录 Entries", "锚 Anchors", "断点 Break");
        for (TenantId id : centres) {
            Journal.Verification found = journal.verify(id);
            rows.add(new Row(id.value(), found));
            table.row(
                    id,
                    found.sound() ? "完好 sound" : "损坏 FAIL",
                    found.chains(),
                    found.entries(),
                    found.anchors(),
                    found.firstBreak());
        }
        CommandResult result = CommandResult.of(rows, table, "没有中心 / No centres");
        return rows.stream()
                .filter(row -> !row.result().sound())
                .findFirst()
                .map(row -> result.failing("审计链损坏 / The audit trail is broken: " + row.centre() + ": "
                        + row.result().firstBreak()))
                .orElse(result);
    }

    /** A verification for programs. */
    record Row(String centre, Journal.Verification result) {}
}
