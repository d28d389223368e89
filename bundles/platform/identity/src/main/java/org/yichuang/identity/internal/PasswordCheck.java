package org.yichuang.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Compares passwords, so that the answer tells nothing about which accounts there are, and counts the wrong ones. */
public final class PasswordCheck {
    private static final int UNKNOWN_CHARACTERS = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}(?:@[a-z][a-z0-9-]{1,39})?");

    private final OriginThrottle origins =
            new OriginThrottle(LocalizedMessage.of(PasswordCheck.class, "sign-in.failed-too-often"));
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Journal journal;
    private final Tenants tenants;
    private final KeyedDigests digests;
    private final Identity shared;
    private final LoginFailureTracker failures;

    public PasswordCheck(
            EntityManagerFactory entities,
            Transactions transactions,
            Journal journal,
            Tenants tenants,
            KeyedDigests digests,
            Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.journal = journal;
        this.tenants = tenants;
        this.digests = digests;
        this.shared = shared;
        failures = new LoginFailureTracker(entities, transactions, shared);
    }

    /**
     * Returns whose the credentials are; the account may yet be blocked, locked or reset, see {@link #findOpen}.
     *
     * @throws ProblemException {@code sign-in-refused}, {@code too-many-requests}
     */
    Candidate require(Credentials credentials, String origin, CallContext context) {
        origins.check(origin, shared.settings().originFailures(), context.at());
        String name = NAME.matcher(credentials.account()).matches() ? credentials.account() : "?";
        Optional<Candidate> candidate = candidate(name, context);
        String kept = candidate.map(Candidate::passwordHash).orElseGet(shared.passwords()::dummy);
        boolean right = shared.passwords().matches(credentials.password(), kept);
        if (candidate.isPresent() && right) {
            return candidate.get();
        }
        if (candidate.isPresent()) {
            AccountHome home = candidate.get().home();
            failures.record(home.account(), home.at(context));
        } else {
            failures.recordUnknown(name, context);
            name = unknown(name, context);
        }
        throw refuse(name, origin, context);
    }

    /**
     * What the journal calls a name that no account has: people type passwords into the wrong field. The same name is
     * called the same, so that one can see whether somebody goes on trying it.
     */
    private String unknown(String name, CallContext context) {
        String digest =
                digests.digest("identity-unknown-account", context.tenant().value(), name);
        return "?" + digest.substring(0, UNKNOWN_CHARACTERS);
    }

    /**
     * Whose password is to be compared: an account of the centre, else an applicant's of the nearest centre above it
     * that has one; a centre that the name says decides. All are looked at, whatever is found.
     */
    private Optional<Candidate> candidate(String name, CallContext context) {
        AccountHome named = AccountHome.of(name, context.tenant());
        boolean anyCentre = named.account().equals(name);
        List<Candidate> found = new ArrayList<>();
        for (TenantId keeper : AccountHome.keepers(context.tenant(), tenants)) {
            boolean isHere = keeper.equals(context.tenant());
            read(new AccountHome(keeper, named.account()), context, user -> isHere || user.isApplicant())
                    .ifPresent(found::add);
        }
        return found.stream()
                .filter(candidate -> anyCentre || candidate.home().equals(named))
                .findFirst();
    }

    private Optional<Candidate> read(AccountHome home, CallContext context, Predicate<UserAccount> filter) {
        return transactions.read(home.at(context.withoutKey()), unit -> new IdentityRepository(unit.entities(entities))
                .find(home.account())
                .filter(filter)
                .map(user -> new Candidate(home, user.passwordHash())));
    }

    /**
     * Finds the account whose password was right, unless it is blocked or locked or has another password by now, and
     * forgets its failures. Judged here, where it takes effect: an attempt that began before a lock or a reset must not
     * slip through after it.
     */
    Optional<UserAccount> findOpen(IdentityRepository store, Candidate candidate, CallContext context) {
        AccountHome home = candidate.home();
        UserAccount user = store.get(home.account());
        FailedSignIns failed = store.failures(home.account());
        if (!user.passwordHash().equals(candidate.passwordHash())
                || user.isBlocked()
                || failed.isLocked(context.at(), shared.settings().lockDuration())) {
            return Optional.empty();
        }
        if (failed.isMarked()) {
            store.lockedFailures(home.account()).clear();
        }
        return Optional.of(user);
    }

    /** Counts a wrong one-time code like a wrong password, and journals the refusal. */
    void countWrongCode(AccountHome home, ProblemException refusal, String origin, CallContext context) {
        failures.record(home.account(), home.at(context));
        origins.count(origin, context.at());
        journal(home.nameAt(context.tenant()), refusal, origin, context);
    }

    /** Counts and journals a refusal; the same for all reasons. */
    ProblemException refuse(String account, String origin, CallContext context) {
        origins.count(origin, context.at());
        ProblemException refusal = new ProblemException(
                IdentityError.SIGN_IN_REFUSED, LocalizedMessage.of(PasswordCheck.class, "sign-in.wrong"));
        journal(account, refusal, origin, context);
        return refusal;
    }

    private void journal(String account, ProblemException refusal, String origin, CallContext context) {
        Actor tried = new Actor(account, account, Set.of());
        journal.refused("sign-in from " + origin, refusal, context.withoutKey().by(tried));
    }

    /**
     * An account whose password is to be compared.
     *
     * @param home where it is kept
     * @param passwordHash what the password is compared with
     */
    record Candidate(AccountHome home, String passwordHash) {}
}
