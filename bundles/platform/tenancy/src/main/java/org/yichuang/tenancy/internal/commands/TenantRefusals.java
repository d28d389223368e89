package org.yichuang.tenancy.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.OperatorCommand;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.Tenants;

/** Lists refused configurations and why. */
@Command(scope = "tenant", name = "refusals", description = "Lists refused configurations and why (被拒绝的配置)")
@Service
public class TenantRefusals extends OperatorCommand {
    @Reference
    Tenants tenants;

    @Override
    protected CommandResult run() {
        List<Tenants.Refusal> refusals = tenants.refusals();
        TextTable table = new TextTable(words("file"), words("key"), words("reason"));
        refusals.forEach(refusal -> table.row(refusal.source(), refusal.key(), refusal.message()));
        return CommandResult.of(refusals.stream().map(Row::of).toList(), table, words("no-refusals"));
    }

    /** A refused configuration for programs. */
    record Row(String source, String key, String zh, String en) {
        static Row of(Tenants.Refusal refusal) {
            return new Row(
                    refusal.source(),
                    refusal.key(),
                    refusal.message().zh(),
                    refusal.message().en());
        }
    }
}
