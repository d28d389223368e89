package org.yichuang.identity.internal;

import java.util.List;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.StaffDirectory;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.UnitOfWork;

/** The staff, from the centre's own accounts. */
public class DefaultStaffDirectory implements StaffDirectory {
    private final EntityManagerFactory entities;
    private final RoleCatalog roles;

    /** @param identity knows what roles permit */
    public DefaultStaffDirectory(EntityManagerFactory entities, Identity identity) {
        this.entities = entities;
        this.roles = identity.roles();
    }

    @Override
    public List<String> of(Set<String> departments, String permission, UnitOfWork unit) {
        IdentityRepository accounts = new IdentityRepository(unit.entities(entities));
        return departments.stream()
                .sorted()
                .flatMap(department -> accounts.ofDepartment(department, MOST).stream())
                .filter(account ->
                        roles.permissions(roles.compatible(account.roles())).contains(permission))
                .map(account -> account.account())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
