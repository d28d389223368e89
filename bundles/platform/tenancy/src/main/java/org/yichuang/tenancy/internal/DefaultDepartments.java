package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.internal.persistence.DepartmentRows;

/** Departments as rows of their centre, each with its own audit chain. */
public class DefaultDepartments implements Departments, ChainHeadProvider {
    private static final String TYPE = "department";
    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final PlatformClock clock;
    private final DepartmentRows rows = new DepartmentRows();

    public DefaultDepartments(Transactions transactions, PlatformClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Department> list(CallContext context) {
        return transactions.read(context, unit -> rows.list(unit.connection(), context.tenant()));
    }

    @Override
    public Department open(String name, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        String wanted = checked(name);
        return transactions.write(context, Department.class, unit -> {
            requireFree(wanted, "", unit);
            return save(new Department(Ids.next(context.at()), wanted, false), "open-department", unit);
        });
    }

    @Override
    public Department rename(String id, String name, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        String wanted = checked(name);
        return transactions.write(context, Department.class, unit -> {
            requireFree(wanted, id, unit);
            return change(id, old -> new Department(id, wanted, old.isClosed()), "rename-department", unit);
        });
    }

    @Override
    public Department close(String id, boolean closed, CallContext context) {
        context.require(TenancyPermission.DEPARTMENTS);
        return transactions.write(
                context,
                Department.class,
                unit -> change(
                        id,
                        old -> new Department(id, old.name(), closed),
                        closed ? "close-department" : "reopen-department",
                        unit));
    }

    @Override
    public void check(List<String> names, CallContext context) {
        List<Department> all = list(context);
        names.stream()
                .filter(name -> !all.isEmpty()
                        && all.stream()
                                .noneMatch(one -> !one.isClosed() && one.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.field(
                            TenancyError.DEPARTMENT_UNKNOWN,
                            "department",
                            "本中心没有名为“" + name + "”的部门",
                            "This centre has no department " + name);
                });
    }

    private Department change(String id, UnaryOperator<Department> wish, String action, UnitOfWork unit) {
        Department old = rows.list(unit.connection(), unit.context().tenant()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonError.NOT_FOUND, "没有这个部门", "No such department"));
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
                Map.of("name", department.name()));
        ChainHead head = unit.record(entry, before.flatMap(RowState::head).orElse(ChainHead.START));
        rows.save(unit.connection(), tenant, department, head);
        return department;
    }

    private static String checked(String name) {
        String wanted = name == null ? "" : TextRules.normalized(name);
        boolean fits = !TextRules.isBlank(wanted)
                && !TextRules.isUnfit(wanted)
                && wanted.indexOf('\n') < 0
                && wanted.length() <= LONGEST;
        if (!fits) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "name",
                    "请填写部门名称，不超过 100 字",
                    "Give the department's name, up to 100 characters");
        }
        return wanted;
    }

    private void requireFree(String name, String id, UnitOfWork unit) {
        boolean taken = rows.list(unit.connection(), unit.context().tenant()).stream()
                .anyMatch(one -> one.name().equals(name) && !one.id().equals(id));
        if (taken) {
            throw ProblemException.field(
                    TenancyError.DEPARTMENT_EXISTS, "name", "本中心已有同名部门", "The centre has a department of this name");
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
