package org.yichuang.fees.internal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.FileType;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.ConfirmIncome;
import org.yichuang.fees.internal.FeeCommands.StateIncome;
import org.yichuang.fees.internal.FeeReport;
import org.yichuang.fees.internal.FeeViews.EntryView;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.fees.internal.Reconciliation;
import org.yichuang.fees.internal.ReportServices;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The treasury's report of some days, the days that are closed, the entries under both, and the year. */
@Path("/{tenant}/fees/report")
public class ReportPages {
    private static final String ROOT = "/fees/report";
    private static final int ROWS = 50;

    private final ReportServices reports;
    private final Ledger ledger;
    private final Reconciliation reconciliation;

    ReportPages(ReportServices reports, Ledger ledger, Reconciliation reconciliation) {
        this.reports = reports;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
    }

    /** Of the days from and to which it is asked; of this month until today where none are named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response show(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        LocalDate last = last(call, context);
        LocalDate first = first(call, last, context);
        try {
            return call.render(screen(
                    call,
                    first,
                    last,
                    reports.report().of(first, last, context),
                    reports.report().windows(first, last, context)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, first, last, List.of(), List.of()));
        }
    }

    private static LocalDate last(PageCall call, CallContext context) {
        return FormValues.dayOrToday(call.query("to"), context);
    }

    private static LocalDate first(PageCall call, LocalDate last, CallContext context) {
        return call.query("from").isEmpty()
                ? last.withDayOfMonth(1)
                : FormValues.dayOrToday(call.query("from"), context);
    }

    private Screen screen(
            PageCall call,
            LocalDate first,
            LocalDate last,
            List<FeeReport.Line> lines,
            List<FeeReport.Window> windows) {
        Page<DayView> days = reconciliation.days(
                PageRequest.of(ROWS, call.query("cursor")), call.context().withoutKey());
        return Screen.working(
                        call.ui().t("report.title"),
                        FeePageModule.TEMPLATES.feereport(call.ui(), first, last, lines, windows, days))
                .under(call.ui().t("books.title"), "/fees/books");
    }

    /** The same as a workbook. */
    @GET
    @Path("/file")
    @RequiresPermission(FeePermission.LEDGER)
    public Response file(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        LocalDate last = last(call, context);
        LocalDate first = first(call, last, context);
        byte[] content = reports.file().write(first, last, call.ui().locale(), context);
        return call.file("fees-" + first + "-" + last + ".xlsx", FileType.XLSX.mediaType(), content);
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
                        .under(call.ui().t("report.title"), ROOT));
    }

    /** The year that is named, or this one: what was paid of each kind, and how much of all fees came this way. */
    @GET
    @Path("/year")
    @RequiresPermission(FeePermission.LEDGER)
    public Response year(@Context PageCall call) {
        return call.render(year(call, call.query("year")));
    }

    private Screen year(PageCall call, String named) {
        CallContext context = call.context().withoutKey();
        int thisYear = context.today().getYear();
        int year = named.matches("20\\d\\d") ? Math.min(Integer.parseInt(named), thisYear) : thisYear;
        return Screen.working(
                        call.ui().t("year.of", String.valueOf(year)),
                        FeePageModule.TEMPLATES.feeyear(
                                call.ui(),
                                reports.year().of(year, context),
                                reports.incomes().of(year, context),
                                context))
                .under(call.ui().t("report.title"), ROOT);
    }

    /** Writes down what finance says that the level has got in a month. */
    @POST
    @Path("/incomes")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response state(@Context PageCall call) {
        return step(call, "income-stated", () -> {
            Long fen = FormValues.fen(call.form(), "fen");
            StateIncome said =
                    new StateIncome(call.form().text("month"), fen, call.form().text("source"));
            return reports.incomes().state(said, call.context());
        });
    }

    /** Another person confirms it. */
    @POST
    @Path("/incomes/confirmation")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response confirm(@Context PageCall call) {
        return step(call, "income-confirmed", () -> {
            String seen = call.form().text("seen");
            ConfirmIncome confirmed = new ConfirmIncome(
                    seen.isEmpty() ? null : FormValues.number(seen, "seen").intValue());
            return reports.incomes().confirm(call.form().text("confirmed"), confirmed, call.context());
        });
    }

    private Response step(PageCall call, String done, Supplier<?> taken) {
        String year = call.form().text("year");
        try {
            taken.get();
            return call.redirect(ROOT + "/year?year=" + year, done);
        } catch (ProblemException e) {
            return call.redisplay(e, year(call, year));
        }
    }
}
