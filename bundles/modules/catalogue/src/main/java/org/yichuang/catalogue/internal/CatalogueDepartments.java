package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.DepartmentUsage;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** The departments that items name: those of the owner's list, where it keeps one. */
public class CatalogueDepartments implements DepartmentUsage {
    private final Departments departments;
    private final Tenants tenants;
    private final Transactions transactions;
    private final Items items;
    private final Catalogue catalogue;

    /** Between the list of departments and the catalogue of each centre. */
    public CatalogueDepartments(
            Departments departments, Tenants tenants, Transactions transactions, Items items, Catalogue catalogue) {
        this.departments = departments;
        this.tenants = tenants;
        this.transactions = transactions;
        this.items = items;
        this.catalogue = catalogue;
    }

    /**
     * Checks an item's department and those of its stages at the owner's level; of stages elsewhere other centres keep
     * the list.
     *
     * @throws ProblemException {@code department-unknown}
     */
    void require(ItemDefinition item, CallContext owner) {
        Level here = tenants.get(owner.tenant()).level();
        List<String> named = new ArrayList<>();
        named.add(item.department());
        for (Route route : item.routes()) {
            route.stages().stream()
                    .filter(stage -> stage.level() == here)
                    .map(Stage::department)
                    .forEach(named::add);
        }
        if (item.bundled()) {
            item.joint().members().stream()
                    .filter(member -> !member.item().isEmpty()) // a utility is no department of the centre
                    .map(JointMember::department)
                    .forEach(named::add);
        }
        named.removeIf(String::isBlank);
        departments.check(named, owner);
    }

    /** Returns why the departments of an item are not those of its owner, if so. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext owner) {
        try {
            require(item, owner);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }

    @Override
    public LocalizedMessage what() {
        return LocalizedMessage.of(CatalogueDepartments.class, "departments-published-items");
    }

    @Override
    @NeedsNoPermission("asked by the list of departments, which has required its own")
    public Set<String> named(CallContext context) {
        return Set.copyOf(catalogue.departments(context));
    }

    @Override
    @NeedsNoPermission("asked by the list of departments, which has required its own")
    public Set<String> held(CallContext context) {
        return Set.copyOf(transactions.read(context, unit -> items.departments(Optional.empty(), unit)));
    }
}
