package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.DepartmentUsage;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.internal.persistence.DepartmentRows;

/** Departments as rows of their centre, each with its own audit chain. */
public class DefaultDepartments implements Departments, ChainHeadProvider {
    private static final String TYPE = "department";
    private static final String OTHER_NAMES = "otherNames";
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST = 100;
    private static final int MOST_CENTRES = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(DefaultDepartments.class);

    private final Transactions transactions;
    private final PlatformClock clock;
    private final List<DepartmentUsage> usages;
    private final DepartmentRows rows = new DepartmentRows();
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    /** @param usages who says departments' names; those that are there at the time */
    public DefaultDepartments(Transactions transactions, PlatformClock clock, List<DepartmentUsage> usages) {
        this.transactions = transactions;
        this.clock = clock;
        this.usages = usages;
    }

    private record Known(List<Department> departments, Instant learnt) {
        boolean isFresh(Instant now) {
            return Duration.between(learnt, now).abs().compareTo(FRESH) < 0;
        }
    }

    @Override
    public List<Department> list(CallContext context) {
        return transactions.read(context, unit -> rows.list(unit.connection(), context.tenant()));
    }

    /** As it was at most two seconds ago; a change at this node counts at once. */
    private List<Department> known(CallContext context) {
        Known last = known.get(context.tenant());
        if (last == null || !last.isFresh(context.at())) {
            last = new Known(list(context.withoutKey()), context.at());
            if (known.size() >= MOST_CENTRES) {
                known.clear();
            }
            known.put(context.tenant(), last);
        }
        return last.departments();
    }

    @Override
    public Department open(String name, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        String wanted = checked("name", name);
        return write(context, unit -> {
            requireFree("name", Set.of(wanted), "", unit);
            return save(new Department(Ids.next(context.at()), wanted, false), "open-department", unit);
        });
    }

    @Override
    public Department rename(String id, String name, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        String wanted = checked("name", name);
        return write(context, unit -> {
            requireFree("name", Set.of(wanted), id, unit);
            return change(
                    id,
                    old -> {
                        Set<String> others = old.allNames();
                        others.remove(wanted);
                        return new Department(id, wanted, fitting("name", others), old.isClosed());
                    },
                    "rename-department",
                    unit);
        });
    }

    @Override
    public Department setOtherNames(String id, Set<String> names, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        Set<String> wanted = fitting(
                OTHER_NAMES,
                names.stream().map(name -> checked(OTHER_NAMES, name)).collect(Collectors.toSet()));
        Runnable unused = later(() -> requireUnused(
                existing(id, list(context.withoutKey())).otherNames().stream()
                        .filter(name -> !wanted.contains(name))
                        .collect(Collectors.toSet()),
                context));
        return write(context, unit -> {
            unused.run();
            requireFree(OTHER_NAMES, wanted, id, unit);
            return change(
                    id,
                    old -> {
                        Set<String> others = new TreeSet<>(wanted);
                        others.remove(old.name());
                        return new Department(id, old.name(), others, old.isClosed());
                    },
                    "set-other-names",
                    unit);
        });
    }

    @Override
    public Department close(String id, boolean closed, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        Runnable unused = later(() -> {
            if (closed) {
                requireUnused(existing(id, list(context.withoutKey())).allNames(), context);
            }
        });
        return write(context, unit -> {
            unused.run();
            return change(
                    id,
                    old -> new Department(id, old.name(), old.otherNames(), closed),
                    closed ? "close-department" : "reopen-department",
                    unit);
        });
    }

    /** Checks now, as modules read for themselves, and refuses where a repeated command has already got its answer. */
    private static Runnable later(Runnable check) {
        try {
            check.run();
            return () -> {};
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    private Department write(CallContext context, Function<UnitOfWork, Department> act) {
        Department changed = transactions.write(context, Department.class, act::apply);
        known.remove(context.tenant());
        return changed;
    }

    /** Asked before the change, since the modules read for themselves. */
    private void requireUnused(Set<String> names, CallContext context) {
        List<LocalizedMessage> holding = usages.stream()
                .filter(usage -> !names.isEmpty())
                .filter(usage -> !Collections.disjoint(usage.held(context.withoutKey()), names))
                .map(DepartmentUsage::what)
                .toList();
        if (!holding.isEmpty()) {
            throw new ProblemException(
                    TenancyError.DEPARTMENT_IN_USE,
                    LocalizedMessage.of(DefaultDepartments.class, "department-in-use", LocalizedMessage.list(holding)));
        }
    }

    @Override
    public void check(List<String> names, CallContext context) {
        List<Department> all = names.isEmpty() ? List.of() : known(context);
        names.stream()
                .filter(name -> !all.isEmpty()
                        && all.stream()
                                .noneMatch(
                                        one -> !one.isClosed() && one.allNames().contains(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.field(
                            TenancyError.DEPARTMENT_UNKNOWN,
                            "department",
                            LocalizedMessage.of(DefaultDepartments.class, "department.none-of-this-name", name));
                });
    }

    @Override
    public Set<String> allNames(Set<String> names, CallContext context) {
        return replaced(names, Department::allNames, context);
    }

    @Override
    public Set<String> presentNames(Set<String> names, CallContext context) {
        return replaced(names, one -> Set.of(one.name()), context);
    }

    @Override
    public String presentName(String name, TenantId centre, UnitOfWork unit) {
        return called(name, centre, unit).map(Department::name).orElse(name);
    }

    @Override
    public Set<String> allNames(String name, TenantId centre, UnitOfWork unit) {
        return called(name, centre, unit).map(Department::allNames).orElse(Set.of(name));
    }

    private Optional<Department> called(String name, TenantId centre, UnitOfWork unit) {
        return unit.reading(centre, there -> rows.list(there.connection(), centre)).stream()
                .filter(one -> one.allNames().contains(name))
                .findFirst();
    }

    private Set<String> replaced(Set<String> names, Function<Department, Set<String>> by, CallContext context) {
        if (names.isEmpty()) {
            return names;
        }
        List<Department> all = known(context);
        Set<String> replaced = new TreeSet<>();
        for (String name : names) {
            replaced.addAll(all.stream()
                    .filter(one -> one.allNames().contains(name))
                    .findFirst()
                    .map(by)
                    .orElse(Set.of(name)));
        }
        return replaced;
    }

    @Override
    public List<String> unlisted(CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        Set<String> said = new TreeSet<>();
        for (DepartmentUsage usage : usages) {
            ForeignCode.run(
                    () -> said.addAll(usage.named(context.withoutKey())),
                    failure -> LOG.warn(
                            "The departments that {} names are not known at {}",
                            usage.getClass().getName(),
                            context.tenant(),
                            failure));
        }
        list(context.withoutKey()).forEach(one -> said.removeAll(one.allNames()));
        return List.copyOf(said);
    }

    private static Department existing(String id, List<Department> all) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonError.NOT_FOUND, LocalizedMessage.of(DefaultDepartments.class, "department.unknown")));
    }

    /** Held before it is read: of two changes at once the second sees what the first has made of it. */
    private Department change(String id, UnaryOperator<Department> wish, String action, UnitOfWork unit) {
        rows.hold(unit.connection(), unit.context().tenant(), id);
        Department old =
                existing(id, rows.list(unit.connection(), unit.context().tenant()));
        Department fresh = wish.apply(old);
        return fresh.equals(old) ? old : save(fresh, action, unit);
    }

    private Department save(Department department, String action, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        Optional<RowState> before = rows.hold(unit.connection(), tenant, department.id());
        AuditEntry entry = new AuditEntry(
                TYPE,
                department.id(),
                action,
                before.map(RowState::digest).orElse(""),
                DepartmentRows.digest(tenant, department),
                department.otherNames().isEmpty()
                        ? Map.of("name", department.name())
                        : Map.of(
                                "name",
                                department.name(),
                                "other-names",
                                TextRules.first(String.join("；", department.otherNames()), LONGEST_DETAIL)));
        ChainHead head = unit.record(entry, before.flatMap(RowState::head).orElse(ChainHead.START));
        rows.save(unit.connection(), tenant, department, head);
        return department;
    }

    private static String checked(String field, String name) {
        String wanted = name == null ? "" : TextRules.normalized(name);
        boolean fits = !TextRules.isBlank(wanted)
                && !TextRules.isUnfit(wanted)
                && wanted.indexOf('\n') < 0
                && wanted.length() <= LONGEST;
        if (!fits) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    field,
                    LocalizedMessage.of(DefaultDepartments.class, "department.name-missing"));
        }
        return wanted;
    }

    private static Set<String> fitting(String field, Set<String> names) {
        if (names.size() > MOST_NAMES) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    field,
                    LocalizedMessage.of(DefaultDepartments.class, "department-names-too-many", MOST_NAMES));
        }
        return names;
    }

    /** A name belongs to one department for ever: rows that say it cannot be told apart by when they were written. */
    private void requireFree(String field, Set<String> names, String id, UnitOfWork unit) {
        boolean taken = rows.list(unit.connection(), unit.context().tenant()).stream()
                .anyMatch(one -> !one.id().equals(id) && !Collections.disjoint(one.allNames(), names));
        if (taken) {
            throw ProblemException.field(
                    TenancyError.DEPARTMENT_EXISTS,
                    field,
                    LocalizedMessage.of(DefaultDepartments.class, "department.name-taken"));
        }
    }

    @Override
    public String aggregateType() {
        return TYPE;
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return transactions.read(
                context(tenant), unit -> rows.states(unit.connection(), tenant, after.orElse(""), most));
    }

    @Override
    public Optional<RowState> row(TenantId tenant, String id) {
        return transactions.read(context(tenant), unit -> rows.state(unit.connection(), tenant, id));
    }

    @Override
    public String shape(TenantId tenant) {
        return DepartmentRows.shape();
    }

    private CallContext context(TenantId tenant) {
        return CallContext.system(
                tenant, clock.clock().instant(), Ids.next(clock.clock().instant()));
    }
}
