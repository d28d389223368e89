package org.yichuang.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.StaffAccounts;
import org.yichuang.identity.api.StaffDirectory;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.UnitOfWork;

/** The staff, from the centre's own accounts. */
public class DefaultStaffDirectory implements StaffDirectory, StaffAccounts {
    private static final int PART = 50;

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
                .flatMap(department -> of(department, permission, accounts).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    @Override
    public boolean isPermitted(String account, String permission, UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities))
                .find(account)
                .filter(found -> !found.view().blocked() && may(found, permission))
                .isPresent();
    }

    private boolean may(UserAccount account, String permission) {
        return roles.permissions(roles.compatible(account.roles())).contains(permission);
    }

    /** Reads on until there are enough: whoever is not told takes no place of whoever is. */
    private List<String> of(String department, String permission, IdentityRepository accounts) {
        List<String> found = new ArrayList<>();
        List<UserAccount> part = accounts.ofDepartment(department, "", PART);
        while (!part.isEmpty() && found.size() < MOST) {
            part.stream()
                    .filter(account -> isTold(account, department, permission))
                    .map(UserAccount::account)
                    .forEach(found::add);
            String last = part.get(part.size() - 1).account();
            part = part.size() < PART ? List.of() : accounts.ofDepartment(department, last, PART);
        }
        return found;
    }

    private boolean isTold(UserAccount account, String department, String permission) {
        return !account.view().blocked()
                && account.view().departments().contains(department)
                && may(account, permission);
    }
}
