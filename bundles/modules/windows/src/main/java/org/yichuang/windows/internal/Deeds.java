package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Period;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.DeedViews.DeedView;
import org.yichuang.windows.internal.DeedViews.LedgerLineView;
import org.yichuang.windows.internal.DeedViews.LedgerView;
import org.yichuang.windows.internal.DeedViews.ProposalView;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.Deed;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.Ticket;
import org.yichuang.windows.internal.domain.WorkingHours;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.DeedRows;
import org.yichuang.windows.internal.persistence.QueueRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.TicketRows;

/**
 * What windows do for people besides their work, counted by themselves (M-WIN-14): the platform sees whom a window has
 * served after hours, and who has come by appointment on a day off; the clerk confirms it.
 */
public class Deeds {
    private static final int TICKETS = 1000;
    private static final int DAYS_BACK = 7;
    private static final Set<DeedKind> SEEN = EnumSet.of(DeedKind.BOOKED, DeedKind.OVERTIME);

    private final Transactions transactions;
    private final Rows rows;
    private final Clocked clocked;

    Deeds(Transactions transactions, Rows rows, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(DeedRows deeds, StaffRows staff, TicketRows tickets, BookingRows bookings, QueueRows queues) {}

    /**
     * Returns what was seen at one's own window on a day, and is not in the ledger yet; today where none is said.
     *
     * @throws ProblemException {@code staff-unknown} for whoever sits at no window
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public List<ProposalView> proposals(LocalDate day, CallContext context) {
        context.require(WindowsPermission.SERVE);
        LocalDate asked = day == null ? context.today() : day;
        return transactions.read(context, unit -> {
            List<ProposalView> seen = new ArrayList<>();
            for (ProposalView each : seen(own(unit), asked, unit)) {
                if (rows.deeds().find(each.id(), unit).isEmpty()) {
                    seen.add(each);
                }
            }
            return seen;
        });
    }

    private StaffMember own(UnitOfWork unit) {
        return rows.staff().withAccounts(List.of(unit.context().actor().account()), unit).stream()
                .filter(StaffMember::isAtWindow)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
    }

    private List<ProposalView> seen(StaffMember of, LocalDate day, UnitOfWork unit) {
        Now now = clocked.now(unit);
        boolean isWorkday = now.calendar().isWorkday(day);
        LocalTime end = WorkingHours.of(now.centre()).pmTo();
        Set<String> booked = isWorkday ? Set.of() : booked(day, unit);
        List<ProposalView> seen = new ArrayList<>();
        for (Ticket ticket : rows.tickets().done(of.window(), day, TICKETS, unit)) {
            if (booked.contains(ticket.id())) {
                seen.add(proposal(DeedKind.BOOKED, ticket));
            } else if (!isWorkday || isAfter(ticket, end)) {
                seen.add(proposal(DeedKind.OVERTIME, ticket));
            }
        }
        return seen;
    }

    private static boolean isAfter(Ticket ticket, LocalTime end) {
        return ticket.servedTo()
                .filter(at -> at.atZone(CallContext.ZONE).toLocalTime().isAfter(end))
                .isPresent();
    }

    private static ProposalView proposal(DeedKind kind, Ticket ticket) {
        return new ProposalView(kind.name() + "-" + ticket.id(), kind, ticket.day(), ticket.id());
    }

    private Set<String> booked(LocalDate day, UnitOfWork unit) {
        Set<String> tickets = new HashSet<>();
        for (Booking each : rows.bookings().of(day, "", BookingRows.MOST, unit)) {
            if (each.state() == BookingState.ARRIVED) {
                tickets.add(each.held().ticket());
            }
        }
        return tickets;
    }

    /**
     * Takes something that was seen at one's own window into the ledger.
     *
     * @param id of the proposal
     * @throws ProblemException {@code deed-proposal-unknown}, {@code deed-known}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public DeedView confirm(String id, CallContext context) {
        context.require(WindowsPermission.SERVE);
        transactions.write(context, Written.class, unit -> {
            StaffMember by = own(unit);
            LocalDate first = context.today().minusDays(DAYS_BACK);
            ProposalView found = first.datesUntil(context.today().plusDays(1))
                    .flatMap(day -> seen(by, day, unit).stream())
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(WindowsError.DEED_PROPOSAL_UNKNOWN));
            if (rows.deeds().held(id, unit).isPresent()) {
                throw ProblemException.of(WindowsError.DEED_KNOWN);
            }
            Deed.Course course = new Deed.Course(by.name(), found.of(), "", "");
            keep(Deed.done(id, found.kind(), found.day(), by, course), unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    /**
     * Writes down something that the platform cannot see.
     *
     * @throws ProblemException {@code staff-unknown}, {@code fields-invalid}, also for a kind that is not
     *     {@link #byHand}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public DeedView record(RecordDeed command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        RecordDeed given = FieldRules.require(command);
        LocalDate day = given.day() == null ? context.today() : given.day();
        if (day.isAfter(context.today())) {
            throw invalid("day", "deed.day");
        }
        if (!byHand(context).contains(given.kind())) {
            throw invalid("kind", "deed.seen");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            StaffMember by = own(unit);
            Deed.Course course = new Deed.Course(by.name(), "", given.caseNumber(), given.note());
            Deed made = Deed.done(Ids.next(context.at()), given.kind(), day, by, course);
            keep(made, unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    /**
     * Returns the kinds that are written down. Where the centre gives out tickets, the platform sees itself who is
     * served after hours or by appointment; both ways would count them twice.
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public List<DeedKind> byHand(CallContext context) {
        context.require(WindowsPermission.SERVE);
        boolean hasTickets = transactions
                .read(context.withoutKey(), unit -> rows.queues().all(unit).stream())
                .anyMatch(each -> !each.isClosed());
        return Stream.of(DeedKind.values())
                .filter(each -> !hasTickets || !SEEN.contains(each))
                .toList();
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Deeds.class, key));
    }

    private void keep(Deed row, UnitOfWork unit) {
        Map<String, String> details = Map.of("window", row.window());
        rows.deeds().keep(row, "done", details, "deed-done", row.changed(), unit);
    }

    /** Returns the deeds of some days. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<DeedView> list(Period period, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        period.requireLength();
        List<Deed> found = transactions.read(context, unit -> rows.deeds()
                .between(period.from(), period.to(), page.cursor().orElse(""), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Deed::id).map(Deeds::shown);
    }

    /** Returns how many of each kind some days have, by how many windows, and the sentence of the year's report. */
    @RequiresPermission(WindowsPermission.VIEW)
    public LedgerView ledger(Period period, CallContext context) {
        context.require(WindowsPermission.VIEW);
        period.requireLength();
        List<DeedRows.Part> parts =
                transactions.read(context, unit -> rows.deeds().byKind(period.from(), period.to(), unit));
        return new LedgerView(
                period.from(),
                period.to(),
                parts.stream()
                        .map(each -> new LedgerLineView(each.kind(), each.deeds(), each.windows()))
                        .toList(),
                parts.isEmpty()
                        ? LocalizedMessage.of(Deeds.class, "deeds.none")
                        : LocalizedMessage.verbatim(sentence(parts)));
    }

    /** In Chinese, as the report is written. */
    private static String sentence(List<DeedRows.Part> parts) {
        return parts.stream()
                .map(each -> LocalizedMessage.of(
                                Deeds.class,
                                "deeds.part",
                                each.kind().label().zh(),
                                String.valueOf(each.deeds()),
                                String.valueOf(each.windows()))
                        .zh())
                .collect(Collectors.joining("\uff0c", "", "\u3002"));
    }

    private static DeedView shown(Deed of) {
        Deed.Course course = of.held();
        return new DeedView(
                of.id(),
                of.kind(),
                of.day(),
                of.window(),
                course.by(),
                course.of(),
                course.caseNumber(),
                course.note(),
                of.steps());
    }

    private DeedView load(String id, CallContext context) {
        Optional<Deed> found = transactions.read(context, unit -> rows.deeds().find(id, unit));
        return shown(found.orElseThrow());
    }
}
