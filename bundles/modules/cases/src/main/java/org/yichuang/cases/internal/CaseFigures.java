package org.yichuang.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.view.FigureRow;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.tenancy.api.Tenants;

/** The manager's figures: nothing but the rows of the cases that were handed in within some days, to be counted. */
public class CaseFigures {
    private static final int MOST = 5000;
    private final Transactions transactions;
    private final CaseDesk desk;
    private final Tenants tenants;

    public CaseFigures(Transactions transactions, CaseDesk desk, Tenants tenants) {
        this.transactions = transactions;
        this.desk = desk;
        this.tenants = tenants;
    }

    /** Returns the cases that were handed in, or transferred here, within the last days, today included. */
    public List<FigureRow> rows(int days, CallContext context) {
        DivisionCode division = tenants.get(context.tenant()).division();
        LocalDate today = context.today();
        String from = CaseNumbers.from(division, today.minusDays(days - 1L));
        String before = CaseNumbers.from(division, today.plusDays(1));
        Timetable timetable = new Timetable(tenants, context.tenant(), today);
        return transactions.read(context, unit -> desk.cases(unit).between(from, before, MOST).stream()
                .filter(file -> isSeen(file, context))
                .map(file -> row(file, timetable, context))
                .toList());
    }

    /** Counts what was handed in, or transferred here, today, by where it stands now. */
    public Map<CaseState, Long> today(CallContext context) {
        DivisionCode division = tenants.get(context.tenant()).division();
        String from = CaseNumbers.from(division, context.today());
        String before = CaseNumbers.from(division, context.today().plusDays(1));
        return transactions.read(
                context,
                unit -> desk.cases(unit).count(from, before, context.actor().department()));
    }

    private static boolean isSeen(CaseFile file, CallContext context) {
        String department = context.actor().department();
        return department.isEmpty() || department.equals(file.department());
    }

    private static FigureRow row(CaseFile file, Timetable timetable, CallContext context) {
        boolean done = file.state().isEnd();
        boolean late = timetable.of(file).stream()
                .anyMatch(clock -> clock.state().equals("MISSED") && clock.centre().equals(context.tenant().value()));
        boolean overdue = !done && file.due().filter(due -> due.isBefore(context.today())).isPresent();
        return new FigureRow(
                file.number(),
                file.submission().item().name(),
                file.submission().applicant().name(),
                file.state(),
                day(file.receivedAt()),
                file.progress().acceptance() == null ? null : day(file.progress().acceptance().at()),
                file.progress().decision() == null ? null : day(file.progress().decision().at()),
                done,
                late,
                overdue);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CallContext.ZONE).toLocalDate();
    }
}
