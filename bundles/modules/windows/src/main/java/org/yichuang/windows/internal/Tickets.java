package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsCommands.Transfer;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.QueueGroup;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.Ticket;
import org.yichuang.windows.internal.domain.WindowsPolicy;
import org.yichuang.windows.internal.persistence.QueueRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.TicketRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/**
 * Tickets of the queue, from the machine to the window. Whoever takes or calls one holds its group until the
 * transaction ends: two that do so at one moment do so one after the other, on whichever container.
 */
public class Tickets {
    private final Transactions transactions;
    private final TicketRows rows;
    private final QueueRows queues;
    private final WindowRows windows;
    private final StaffRows staff;
    private final Clocked clocked;
    private final HallBell bell;

    Tickets(Transactions transactions, Rows rows, Clocked clocked, HallBell bell) {
        this.bell = bell;
        this.transactions = transactions;
        this.rows = rows.tickets();
        this.queues = rows.queues();
        this.windows = rows.windows();
        this.staff = rows.staff();
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(TicketRows tickets, QueueRows queues, WindowRows windows, StaffRows staff) {}

    /**
     * Takes one, at the desk or a machine.
     *
     * @throws ProblemException {@code queue-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView take(Take command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        Take given = FieldRules.require(command);
        TicketSource source = given.source() == null ? TicketSource.DESK : given.source();
        if (source != TicketSource.DESK && source != TicketSource.KIOSK) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "source", LocalizedMessage.of(Tickets.class, "ticket.source"));
        }
        boolean goesFirst = given.first() != null && given.first();
        return taken(given.group(), new Ticket.Taking(source, goesFirst, ""), context);
    }

    /**
     * Takes one from home; somebody can take so many in a day, so that nobody takes the numbers of others.
     *
     * @throws ProblemException {@code queue-unknown}, {@code tickets-enough}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.TAKE)
    public TicketView takeOnline(Take command, CallContext context) {
        context.require(WindowsPermission.TAKE);
        Take given = FieldRules.require(command);
        return taken(
                given.group(),
                new Ticket.Taking(TicketSource.ONLINE, false, context.actor().account()),
                context);
    }

    TicketView taken(String code, Ticket.Taking taking, CallContext context) {
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            int most = WindowsPolicy.tickets(now.centre());
            queues.held(code, unit);
            if (!taking.holder().isEmpty() && rows.taken(taking.holder(), now.today(), unit) >= most) {
                throw ProblemException.of(WindowsError.TICKETS_ENOUGH, most);
            }
            return new Written(issued(code, taking, now, unit).id());
        });
        bell.ring(context.tenant());
        return find(done.id(), context.withoutKey());
    }

    /** The next one of a group, in a transaction that runs already. */
    Ticket issued(String code, Ticket.Taking taking, Now now, UnitOfWork unit) {
        QueueGroup group = queues.held(code, unit)
                .filter(each -> !each.isClosed())
                .orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_UNKNOWN, code));
        int ordinal = rows.last(now.today(), group.id(), unit) + 1;
        Ticket made = Ticket.taken(group, ordinal, taking, now);
        keep(made, "take", "ticket-taken", unit);
        return made;
    }

    /**
     * Calls the next one to a window; whoever is served there has been.
     *
     * @throws ProblemException {@code window-unknown}, {@code window-closed}, {@code staff-off-duty}, {@code
     *     queue-unknown}, {@code window-busy} while it waits for somebody whom it has called, {@code queue-empty}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView call(Call command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        Call given = FieldRules.require(command);
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            requireAtWindow(given.window(), now, unit);
            List<String> groups = held(given, unit);
            finishOthers(given.window(), "", now, unit);
            Ticket next = rows.next(now.today(), groups, given.window(), unit)
                    .flatMap(id -> rows.held(id, unit))
                    .orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_EMPTY));
            next.call(given.window(), now);
            keep(next, "call", "ticket-called", unit);
            return new Written(next.id());
        });
        bell.ring(context.tenant());
        return find(done.id(), context.withoutKey());
    }

    /** The groups that the window calls, each held, in one order for all. */
    private List<String> held(Call given, UnitOfWork unit) {
        List<String> groups = queues.all(unit).stream()
                .filter(each -> each.isCalledAt(given.window()))
                .map(QueueGroup::id)
                .filter(code -> given.group() == null || given.group().equals(code))
                .toList();
        if (groups.isEmpty()) {
            throw ProblemException.of(WindowsError.QUEUE_UNKNOWN, given.group() == null ? "" : given.group());
        }
        groups.forEach(code -> queues.held(code, unit));
        return groups;
    }

    /** What else a window has in hand has been served; whoever it waits for is served or passed over first. */
    private void finishOthers(String window, String but, Now now, UnitOfWork unit) {
        for (Ticket each : rows.at(window, now.today(), unit)) {
            if (each.id().equals(but)) {
                continue;
            }
            Ticket held = rows.held(each.id(), unit).orElseThrow();
            if (held.state() == TicketState.CALLED) {
                throw ProblemException.of(WindowsError.WINDOW_BUSY, held.number());
            }
            held.finish(window, held.held().cases(), now);
            keep(held, "finish", "ticket-finished", unit);
        }
    }

    /**
     * Calls one again.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}, {@code ticket-gone}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView recall(String id, At command, CallContext context) {
        return step(id, command, "recall", Ticket::recall, "ticket-recalled", context);
    }

    /**
     * Nobody has come.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}, {@code ticket-gone}, {@code ticket-early}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView skip(String id, At command, CallContext context) {
        return step(id, command, "skip", Ticket::skip, "ticket-skipped", context);
    }

    /**
     * Whoever was called is served; whoever is served there already has been.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}, {@code ticket-gone}, {@code window-busy}
     *     while the window waits for somebody else
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView serve(String id, At command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        String window = FieldRules.require(command).window();
        return done(id, window, "serve", "ticket-served", context, (ticket, unit) -> {
            Now now = clocked.now(unit);
            ticket.serve(window, now);
            finishOthers(window, id, now, unit);
        });
    }

    /**
     * Whoever is served goes on to another group or window.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}, {@code ticket-gone}, {@code
     *     queue-unknown}, {@code window-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView transfer(String id, Transfer command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        Transfer given = FieldRules.require(command);
        String only = given.only() == null ? "" : given.only();
        return done(id, given.window(), "transfer", "ticket-transferred", context, (ticket, unit) -> {
            String code = given.group() == null ? ticket.group() : given.group();
            QueueGroup to = queues.find(code, unit)
                    .filter(each -> only.isEmpty() || each.isCalledAt(only))
                    .orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_UNKNOWN, code));
            if (!only.isEmpty()) {
                windows.find(only, unit)
                        .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, only))
                        .requireOpen();
            }
            ticket.transfer(given.window(), to, only, clocked.now(unit));
        });
    }

    /**
     * Whoever is served has been.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}, {@code ticket-gone}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView finish(String id, Finish command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        Finish given = FieldRules.require(command);
        List<String> cases = given.cases() == null ? List.of() : given.cases();
        return done(
                id,
                given.window(),
                "finish",
                "ticket-finished",
                context,
                (ticket, unit) -> ticket.finish(given.window(), cases, clocked.now(unit)));
    }

    /** What is done with a ticket at a window. */
    @FunctionalInterface
    private interface AtWindow {
        void take(Ticket ticket, String window, Now now);
    }

    /** What is done with a ticket. */
    @FunctionalInterface
    private interface Step {
        void take(Ticket ticket, UnitOfWork unit);
    }

    private TicketView step(String id, At command, String action, AtWindow step, String event, CallContext context) {
        context.require(WindowsPermission.SERVE);
        String window = FieldRules.require(command).window();
        return done(id, window, action, event, context, (ticket, unit) -> step.take(ticket, window, clocked.now(unit)));
    }

    private TicketView done(String id, String window, String action, String event, CallContext context, Step step) {
        transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            requireAtWindow(window, now, unit);
            Ticket found = rows.held(id, unit)
                    .filter(each -> each.day().equals(now.today()))
                    .orElseThrow(() -> unknown(id));
            context.requireVersion(found.steps());
            step.take(found, unit);
            keep(found, action, event, unit);
            return new Written(id);
        });
        bell.ring(context.tenant());
        return find(id, context.withoutKey());
    }

    /** Whoever calls has a badge, and is there; the window is held, so that it does one thing at a time. */
    private void requireAtWindow(String window, Now now, UnitOfWork unit) {
        windows.held(window, unit)
                .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, window))
                .requireOpen();
        Optional<StaffMember> actor =
                staff.withAccounts(List.of(now.account()), unit).stream().findFirst();
        if (actor.filter(each -> each.isOnDuty(now)).isEmpty()) {
            throw ProblemException.of(WindowsError.STAFF_OFF_DUTY);
        }
    }

    private void keep(Ticket row, String action, String event, UnitOfWork unit) {
        keep(rows, row, action, event, unit);
    }

    static void keep(TicketRows rows, Ticket row, String action, String event, UnitOfWork unit) {
        rows.keep(row, action, Map.of("number", row.number()), event, row.changed(), unit);
    }

    /** A printer has printed one of today, or has failed to. */
    TicketView printed(String id, boolean isPrinted, CallContext context) {
        transactions.write(context, Written.class, unit -> {
            Ticket found = rows.held(id, unit)
                    .filter(each -> each.day().equals(context.today()))
                    .orElseThrow(() -> unknown(id));
            found.printed(isPrinted, clocked.now(unit));
            keep(found, isPrinted ? "print" : "unprinted", isPrinted ? "ticket-printed" : "ticket-unprinted", unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    /** Returns those of today, by group and number. */
    @RequiresPermission(WindowsPermission.SERVE)
    public Page<TicketView> list(PageRequest page, CallContext context) {
        context.require(WindowsPermission.SERVE);
        List<Ticket> found = transactions.read(
                context, unit -> rows.of(context.today(), page.cursor().orElse(""), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Ticket::id).map(each -> Shown.of(each, null));
    }

    /** Returns those that a window has in hand. */
    @RequiresPermission(WindowsPermission.SERVE)
    public List<TicketView> at(String window, CallContext context) {
        context.require(WindowsPermission.SERVE);
        return transactions.read(context, unit -> rows.at(window, context.today(), unit).stream()
                .map(each -> Shown.of(each, null))
                .toList());
    }

    /**
     * Returns one, as whoever has it sees it.
     *
     * @throws ProblemException {@code ticket-unknown}
     */
    @NeedsNoPermission("a ticket says nothing of whoever has it")
    public TicketView find(String id, CallContext context) {
        return transactions.read(context, unit -> {
            Ticket found = rows.find(id, unit).orElseThrow(() -> unknown(id));
            return Shown.of(found, found.state() == TicketState.WAITING ? rows.before(found, unit) : null);
        });
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(WindowsError.TICKET_UNKNOWN, id);
    }
}
