package org.yichuang.fees.internal.web;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeReport;
import org.yichuang.fees.internal.FeeViews.EntryView;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.fees.internal.Reconciliation;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The treasury's report of some days, the days that are closed, and the entries under both. */
@Path("/{tenant}/fees/report")
public class ReportPages {
    private static final int ROWS = 50;

    private final FeeReport report;
    private final Ledger ledger;
    private final Reconciliation reconciliation;

    ReportPages(FeeReport report, Ledger ledger, Reconciliation reconciliation) {
        this.report = report;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
    }

    /** Of the days from and to which it is asked; of this month until today where none are named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response show(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        LocalDate last = FormValues.dayOrToday(call.query("to"), context);
        LocalDate first = call.query("from").isEmpty()
                ? last.withDayOfMonth(1)
                : FormValues.dayOrToday(call.query("from"), context);
        try {
            return call.render(screen(call, first, last, report.of(first, last, context)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, first, last, List.of()));
        }
    }

    private Screen screen(PageCall call, LocalDate first, LocalDate last, List<FeeReport.Line> lines) {
        Page<DayView> days = reconciliation.days(
                PageRequest.of(ROWS, call.query("cursor")), call.context().withoutKey());
        return Screen.working(
                        call.ui().t("report.title"),
                        FeePageModule.TEMPLATES.feereport(call.ui(), first, last, lines, days))
                .under(call.ui().t("books.title"), "/fees/books");
    }

    /** The entries of the ledger, the newest first. */
    @GET
    @Path("/entries")
    @RequiresPermission(FeePermission.LEDGER)
    public Response entries(@Context PageCall call) {
        Page<EntryView> page = ledger.entries(
                PageRequest.of(ROWS, call.query("cursor")), call.context().withoutKey());
        return call.render(
                Screen.working(call.ui().t("entries.title"), FeePageModule.TEMPLATES.feeentries(call.ui(), page))
                        .under(call.ui().t("report.title"), "/fees/report"));
    }
}
