package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
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
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.DecideAppeal;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentViews.DeductionView;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.domain.Deduction;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.DeductionRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** What is found at windows on patrol, and what becomes of it. */
public class Deductions {
    private static final int MONTHS = 12;

    private final Transactions transactions;
    private final DeductionRows rows;
    private final WindowRows windows;
    private final StaffRows staff;
    private final Clocked clocked;

    Deductions(Transactions transactions, DeductionRows rows, WindowRows windows, StaffRows staff, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.windows = windows;
        this.staff = staff;
        this.clocked = clocked;
    }

    /**
     * Something was found.
     *
     * @throws ProblemException {@code window-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.PATROL)
    public DeductionView note(NoteFinding command, CallContext context) {
        context.require(WindowsPermission.PATROL);
        NoteFinding given = FieldRules.require(command);
        if (given.day().isAfter(context.today())) {
            throw invalid("day", "finding.day");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            HallWindow at = windows.find(given.window(), unit)
                    .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN));
            Deduction made = Deduction.noted(
                    Ids.next(context.at()),
                    at,
                    department(given.department(), at),
                    given.rule(),
                    given.day(),
                    new Deduction.Course(given.evidence(), context.actor().name(), List.of()),
                    clocked.now(unit));
            keep(made, "note", "finding-noted", unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    private static String department(String given, HallWindow at) {
        List<String> served = at.departments();
        if (given == null || given.isBlank()) {
            if (served.size() == 1) {
                return served.get(0);
            }
        } else if (served.contains(given)) {
            return given;
        }
        throw invalid("department", "finding.department");
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Deductions.class, key));
    }

    /**
     * The window is told, and can appeal from then on.
     *
     * @throws ProblemException {@code deduction-unknown}, {@code deduction-state}
     */
    @RequiresPermission(WindowsPermission.PATROL)
    public DeductionView inform(String id, CallContext context) {
        context.require(WindowsPermission.PATROL);
        return step(id, "notify", "finding-told", Deduction::inform, context);
    }

    /**
     * The window accepts it.
     *
     * @throws ProblemException {@code deduction-unknown}, also for those of other windows, {@code deduction-state}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public DeductionView accept(String id, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        return step(id, "accept", "finding-accepted", Deduction::accept, context);
    }

    /**
     * The window appeals.
     *
     * @throws ProblemException as {@link #accept}, {@code appeal-late}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public DeductionView appeal(String id, Words command, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        Words given = FieldRules.require(command);
        return step(id, "appeal", "finding-appealed", (found, now) -> found.appeal(given.words(), now), context);
    }

    /**
     * Somebody else than whoever has noted it decides on the appeal.
     *
     * @throws ProblemException {@code deduction-unknown}, {@code deduction-own}, {@code deduction-state}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public DeductionView decide(String id, DecideAppeal command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        DecideAppeal given = FieldRules.require(command);
        return step(
                id,
                given.stands() ? "uphold" : "lift",
                given.stands() ? "finding-upheld" : "finding-lifted",
                (found, now) -> found.decide(given.stands(), given.words(), now),
                context);
    }

    private DeductionView step(
            String id, String action, String event, BiConsumer<Deduction, Now> taken, CallContext context) {
        transactions.write(context, Written.class, unit -> {
            Deduction found = rows.held(id, unit).orElseThrow(Deductions::unknown);
            context.requireVersion(found.steps());
            if (Set.of("accept", "appeal").contains(action)) {
                requireOwn(found, unit);
            }
            taken.accept(found, clocked.now(unit));
            keep(found, action, event, unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    /** Whoever sits at the window speaks for it. */
    private void requireOwn(Deduction of, UnitOfWork unit) {
        staff.withAccounts(List.of(unit.context().actor().account()), unit).stream()
                .filter(StaffMember::isAtWindow)
                .filter(each -> each.window().equals(of.window()))
                .findFirst()
                .orElseThrow(Deductions::unknown);
    }

    /** The number of the window at which one sits, and for which one speaks; empty for none. */
    @RequiresPermission(WindowsPermission.ATTEND)
    public String own(CallContext context) {
        context.require(WindowsPermission.ATTEND);
        return transactions.read(
                context, unit -> staff.withAccounts(List.of(context.actor().account()), unit).stream()
                        .filter(StaffMember::isAtWindow)
                        .map(StaffMember::window)
                        .findFirst()
                        .orElse(""));
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.DEDUCTION_UNKNOWN);
    }

    private void keep(Deduction row, String action, String event, UnitOfWork unit) {
        rows.keep(row, action, Map.of("window", row.window()), event, row.changed(), unit);
    }

    /** Returns those that were found in the twelve months before a day, in the order of their notes; of today on. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<DeductionView> list(LocalDate until, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate last = until == null ? context.today() : until;
        return transactions.read(context, unit -> {
            List<Deduction> found =
                    rows.between(last.minusMonths(MONTHS), last, page.cursor().orElse(""), page.limit() + 1, unit);
            return Page.of(found, page.limit(), Deduction::id).map(each -> shown(each, context));
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code deduction-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public DeductionView find(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return load(id, context);
    }

    private DeductionView load(String id, CallContext context) {
        return transactions.read(context, unit -> shown(rows.find(id, unit).orElseThrow(Deductions::unknown), context));
    }

    private static DeductionView shown(Deduction of, CallContext context) {
        return new DeductionView(
                of.id(),
                of.day(),
                of.window(),
                of.department(),
                of.rule(),
                of.state(context.today()),
                of.held().evidence(),
                of.held().noter(),
                of.appealBy(),
                Shown.notes(of.held().notes()),
                of.steps());
    }
}
