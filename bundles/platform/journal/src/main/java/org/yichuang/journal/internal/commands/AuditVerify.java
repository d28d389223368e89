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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Verifies the audit trail of a centre, or of all. */
@Command(scope = "audit", name = "verify", description = "Verifies the audit trail of a centre, or of all (校验审计链)")
@Service
public class AuditVerify extends CentreCommand {
    private static final Logger LOG = LoggerFactory.getLogger(AuditVerify.class);

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
            Row row = verified(id);
            rows.add(row);
            if (row.failure().isEmpty()) {
                addTo(table, row);
            } else {
                table.row(id, TextTable.label(words("not-verified")), "", "", "", "", "", "", row.failure());
            }
        }
        CommandResult result = CommandResult.of(rows, table, words("no-centres"));
        return failed(rows)
                .map(why -> new CommandResult(result.data(), result.answer(), Optional.of(why)))
                .orElse(result);
    }

    /** One centre whose trail cannot be verified keeps no other from being verified. */
    private Row verified(TenantId id) {
        return ForeignCode.call(
                () -> new Row(id.value(), daily ? journal.verifyRecent(id) : journal.verify(id), ""), failure -> {
                    LOG.error("The trail of {} could not be verified", id, failure);
                    return new Row(id.value(), null, failure.toString());
                });
    }

    private void addTo(TextTable table, Row row) {
        Journal.Verification found = row.result();
        table.row(
                row.centre(),
                TextTable.label(found.sound() ? words("sound") : words("broken")),
                found.chains(),
                found.entries(),
                found.anchors(),
                TextTable.label(
                        found.since() == 0 ? words("covers-all") : words("covers-since", Long.toString(found.since()))),
                found.purged(),
                String.join(", ", found.absent()),
                found.firstBreak());
    }

    /** A broken trail first; what the break is has been said in Chinese and English already. */
    private Optional<CommandResult.Text> failed(List<Row> rows) {
        Optional<Row> broken = rows.stream()
                .filter(row -> row.failure().isEmpty() && !row.result().sound())
                .findFirst();
        if (broken.isPresent()) {
            return Optional.of(wording -> wording.sentence(words("trail-broken")) + ": "
                    + broken.get().centre() + ": " + broken.get().result().firstBreak());
        }
        List<String> unverified = rows.stream()
                .filter(row -> !row.failure().isEmpty())
                .map(Row::centre)
                .toList();
        return unverified.isEmpty()
                ? Optional.empty()
                : Optional.of(wording ->
                        wording.sentence(words("trails-not-verified")) + ": " + String.join(", ", unverified));
    }

    /**
     * A verification for programs.
     *
     * @param result absent when it failed
     * @param failure why it failed, else empty
     */
    record Row(String centre, Journal.Verification result, String failure) {}
}
