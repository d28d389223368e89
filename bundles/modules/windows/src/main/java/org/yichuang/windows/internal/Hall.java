package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
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
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Withdraw;
import org.yichuang.windows.internal.WindowsViews.ItemView;
import org.yichuang.windows.internal.WindowsViews.PointView;
import org.yichuang.windows.internal.WindowsViews.StationingView;
import org.yichuang.windows.internal.WindowsViews.WindowView;
import org.yichuang.windows.internal.domain.EnteredItem;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.domain.Stationing;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.PointRows;
import org.yichuang.windows.internal.persistence.StationingRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** The places of a centre, the departments that work there with their items, and the windows. */
public class Hall {
    private final Transactions transactions;
    private final PointRows points;
    private final StationingRows stationings;
    private final ItemRows items;
    private final WindowRows windows;
    private final DepartmentItems catalogued;
    private final Departments departments;

    Hall(Transactions transactions, Rows rows, DepartmentItems catalogued, Departments departments) {
        this.transactions = transactions;
        this.points = rows.points();
        this.stationings = rows.stationings();
        this.items = rows.items();
        this.windows = rows.windows();
        this.catalogued = catalogued;
        this.departments = departments;
    }

    /** Where all of that is. */
    record Rows(PointRows points, StationingRows stationings, ItemRows items, WindowRows windows) {}

    /**
     * Opens a place.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public PointView openPoint(OpenPoint command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        OpenPoint given = FieldRules.require(command);
        ServicePoint.Place place = new ServicePoint.Place(
                given.address(),
                given.bus(),
                given.phone(),
                given.division(),
                given.facilities(),
                given.area() == null ? 0 : given.area(),
                given.exemption(),
                null);
        LocalDate from = given.openedOn() == null ? context.today() : given.openedOn();
        Written done = transactions.write(context, Written.class, unit -> {
            ServicePoint made = ServicePoint.opened(
                    Ids.next(context.at()), given.kind(), given.name(), from, given.mergeBy(), place);
            points.keep(made, "open", Map.of("name", made.name()), "point-opened", made.changed(), unit);
            return new Written(made.id());
        });
        return transactions.read(context.withoutKey(), unit -> Shown.of(point(done.id(), unit), context));
    }

    /**
     * Closes one.
     *
     * @throws ProblemException {@code point-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public PointView closePoint(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            ServicePoint found = points.held(id, unit)
                    .filter(each -> each.closedOn().isEmpty())
                    .orElseThrow(() -> ProblemException.of(WindowsError.POINT_UNKNOWN));
            context.requireVersion(found.steps());
            found.close(context.today());
            points.keep(found, "close", Map.of("reason", given.reason()), "point-closed", found.changed(), unit);
            return new Written(id);
        });
        return transactions.read(context.withoutKey(), unit -> Shown.of(point(id, unit), context));
    }

    private ServicePoint point(String id, UnitOfWork unit) {
        return points.find(id, unit).orElseThrow(() -> ProblemException.of(WindowsError.POINT_UNKNOWN));
    }

    /** Returns the places to which people can go. */
    @NeedsNoPermission("where people can go is public")
    public Page<PointView> points(PageRequest page, CallContext context) {
        List<ServicePoint> found =
                transactions.read(context, unit -> points.open(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), ServicePoint::id).map(each -> Shown.of(each, context));
    }

    /**
     * A department begins to work at the centre.
     *
     * @throws ProblemException {@code stationing-known}, {@code department-unknown}, {@code fields-invalid}, also for
     *     numbers of items or staff that no department has
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StationingView station(Station command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Station given = FieldRules.require(command);
        Said.requireNumbers(given);
        departments.check(List.of(given.department()), context);
        Written done = transactions.write(context, Written.class, unit -> {
            if (stationed(given.department(), given.since(), unit).isPresent()) {
                throw ProblemException.of(WindowsError.STATIONING_KNOWN, given.department());
            }
            Stationing made = Stationing.begun(
                    Ids.next(context.at()),
                    given.department(),
                    given.kind(),
                    given.since(),
                    new Stationing.Terms(Said.section(given), Said.statement(given), ""));
            Map<String, String> details = Map.of("department", made.department());
            stationings.keep(made, "station", details, "department-stationed", made.changed(), unit);
            return new Written(made.id());
        });
        return stationing(done.id(), context.withoutKey());
    }

    private Optional<Stationing> stationed(String department, LocalDate day, UnitOfWork unit) {
        return stationings.of(department, 1, unit).stream()
                .filter(each -> each.holds(day))
                .findFirst();
    }

    /**
     * A department works at the centre no more.
     *
     * @throws ProblemException {@code stationing-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StationingView withdraw(String id, Withdraw command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Withdraw given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Stationing found =
                    stationings.held(id, unit).orElseThrow(() -> ProblemException.of(WindowsError.STATIONING_UNKNOWN));
            context.requireVersion(found.steps());
            found.end(given.from(), given.approval());
            Map<String, String> details = Map.of("approval", given.approval());
            stationings.keep(found, "withdraw", details, "department-withdrawn", found.changed(), unit);
            return new Written(id);
        });
        return stationing(id, context.withoutKey());
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code stationing-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public StationingView findStationing(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return stationing(id, context);
    }

    private StationingView stationing(String id, CallContext context) {
        return transactions.read(
                context,
                unit -> Shown.of(
                        stationings
                                .find(id, unit)
                                .orElseThrow(() -> ProblemException.of(WindowsError.STATIONING_UNKNOWN)),
                        context));
    }

    /** Returns the departments that work at the centre, in the order in which they have come. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<StationingView> stationings(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<Stationing> found =
                transactions.read(context, unit -> stationings.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Stationing::id).map(each -> Shown.of(each, context));
    }

    /**
     * Items of a department enter the hall; those that are there already stay as they are.
     *
     * @throws ProblemException {@code stationing-unknown}, {@code item-unknown}, {@code item-not-of-department}, {@code
     *     hall-full}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public StationingView enter(String id, Enter command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Enter given = FieldRules.require(command);
        List<ItemDefinition> entering = new LinkedHashSet<>(given.items())
                .stream().map(code -> catalogued.handled(code, context)).toList();
        transactions.write(context, Written.class, unit -> {
            Stationing found = stationings
                    .held(id, unit)
                    .filter(each -> each.holds(context.today()))
                    .orElseThrow(() -> ProblemException.of(WindowsError.STATIONING_UNKNOWN));
            if (items.count(unit) + given.items().size() > ItemRows.MOST) {
                throw ProblemException.of(WindowsError.HALL_FULL, ItemRows.MOST);
            }
            entering.forEach(item -> enter(item, found, unit));
            return new Written(id);
        });
        return stationing(id, context.withoutKey());
    }

    private void enter(ItemDefinition item, Stationing of, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        String code = item.code();
        catalogued.requireOf(of.department(), item, unit);
        Optional<EnteredItem> before = items.held(code, unit);
        if (before.filter(each -> each.isIn(today)).isPresent()) {
            return;
        }
        before.ifPresent(each -> each.enter(item.name(), of.department(), today));
        EnteredItem entered = before.orElseGet(() -> EnteredItem.entered(code, item.name(), of.department(), today));
        Map<String, String> details = Map.of("department", of.department());
        items.keep(entered, "enter", details, "item-entered", entered.changed(), unit);
    }

    /**
     * An item leaves the hall.
     *
     * @throws ProblemException {@code not-found}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public ItemView leave(String code, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            EnteredItem found = items.held(code, unit)
                    .filter(each -> each.isIn(context.today()))
                    .orElseThrow(() -> ProblemException.of(CommonError.NOT_FOUND));
            found.leave(context.today());
            items.keep(found, "leave", Map.of("reason", given.reason()), "item-left", found.changed(), unit);
            return new Written(code);
        });
        return transactions.read(
                context.withoutKey(), unit -> Shown.of(items.find(code, unit).orElseThrow()));
    }

    /** Returns the items that have entered the hall, those that have left as well, by their codes. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<ItemView> items(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<EnteredItem> found = transactions.read(context, unit -> items.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), EnteredItem::id).map(Shown::of);
    }

    /** Returns the items of a department that are in the hall now, by their codes. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<ItemView> itemsOf(String department, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<EnteredItem> found =
                transactions.read(context, unit -> items.of(department, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), EnteredItem::id).map(Shown::of);
    }

    /**
     * Opens a window; those of which it is made are closed in the same moment.
     *
     * @throws ProblemException {@code window-known}, {@code point-unknown}, {@code window-unknown}, {@code
     *     window-closed}, {@code consent-missing}, {@code department-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public WindowView openWindow(OpenWindow command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        OpenWindow given = FieldRules.require(command);
        HallWindow.Plan plan = Said.plan(given);
        departments.check(
                plan.members().stream().map(HallWindow.Member::department).toList(), context);
        if (!plan.predecessors().isEmpty() && plan.reason().isBlank()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "reason", LocalizedMessage.of(Hall.class, "window.reason"));
        }
        transactions.write(context, Written.class, unit -> {
            if (windows.held(given.number(), unit).isPresent()) {
                throw ProblemException.of(WindowsError.WINDOW_KNOWN, given.number());
            }
            point(given.point(), unit);
            plan.predecessors().forEach(number -> close(number, plan.reason(), unit));
            HallWindow made =
                    HallWindow.opened(given.number(), given.name(), given.point(), given.kind(), plan, context.today());
            windows.keep(made, "open", Map.of("name", made.name()), "window-opened", made.changed(), unit);
            return new Written(made.id());
        });
        return window(given.number(), context.withoutKey());
    }

    /**
     * Closes a window.
     *
     * @throws ProblemException {@code window-unknown}, {@code window-closed}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public WindowView closeWindow(String number, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            context.requireVersion(close(number, given.reason(), unit));
            return new Written(number);
        });
        return window(number, context.withoutKey());
    }

    private int close(String number, String reason, UnitOfWork unit) {
        HallWindow found =
                windows.held(number, unit).orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, number));
        int version = found.steps();
        found.close(unit.context().today());
        windows.keep(found, "close", Map.of("reason", reason), "window-closed", found.changed(), unit);
        return version;
    }

    private WindowView window(String number, CallContext context) {
        return transactions.read(
                context,
                unit -> Shown.of(windows.find(number, unit)
                        .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, number))));
    }

    /** Returns the windows, by their numbers; those that are closed as well. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<WindowView> windows(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<HallWindow> found = transactions.read(context, unit -> windows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), HallWindow::id).map(Shown::of);
    }
}
