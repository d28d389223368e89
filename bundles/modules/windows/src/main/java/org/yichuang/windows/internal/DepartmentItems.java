package org.yichuang.windows.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.domain.WindowsPolicy;

/** What the catalogue says of the items of a department. */
final class DepartmentItems {
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final Departments departments;

    DepartmentItems(Catalogue catalogue, Tenants tenants, Departments departments) {
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.departments = departments;
    }

    /**
     * An item that the centre handles: one that it offers, or one of a centre above that comes through it on its way
     * (K10). To be asked outside of a transaction.
     *
     * @throws ProblemException {@code item-unknown}
     */
    ItemDefinition handled(String code, CallContext context) {
        try {
            return catalogue.offered(code, context).definition();
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                throw e;
            }
            return passing(code, context).orElseThrow(() -> e);
        }
    }

    /** The same; nothing of one that is not handled any more. */
    Optional<ItemDefinition> stillHandled(String code, CallContext context) {
        try {
            return Optional.of(handled(code, context));
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<ItemDefinition> passing(String code, CallContext context) {
        Level level = tenants.get(context.tenant()).level();
        List<Tenant> lineage = tenants.lineage(context.tenant());
        for (Tenant above : lineage.subList(1, lineage.size())) {
            CallContext there = CallContext.system(above.id(), context.at(), context.requestId());
            try {
                return Optional.of(catalogue.offered(code, there).definition()).filter(item -> item.routes().stream()
                        .flatMap(route -> route.stages().stream())
                        .anyMatch(stage -> stage.level() == level));
            } catch (ProblemException e) {
                if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses an item that is neither a department's nor comes to it on its way, as what a government decides itself.
     *
     * @throws ProblemException {@code item-not-of-department}
     */
    void requireOf(String department, ItemDefinition item, UnitOfWork unit) {
        String asked = present(department, unit);
        boolean isIts = Stream.concat(
                        Stream.of(item.department()),
                        item.routes().stream()
                                .flatMap(route -> route.stages().stream())
                                .map(Stage::department)
                                .filter(name -> !name.isEmpty()))
                .distinct()
                .anyMatch(name -> present(name, unit).equals(asked));
        if (!isIts) {
            throw ProblemException.of(
                    WindowsError.ITEM_NOT_OF_DEPARTMENT, item.name(), present(item.department(), unit));
        }
    }

    /** What a department is called now. */
    String present(String department, UnitOfWork unit) {
        return departments.presentName(department, unit.context().tenant(), unit);
    }

    /** Whether the law has the organ itself decide on something of a case. */
    boolean isOrgans(CaseMatter matter, Tenant centre, UnitOfWork unit) {
        return matter.items().stream()
                .map(item -> catalogue.version(new TenantId(item.owner()), item.code(), item.version(), unit))
                .anyMatch(version -> isOrgans(version.definition(), centre));
    }

    /** Whether the law has the organ itself decide on an item, as its special steps tell (C2.4). */
    static boolean isOrgans(ItemDefinition item, Tenant centre) {
        return item.handling().specialSteps().stream()
                .map(Handling.SpecialStep::name)
                .anyMatch(name -> WindowsPolicy.isExcluded(name, centre));
    }
}
