package org.yichuang.windows.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.domain.Stationing;
import org.yichuang.windows.internal.persistence.StationingRows;

/** Departments that work at a centre, as others of the module need them. */
class StationedDepartments {
    private static final int MOST = 500;

    private final StationingRows rows;
    private final Departments departments;

    StationedDepartments(StationingRows rows, Departments departments) {
        this.rows = rows;
        this.departments = departments;
    }

    /**
     * Holds a department until the transaction ends, under whatever name it has come: what is said of it by two at one
     * moment is said one after the other.
     *
     * @throws ProblemException {@code stationing-unknown} where it does not work at the centre today
     */
    void hold(String department, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        String present = departments.presentName(department, tenant, unit);
        Stream.of(department, present)
                .distinct()
                .flatMap(name -> rows.of(name, 1, unit).stream())
                .findFirst()
                .or(() -> calledOtherwise(present, unit))
                .flatMap(found -> rows.held(found.id(), unit))
                .filter(found -> found.holds(unit.context().today()))
                .orElseThrow(() -> ProblemException.of(WindowsError.STATIONING_UNKNOWN));
    }

    /** @throws ProblemException {@code department-unknown} */
    void check(String department, CallContext context) {
        departments.check(List.of(department), context);
    }

    private Optional<Stationing> calledOtherwise(String present, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        List<Stationing> all = rows.all(Optional.empty(), MOST, unit);
        return all.stream()
                .filter(each ->
                        departments.presentName(each.department(), tenant, unit).equals(present))
                .reduce((earlier, later) -> later);
    }
}
