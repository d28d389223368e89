package org.yichuang.shell.internal.desks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.Tenant;

/** The audit trail. */
public class AuditDesk {
    private final Desk desk;

    public AuditDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Verifies one centre's trail, or all.
     *
     * @param centre null for all
     */
    public Sheet verify(String centre, boolean all) {
        if (all == (centre != null)) {
            throw new ProblemException(
                    CommonError.PARAMETER_UNREADABLE, "请给出一个中心，或者 --all", "Name one centre, or say --all");
        }
        Journal journal = desk.need(Journal.class, "journal");
        List<TenantId> centres = all
                ? desk.tenants().all().stream().map(Tenant::id).toList()
                : List.of(desk.tenant(centre).id());
        List<View> views = new ArrayList<>();
        TextTable table = new TextTable("中心 Centre", "结果 Result", "链 Chains", "记录 Entries", "锚 Anchors", "断点 Break");
        for (TenantId id : centres) {
            Journal.Verification found = journal.verify(id);
            views.add(new View(id.value(), found));
            table.row(
                    id,
                    found.sound() ? "完好 sound" : "损坏 FAIL",
                    found.chains(),
                    found.entries(),
                    found.anchors(),
                    found.firstBreak());
        }
        Sheet sheet = Sheet.of(views, table, "");
        Optional<View> broken =
                views.stream().filter(view -> !view.result().sound()).findFirst();
        return broken.map(view -> sheet.failing("审计链损坏 / The audit trail is broken: " + view.centre() + ": "
                        + view.result().firstBreak()))
                .orElse(sheet);
    }

    /** A verification for programs. */
    record View(String centre, Journal.Verification result) {}
}
