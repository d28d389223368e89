package org.yichuang.windows.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.ScreenViews.WaitingView;
import org.yichuang.windows.internal.ScreenViews.WallView;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.ScreenView;
import org.yichuang.windows.internal.domain.QueueGroup;
import org.yichuang.windows.internal.domain.Ticket;
import org.yichuang.windows.internal.persistence.QueueRows;
import org.yichuang.windows.internal.persistence.TicketRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** Groups of tickets, and what everybody in the hall sees of them. */
public class Queues {
    private static final int SHOWN = 12;
    private static final int WINDOWS = 500;

    private final Transactions transactions;
    private final QueueRows rows;
    private final TicketRows tickets;
    private final WindowRows windows;

    Queues(Transactions transactions, QueueRows rows, TicketRows tickets, WindowRows windows) {
        this.transactions = transactions;
        this.rows = rows;
        this.tickets = tickets;
        this.windows = windows;
    }

    /**
     * Opens a group.
     *
     * @throws ProblemException {@code queue-known}, {@code window-unknown}, {@code hall-full}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public QueueView open(OpenQueue command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        OpenQueue given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            if (rows.held(given.code(), unit).isPresent()) {
                throw ProblemException.of(WindowsError.QUEUE_KNOWN, given.code());
            }
            if (rows.all(unit).size() >= QueueRows.MOST) {
                throw ProblemException.of(WindowsError.HALL_FULL, QueueRows.MOST);
            }
            QueueGroup made = QueueGroup.opened(given.code(), given.name(), new QueueGroup.Plan(given.windows()));
            made.held().windows().forEach(number -> windows.find(number, unit)
                    .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, number)));
            rows.keep(made, "open", Map.of("name", made.name()), "queue-opened", made.changed(), unit);
            return new Written(made.id());
        });
        return view(given.code(), context.withoutKey());
    }

    /**
     * Closes one: it gives no more tickets.
     *
     * @throws ProblemException {@code queue-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public QueueView close(String code, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            QueueGroup found = rows.held(code, unit)
                    .filter(each -> !each.isClosed())
                    .orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_UNKNOWN, code));
            context.requireVersion(found.steps());
            found.close();
            rows.keep(found, "close", Map.of("reason", given.reason()), "queue-closed", found.changed(), unit);
            return new Written(code);
        });
        return view(code, context.withoutKey());
    }

    private QueueView view(String code, CallContext context) {
        return transactions.read(
                context,
                unit -> shown(
                        rows.find(code, unit).orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_UNKNOWN, code)),
                        tickets.waiting(context.today(), unit)));
    }

    private static QueueView shown(QueueGroup group, Map<String, Long> waiting) {
        return Shown.of(group, waiting.getOrDefault(group.id(), 0L));
    }

    /** Returns the groups with how many wait in each now. */
    @NeedsNoPermission("for what one can take a ticket is public")
    public List<QueueView> list(CallContext context) {
        return transactions.read(context, unit -> list(context, unit));
    }

    private List<QueueView> list(CallContext context, UnitOfWork unit) {
        Map<String, Long> waiting = tickets.waiting(context.today(), unit);
        return rows.all(unit).stream().map(group -> shown(group, waiting)).toList();
    }

    /**
     * What the windows of some places have in hand, the last called first, and how many wait for them, by the ids of
     * the places.
     */
    Map<String, WallView> walls(Set<String> points, CallContext context) {
        return transactions.read(context, unit -> {
            List<Ticket> called = tickets.called(context.today(), WINDOWS, unit);
            List<QueueView> groups = list(context, unit).stream()
                    .filter(group -> !group.closed() || group.waiting() > 0)
                    .toList();
            Map<String, WallView> walls = new HashMap<>();
            points.forEach(point -> walls.put(point, wall(called, groups, windows.numbersAt(point, unit))));
            return walls;
        });
    }

    private static WallView wall(List<Ticket> called, List<QueueView> groups, Set<String> at) {
        return new WallView(
                called.stream()
                        .filter(each -> at.contains(each.window()))
                        .map(Shown::onWall)
                        .toList(),
                groups.stream()
                        .filter(group -> group.windows().isEmpty()
                                || group.windows().stream().anyMatch(at::contains))
                        .map(group -> new WaitingView(group.code(), group.name(), group.waiting()))
                        .toList());
    }

    /** What tells whether {@link #walls} have changed but for who waits. */
    List<String> marks(CallContext context) {
        return transactions.read(context, unit -> tickets.marks(context.today(), WINDOWS, unit));
    }

    /** Returns what the screen in the hall shows. */
    @NeedsNoPermission("whoever waits looks at it")
    public ScreenView screen(CallContext context) {
        return transactions.read(
                context,
                unit -> new ScreenView(
                        tickets.called(context.today(), SHOWN, unit).stream()
                                .map(Shown::called)
                                .toList(),
                        list(context, unit)));
    }
}
