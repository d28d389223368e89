package org.yichuang.fees.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeReport;
import org.yichuang.fees.internal.FeeYear;
import org.yichuang.fees.internal.ReportServices;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** What the ledger adds up to: by unit and fee item, by window, and of a year. */
@Path("/{tenant}/fees/report")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private final ReportServices reports;

    public ReportResource(ReportServices reports) {
        this.reports = reports;
    }

    /**
     * Sums of some days, in fen.
     *
     * @param due what was to be paid: demanded, less what was voided and relieved
     */
    public record Sums(
            String unit,
            String feeItem,
            boolean sum,
            Long cases,
            long billed,
            long relieved,
            long voided,
            long due,
            long paid,
            long refunded,
            long settled) {
        static Sums of(FeeReport.Line line, Long cases) {
            return new Sums(
                    line.unit(),
                    line.fee(),
                    line.isSum(),
                    cases,
                    line.of(EntryKind.BILLED),
                    line.of(EntryKind.RELIEVED),
                    line.of(EntryKind.VOIDED),
                    line.due(),
                    line.paid(),
                    line.of(EntryKind.REFUNDED, EntryKind.RETURNED),
                    line.of(EntryKind.SETTLED));
        }
    }

    /**
     * A report.
     *
     * @param units a line for each fee item of a unit, one for each unit behind them, and one for all at the end
     * @param windows a line for each department whose windows have demanded something
     */
    public record OfDays(LocalDate from, LocalDate to, List<Sums> units, List<Sums> windows) {}

    /** Of some days; of this month until today where none are named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public OfDays of(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to, @Context CallContext context) {
        LocalDate last = to == null ? context.today() : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        return new OfDays(
                first,
                last,
                reports.report().of(first, last, context).stream()
                        .map(line -> Sums.of(line, null))
                        .toList(),
                reports.report().windows(first, last, context).stream()
                        .map(window -> Sums.of(window.sums(), window.cases()))
                        .toList());
    }

    /** Of a year; of this one where none is named. */
    @GET
    @Path("year")
    @RequiresPermission(FeePermission.LEDGER)
    public FeeYear.Sums year(@QueryParam("year") Integer year, @Context CallContext context) {
        return reports.year().of(yearOf(year, context), context);
    }

    static int yearOf(Integer named, CallContext context) {
        return named == null ? context.today().getYear() : named;
    }
}
