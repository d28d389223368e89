package org.yichuang.windows.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
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
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.SealCommands.HandSealOver;
import org.yichuang.windows.internal.SealCommands.OpenSeal;
import org.yichuang.windows.internal.SealCommands.UseSeal;
import org.yichuang.windows.internal.SealViews.SealUseView;
import org.yichuang.windows.internal.SealViews.SealView;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.Seal;
import org.yichuang.windows.internal.domain.SealUse;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.SealRows;
import org.yichuang.windows.internal.persistence.SealUseRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** The seals of the windows (审批专用章), who keeps them, and to what they were put. */
public class Seals {
    private static final int MOST_COPIES = 1000;

    private final Transactions transactions;
    private final SealRows rows;
    private final SealUseRows uses;
    private final StaffRows staff;
    private final Cases cases;
    private final Departments departments;
    private final Clocked clocked;

    Seals(Transactions transactions, Rows rows, Cases cases, Departments departments, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows.seals();
        this.uses = rows.uses();
        this.staff = rows.staff();
        this.cases = cases;
        this.departments = departments;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(SealRows seals, SealUseRows uses, StaffRows staff) {}

    /**
     * A seal is given to somebody at a window of the department.
     *
     * @throws ProblemException {@code seal-known}, {@code department-unknown}, {@code staff-unknown} for whoever sits
     *     at no window of the department
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public SealView open(OpenSeal command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        OpenSeal given = FieldRules.require(command);
        departments.check(List.of(given.department()), context);
        Written done = transactions.write(context, Written.class, unit -> {
            if (rows.isKnown(given.number(), unit)) {
                throw ProblemException.of(WindowsError.SEAL_KNOWN, given.number());
            }
            StaffMember to = keeper(given.custodian(), given.department(), unit);
            Seal made = Seal.opened(
                    Ids.next(context.at()), given.number(), given.name(), given.department(), to, clocked.now(unit));
            keep(made, "open", "seal-opened", unit);
            return new Written(made.id());
        });
        return find(done.id(), context.withoutKey());
    }

    private StaffMember keeper(String account, String department, UnitOfWork unit) {
        Set<String> names = names(department, unit);
        return staff.withAccounts(List.of(account), unit).stream()
                .filter(StaffMember::isAtWindow)
                .filter(each -> each.serves(names))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
    }

    private Set<String> names(String department, UnitOfWork unit) {
        Set<String> all =
                new HashSet<>(departments.allNames(department, unit.context().tenant(), unit));
        all.add(department);
        return all;
    }

    /**
     * Somebody else keeps it.
     *
     * @throws ProblemException {@code seal-unknown}, {@code seal-retired}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public SealView handOver(String id, HandSealOver command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        HandSealOver given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Seal found = held(id, unit);
            StaffMember to = keeper(given.custodian(), found.department(), unit);
            found.handOver(to, given.reason(), clocked.now(unit));
            keep(found, "hand-over", "seal-handed-over", unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    /**
     * It is put to nothing any more.
     *
     * @throws ProblemException {@code seal-unknown}, {@code seal-retired}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public SealView retire(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        return step(id, "retire", "seal-retired", (found, now) -> found.retire(given.reason(), now), context);
    }

    private SealView step(String id, String action, String event, BiConsumer<Seal, Now> taken, CallContext context) {
        transactions.write(context, Written.class, unit -> {
            Seal found = held(id, unit);
            taken.accept(found, clocked.now(unit));
            keep(found, action, event, unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    private Seal held(String id, UnitOfWork unit) {
        Seal found = rows.held(id, unit).orElseThrow(Seals::unknown);
        unit.context().requireVersion(found.steps());
        return found;
    }

    private void keep(Seal row, String action, String event, UnitOfWork unit) {
        rows.keep(row, action, Map.of("number", row.number()), event, row.changed(), unit);
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.SEAL_UNKNOWN);
    }

    /**
     * It is put to something, by whoever keeps it and is there; while they are away, by who stands in for them.
     *
     * @throws ProblemException {@code seal-unknown}, {@code seal-retired}, {@code seal-custodian}, {@code
     *     staff-off-duty}, {@code seal-case} (of an approval also where nothing is decided), {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public SealUseView use(String id, UseSeal command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        UseSeal given = FieldRules.require(command);
        int copies = given.copies() == null ? 1 : given.copies();
        String number = given.caseNumber() == null ? "" : given.caseNumber().strip();
        if (copies < 1 || copies > MOST_COPIES) {
            throw invalid("copies", "seal.copies");
        }
        if (given.kind() == SealedKind.APPROVAL && number.isEmpty()) {
            throw invalid("caseNumber", "seal.approval");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            Seal found = rows.held(id, unit).orElseThrow(Seals::unknown);
            found.requireInUse();
            Now now = clocked.now(unit);
            requireKeeper(found, now, unit);
            boolean isDecided = isDecided(found, number, unit);
            if (given.kind() == SealedKind.APPROVAL && !isDecided) {
                throw new ProblemException(
                        WindowsError.SEAL_CASE, LocalizedMessage.of(Seals.class, "seal.undecided", number));
            }
            SealUse.Course course = new SealUse.Course(
                    given.document(), copies, given.applicant(), context.actor().name(), context.at(), isDecided);
            SealUse made = SealUse.of(Ids.next(context.at()), found, number, given.kind(), course, now);
            uses.keep(made, "use", Map.of("seal", found.number()), "seal-used", made.changed(), unit);
            return new Written(made.id());
        });
        return transactions.read(
                context.withoutKey(), unit -> shown(uses.find(done.id(), unit).orElseThrow(Seals::unknown)));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Seals.class, key, MOST_COPIES));
    }

    private void requireKeeper(Seal of, Now now, UnitOfWork unit) {
        Optional<StaffMember> keeper = at(of.custodian(), unit);
        if (of.custodian().equals(now.account())) {
            keeper.filter(each -> each.isOnDuty(now))
                    .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_OFF_DUTY));
            return;
        }
        boolean isAway = keeper.filter(each -> each.isOnDuty(now)).isEmpty();
        boolean standsIn = keeper.map(each -> each.held().standIn())
                .filter(now.account()::equals)
                .isPresent();
        if (!isAway || !standsIn) {
            throw ProblemException.of(WindowsError.SEAL_CUSTODIAN, of.held().custodianName());
        }
        at(now.account(), unit)
                .filter(each -> each.isOnDuty(now))
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_OFF_DUTY));
    }

    private Optional<StaffMember> at(String account, UnitOfWork unit) {
        return staff.withAccounts(List.of(account), unit).stream().findFirst();
    }

    /** Whether the case is decided, which is of the department, or a bundle of which it has a member. */
    private boolean isDecided(Seal of, String number, UnitOfWork unit) {
        if (number.isEmpty()) {
            return false;
        }
        Set<String> names = names(of.department(), unit);
        CaseRecord found = cases.find(number, unit)
                .filter(each -> isOf(each, names))
                .orElseThrow(() -> ProblemException.of(WindowsError.SEAL_CASE, number, of.department()));
        return found.decision() != null;
    }

    private static boolean isOf(CaseRecord of, Set<String> names) {
        return names.contains(of.department())
                || of.items().stream().map(CaseItem::department).anyMatch(names::contains);
    }

    /** Returns them, in the order in which they were given out. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<SealView> list(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(context, unit -> {
            List<Seal> found = rows.all(page.cursor().orElse(""), page.limit() + 1, unit);
            return Page.of(found, page.limit(), Seal::id).map(each -> shown(each, unit));
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code seal-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public SealView find(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(context, unit -> shown(rows.find(id, unit).orElseThrow(Seals::unknown), unit));
    }

    /**
     * Returns to what one was put, the newest first.
     *
     * @throws ProblemException {@code seal-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<SealUseView> uses(String id, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<SealUse> found = transactions.read(context, unit -> {
            rows.find(id, unit).orElseThrow(Seals::unknown);
            return uses.of(id, page.cursor().orElse("~"), page.limit() + 1, unit);
        });
        return Page.of(found, page.limit(), SealUse::id).map(Seals::shown);
    }

    private SealView shown(Seal of, UnitOfWork unit) {
        boolean isPermitted = unit.context().actor().isPermitted(WindowsPermission.SERVE);
        return new SealView(
                of.id(),
                of.number(),
                of.held().name(),
                of.department(),
                of.window(),
                of.held().custodianName(),
                of.isRetired(),
                isPermitted && !of.isRetired() && isKeeperOrStandIn(of, unit),
                Shown.notes(of.held().notes()),
                of.steps());
    }

    private boolean isKeeperOrStandIn(Seal of, UnitOfWork unit) {
        String account = unit.context().actor().account();
        return of.custodian().equals(account)
                || at(of.custodian(), unit)
                        .map(each -> each.held().standIn())
                        .filter(account::equals)
                        .isPresent();
    }

    private static SealUseView shown(SealUse of) {
        SealUse.Course course = of.held();
        return new SealUseView(
                of.id(),
                of.kind(),
                course.document(),
                of.caseNumber(),
                course.copies(),
                course.applicant(),
                course.by(),
                course.at());
    }
}
