package org.yichuang.windows.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.PowerViews.DeciderView;
import org.yichuang.windows.internal.PowerViews.PowerLineView;
import org.yichuang.windows.internal.PowerViews.PowerSheetView;
import org.yichuang.windows.internal.PowerViews.PowerView;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.EnteredItem;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/**
 * What each window may decide at this minute, and by whom, from letters and presence: where B sits, B decides while
 * there, and A while it is registered that B is away; everything else is taken in.
 */
public class PowerBoard {
    private static final int WINDOWS = 500;

    private final Transactions transactions;
    private final Rows rows;
    private final Departments departments;
    private final Clocked clocked;

    PowerBoard(Transactions transactions, Rows rows, Departments departments, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.departments = departments;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(WindowRows windows, ItemRows items, LetterRows letters, StaffRows staff) {}

    /** Returns all windows that are open, by their numbers. */
    @NeedsNoPermission("what a window may decide is public")
    public List<PowerView> all(CallContext context) {
        return transactions.read(context, unit -> {
            Moment moment = new Moment(unit);
            return rows.windows().all(Optional.empty(), WINDOWS, unit).stream()
                    .filter(each -> !each.isClosed())
                    .map(moment::of)
                    .toList();
        });
    }

    /**
     * Returns the items of a window.
     *
     * @throws ProblemException {@code window-unknown}
     */
    @NeedsNoPermission("what a window may decide is public")
    public PowerSheetView of(String window, CallContext context) {
        return transactions.read(context, unit -> {
            HallWindow found = rows.windows()
                    .find(window, unit)
                    .filter(each -> !each.isClosed())
                    .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN));
            return new PowerSheetView(found.id(), found.name(), new Moment(unit).lines(found));
        });
    }

    /** Letters, staff and items as they are now. */
    private final class Moment {
        private final UnitOfWork unit;
        private final Now now;
        private final List<DelegationLetter> held;
        private final Map<String, StaffMember> staff;
        private final Map<String, List<EnteredItem>> items;
        private final Map<String, Set<String>> names = new HashMap<>();

        Moment(UnitOfWork unit) {
            this.unit = unit;
            now = clocked.now(unit);
            held = rows.letters().heldBetween(now.today(), now.today(), unit).stream()
                    .filter(letter -> letter.holds(now.today()))
                    .toList();
            List<String> accounts =
                    held.stream().map(letter -> letter.b().account()).distinct().toList();
            staff = rows.staff().withAccounts(accounts, unit).stream()
                    .collect(Collectors.toMap(StaffMember::account, Function.identity()));
            items = rows.items().in(now.today(), unit).stream().collect(Collectors.groupingBy(EnteredItem::department));
        }

        PowerView of(HallWindow window) {
            List<PowerLineView> lines = lines(window);
            Set<DeciderView> by = new LinkedHashSet<>();
            lines.stream().filter(each -> each.by() != null).forEach(each -> by.add(each.by()));
            int decides = Math.toIntExact(
                    lines.stream().filter(each -> each.by() != null).count());
            return new PowerView(window.id(), window.name(), List.copyOf(by), decides, lines.size() - decides);
        }

        List<PowerLineView> lines(HallWindow window) {
            Map<String, PowerLineView> lines = new LinkedHashMap<>();
            for (String department : window.departments()) {
                Set<String> all = names.computeIfAbsent(department, this::names);
                List<DelegationLetter> its = held.stream()
                        .filter(letter -> all.contains(letter.department()))
                        .toList();
                all.stream()
                        .flatMap(name -> items.getOrDefault(name, List.of()).stream())
                        .forEach(item -> lines.put(item.id(), line(item, department, window, its)));
            }
            List<PowerLineView> sorted = new ArrayList<>(lines.values());
            sorted.sort((one, other) -> one.item().compareTo(other.item()));
            return sorted;
        }

        private Set<String> names(String department) {
            Set<String> all = new HashSet<>(
                    departments.allNames(department, unit.context().tenant(), unit));
            all.add(department);
            return all;
        }

        private PowerLineView line(
                EnteredItem item, String department, HallWindow window, List<DelegationLetter> letters) {
            DeciderView by = letters.stream()
                    .filter(letter -> letter.grants(Right.DECIDE, item.id()))
                    .flatMap(letter -> decider(letter, window))
                    .findFirst()
                    .orElse(null);
            return new PowerLineView(item.id(), item.name(), department, by);
        }

        private Stream<DeciderView> decider(DelegationLetter letter, HallWindow window) {
            StaffMember b = staff.get(letter.b().account());
            if (b == null || !b.window().equals(window.id())) {
                return Stream.empty();
            }
            if (!b.isAtWindow() || b.isAway(now)) {
                return Stream.of(new DeciderView(letter.a().name(), "A", letter.id()));
            }
            return b.isOnDuty(now) ? Stream.of(new DeciderView(letter.b().name(), "B", letter.id())) : Stream.empty();
        }
    }
}
