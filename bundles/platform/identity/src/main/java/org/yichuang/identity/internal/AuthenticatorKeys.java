package org.yichuang.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Has the secrets of authenticators encrypted under the newest master key, each with an entry of its account. */
public class AuthenticatorKeys implements LeasedJob, PersonalDataHolder {
    private static final Logger LOG = LoggerFactory.getLogger(AuthenticatorKeys.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 100;

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final FactorCheck factors;
    private final DefaultAccounts accounts;
    private final Clock clock;

    public AuthenticatorKeys(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            FactorCheck factors,
            DefaultAccounts accounts,
            Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.factors = factors;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity-authenticator-keys";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public boolean rewritesRows() {
        return true;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Set<String> keys(TenantId centre) {
        CallContext context = CallContext.system(centre, clock.instant(), "personal-data-keys");
        return transactions.read(context, unit -> store(unit).keysOfAuthenticators());
    }

    /** One look at an index for each centre. */
    @Override
    public Set<TenantId> centres() {
        Set<TenantId> centres = new HashSet<>();
        tenants.all().stream().findFirst().ifPresent(any -> {
            CallContext context = CallContext.system(any.id(), clock.instant(), "personal-data-keys");
            Optional<String> found = centreAfter("", context);
            while (found.isPresent()) {
                found.filter(TenantId::isWellFormed).map(TenantId::new).ifPresent(centres::add);
                found = centreAfter(found.get(), context);
            }
        });
        return centres;
    }

    private Optional<String> centreAfter(String after, CallContext context) {
        return transactions.readAcrossTenants(
                context,
                "who has authenticators",
                unit -> IdentityRepository.centreWithAuthenticators(unit.connection(), after));
    }

    @Override
    public void run(JobRun run) {
        if (!factors.mayRenew()) {
            return;
        }
        String after = "";
        List<String> part = part(after, run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(account -> renew(account, run));
            after = part.get(part.size() - 1);
            part = part(after, run);
        }
    }

    private List<String> part(String after, JobRun run) {
        return transactions.read(
                run.context(), unit -> store(unit).authenticatorsUnderOtherKeys(factors.newestKey(), after, PART));
    }

    /** One that cannot be read stops nobody else. */
    private void renew(String account, JobRun run) {
        try {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                IdentityRepository store = store(unit);
                store.lockedAuthenticator(account).ifPresent(authenticator -> {
                    factors.renew(authenticator, run.context());
                    accounts.record(unit, store.get(account), "renew-second-factor-key", store.cover(authenticator));
                });
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST) {
                throw e;
            }
            LOG.warn(
                    "{}: the authenticator of {} stays under an older key for now: {}",
                    run.context().tenant(),
                    account,
                    e.toString());
        }
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }
}
