package org.yichuang.windows.internal;

import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.domain.WindowsPolicy;

/** What the catalogue says of the items of a department. */
final class DepartmentItems {
    private DepartmentItems() {}

    /**
     * An item that the centre offers, of a department.
     *
     * @throws ProblemException {@code item-unknown}, {@code item-not-of-department}
     */
    static ItemDefinition of(
            String code, String department, Catalogue catalogue, Departments departments, UnitOfWork unit) {
        ItemDefinition item = catalogue.offered(code, unit).definition();
        TenantId tenant = unit.context().tenant();
        String its = departments.presentName(item.department(), tenant, unit);
        if (!its.equals(departments.presentName(department, tenant, unit))) {
            throw ProblemException.of(WindowsError.ITEM_NOT_OF_DEPARTMENT, item.name(), its);
        }
        return item;
    }

    /** Whether the law has the organ itself decide on an item, as its special steps tell (C2.4). */
    static boolean isOrgans(ItemDefinition item, Tenant centre) {
        return item.handling().specialSteps().stream()
                .map(Handling.SpecialStep::name)
                .anyMatch(name -> WindowsPolicy.isExcluded(name, centre));
    }
}
