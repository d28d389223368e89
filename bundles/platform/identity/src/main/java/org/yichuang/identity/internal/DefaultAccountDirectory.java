package org.yichuang.identity.internal;

import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.UnitOfWork;

/** Tells other modules what they must know of accounts. */
public class DefaultAccountDirectory implements AccountDirectory {
    private final EntityManagerFactory entities;

    public DefaultAccountDirectory(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public boolean isApplicant(String account, UnitOfWork unit) {
        return applicant(account, unit).isPresent();
    }

    @Override
    public String kind(String account, UnitOfWork unit) {
        return applicant(account, unit).map(UserAccount::kind).orElse("");
    }

    private Optional<UserAccount> applicant(String account, UnitOfWork unit) {
        if (account.isEmpty()) {
            return Optional.empty();
        }
        AccountHome home = AccountHome.of(account, unit.context().tenant());
        return unit.reading(home.tenant(), there -> new IdentityRepository(there.entities(entities))
                .find(home.account())
                .filter(UserAccount::isApplicant));
    }
}
