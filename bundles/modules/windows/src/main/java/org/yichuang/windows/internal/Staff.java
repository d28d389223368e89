package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.BoardView;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffFile;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** The staff of windows, and whether they are there. */
public class Staff {
    private static final int WHOLE = 100;

    private final Transactions transactions;
    private final StaffRows rows;
    private final WindowRows windows;
    private final Outings outings;
    private final Departments departments;
    private final Clocked clocked;

    Staff(Transactions transactions, Rows rows, Departments departments, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows.staff();
        this.windows = rows.windows();
        this.outings = rows.outings();
        this.departments = departments;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(StaffRows staff, WindowRows windows, Outings outings) {}

    /**
     * Recommends somebody for a window: a department those that serve it.
     *
     * @throws ProblemException {@code staff-known}, {@code not-allowed}, {@code department-unknown}, {@code
     *     fields-invalid}
     */
    @RequiresPermission(WindowsPermission.PROPOSE)
    public StaffView recommend(Recommend command, CallContext context) {
        context.require(WindowsPermission.PROPOSE);
        Recommend given = FieldRules.require(command);
        departments.check(given.departments(), context);
        given.departments().forEach(department -> Letters.requireOwn(department, context));
        Written done = transactions.write(context, Written.class, unit -> {
            if (rows.isKnown(given.account(), given.employeeNo(), unit)) {
                throw ProblemException.of(WindowsError.STAFF_KNOWN);
            }
            StaffMember made = StaffMember.recommended(
                    Ids.next(context.at()),
                    new StaffMember.Person(given.account(), given.name(), given.employeeNo()),
                    StaffFile.of(given.homeUnit(), given.post(), given.rank(), given.departments(), given.standIn()),
                    clocked.now(unit));
            keep(made, "recommend", "", unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    /**
     * The centre has looked at them.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StaffView vet(String id, Words command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Words given = FieldRules.require(command);
        return step(id, "vet", given.words(), (found, unit) -> found.vet(given.words(), clocked.now(unit)), context);
    }

    /**
     * The centre takes them.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StaffView approve(String id, Words command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Words given = FieldRules.require(command);
        return step(
                id,
                "approve",
                given.words(),
                (found, unit) -> found.approve(given.words(), clocked.now(unit)),
                context);
    }

    /**
     * They were examined.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StaffView train(String id, Train command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Train given = FieldRules.require(command);
        if (given.score() < 0 || given.score() > WHOLE) {
            throw invalid("score", "training.score");
        }
        if (given.heldOn().isAfter(context.today())) {
            throw invalid("heldOn", "training.held-on");
        }
        StaffMember.Training training =
                new StaffMember.Training(given.title(), given.heldOn(), given.score(), given.passed());
        return step(id, "train", given.title(), (found, unit) -> found.train(training, clocked.now(unit)), context);
    }

    /**
     * They get their badge and a window, or another window.
     *
     * @throws ProblemException {@code badge-exam}, {@code staff-state}, {@code window-unknown}, {@code window-closed}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StaffView badge(String id, Badge command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Badge given = FieldRules.require(command);
        return step(
                id,
                "badge",
                given.window(),
                (found, unit) -> found.badge(
                        windows.find(given.window(), unit)
                                .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, given.window())),
                        clocked.now(unit)),
                context);
    }

    /**
     * They go on, or are sent back.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StaffView depart(String id, Depart command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Depart given = FieldRules.require(command);
        return step(
                id,
                given.returned() ? "return" : "rotate",
                given.appraisal(),
                (found, unit) -> {
                    Now now = clocked.now(unit);
                    found.leave(given.returned(), given.appraisal(), now);
                    outings.depart(found, now, unit);
                },
                context);
    }

    /**
     * They are there: they say so themselves, or whoever manages the hall says it and why.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code not-allowed}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public StaffView arrive(String id, Arrive command, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        String reason = said(FieldRules.require(command).reason());
        return duty(
                id,
                "on-duty",
                reason,
                (found, unit) -> {
                    if (!isOwn(found, context) && reason.isEmpty()) {
                        throw invalid("reason", "arrival.reason");
                    }
                    Now now = clocked.now(unit);
                    found.arrive(reason, now);
                    outings.come(found, now, unit);
                },
                context);
    }

    /**
     * They are away, until a day: they say so themselves, or whoever manages the hall does.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code not-allowed}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public StaffView away(String id, Away command, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        Away given = FieldRules.require(command);
        if (given.until().isBefore(context.today())) {
            throw invalid("until", "away.until");
        }
        return duty(
                id,
                "away",
                given.reason(),
                (found, unit) -> {
                    Now now = clocked.now(unit);
                    found.away(given.until(), given.reason(), now);
                    outings.stayAway(found, now, unit);
                },
                context);
    }

    private static String said(String reason) {
        return reason == null ? "" : reason;
    }

    private static boolean isOwn(StaffMember found, CallContext context) {
        return found.account().equals(context.actor().account());
    }

    /** What is done with somebody. */
    @FunctionalInterface
    private interface Step {
        void take(StaffMember found, UnitOfWork unit);
    }

    private StaffView step(String id, String action, String words, Step step, CallContext context) {
        return taken(id, context, unit -> {
            StaffMember found = held(id, unit);
            step.take(found, unit);
            keep(found, action, words, unit);
        });
    }

    private StaffView duty(String id, String event, String reason, Step step, CallContext context) {
        return taken(id, context, unit -> {
            StaffMember found = held(id, unit);
            if (!isOwn(found, context) && !context.actor().isPermitted(WindowsPermission.MANAGE)) {
                throw ProblemException.of(WindowsError.STAFF_UNKNOWN);
            }
            step.take(found, unit);
            keep(found, event, reason, event, found.duty(clocked.now(unit)), unit);
        });
    }

    private StaffView taken(String id, CallContext context, Consumer<UnitOfWork> work) {
        transactions.write(context, Written.class, unit -> {
            work.accept(unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    private void keep(StaffMember row, String action, String words, UnitOfWork unit) {
        keep(row, action, words, "staff-moved", row.changed(), unit);
    }

    private void keep(StaffMember row, String action, String words, String event, WindowsEvent data, UnitOfWork unit) {
        Map<String, String> details =
                words.isEmpty() ? Map.of("account", row.account()) : Map.of("account", row.account(), "words", words);
        rows.keep(row, action, details, event, data, unit);
    }

    private StaffMember held(String id, UnitOfWork unit) {
        StaffMember found = rows.held(id, unit).orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
        unit.context().requireVersion(found.steps());
        return found;
    }

    /** Returns all of them, the newest first. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<StaffView> list(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(context, unit -> {
            Now now = clocked.now(unit);
            List<StaffMember> found = rows.all(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), StaffMember::id).map(each -> Shown.of(each, now));
        });
    }

    /** Returns all who have a badge and sit at a window now, in the order in which they were recommended. */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<StaffView> atWindows(CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(context, unit -> {
            Now now = clocked.now(unit);
            return rows.withBadges(unit).stream()
                    .filter(StaffMember::isAtWindow)
                    .map(each -> Shown.of(each, now))
                    .toList();
        });
    }

    /** Returns those who have a badge, as the board in the hall shows them: unit, name and number. */
    @NeedsNoPermission("who sits at a window is public")
    public Page<BoardView> board(PageRequest page, CallContext context) {
        return transactions.read(context, unit -> {
            Now now = clocked.now(unit);
            List<StaffMember> found = rows.withBadges(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), StaffMember::id).map(each -> Shown.board(each, now));
        });
    }

    /** Returns whoever asks, where they are on the list. */
    @RequiresPermission(WindowsPermission.ATTEND)
    public Optional<StaffView> own(CallContext context) {
        context.require(WindowsPermission.ATTEND);
        return transactions.read(
                context, unit -> rows.withAccounts(List.of(context.actor().account()), unit).stream()
                        .findFirst()
                        .map(each -> Shown.of(each, clocked.now(unit))));
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public StaffView find(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return load(id, context);
    }

    private StaffView load(String id, CallContext context) {
        return transactions.read(
                context,
                unit -> Shown.of(
                        rows.find(id, unit).orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN)),
                        clocked.now(unit)));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Staff.class, key));
    }
}
