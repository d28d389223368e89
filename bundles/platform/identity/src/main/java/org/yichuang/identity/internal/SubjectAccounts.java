package org.yichuang.identity.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityProvider.ProvenSubject;
import org.yichuang.identity.internal.domain.AccountRules;
import org.yichuang.identity.internal.domain.SubjectLink;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.domain.UserAccount.Password;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Which accounts the subjects of outside providers have; each link is an entry in the account's audit chain. */
public final class SubjectAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectAccounts.class);
    private static final String APPLICANT = "applicant";
    /** What the digests of subjects are for: the same person may be staff of a centre and an applicant of it. */
    private static final String APPLICANTS = "identity-subject";

    private static final String STAFF = "identity-staff-subject";
    /** What the seals of rows are for. */
    private static final String LINK = "identity-link";

    private static final int LONGEST_NAME = 100;
    private static final int SECRET = 40;

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final KeyedDigests digests;
    private final Identity shared;
    private final DefaultAccounts accounts;

    public SubjectAccounts(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            KeyedDigests digests,
            Identity shared,
            DefaultAccounts accounts) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.digests = digests;
        this.shared = shared;
        this.accounts = accounts;
    }

    /** Where the account of a subject is kept: one of the centre's staff, else an applicant's there or above it. */
    Optional<AccountHome> find(ProvenSubject subject, CallContext context) {
        return find(STAFF, subject, context.tenant(), context)
                .or(() -> AccountHome.keepers(context.tenant(), tenants).stream()
                        .flatMap(centre -> find(APPLICANTS, subject, centre, context).stream())
                        .findFirst());
    }

    private Optional<AccountHome> find(String purpose, ProvenSubject subject, TenantId centre, CallContext context) {
        String digest = digest(purpose, subject, centre);
        return transactions.read(at(centre, context), unit -> store(unit)
                .link(digest)
                .filter(link -> isGood(link, purpose, unit))
                .map(link -> new AccountHome(centre, link.account())));
    }

    /**
     * The only way to believe a row: it was written by this platform, and its account is of the kind that the digest is
     * for. An applicant's proof enters no staff account, whatever the row says.
     */
    private boolean isGood(SubjectLink link, String purpose, UnitOfWork unit) {
        TenantId centre = unit.context().tenant();
        boolean sealed = digests.matches(link.seal(), LINK, centre.value(), link.subjectDigest(), link.account());
        if (!sealed) {
            LOG.error("The link of a subject with {} at {} was not written by this platform", link.account(), centre);
        }
        return sealed
                && store(unit)
                        .find(link.account())
                        .filter(user -> user.isApplicant() == purpose.equals(APPLICANTS))
                        .isPresent();
    }

    /**
     * Opens the applicant's account of a subject that nobody has linked.
     *
     * @throws ProblemException {@code sign-in-refused} when the subject has a row that lets nobody in
     */
    AccountHome open(ProvenSubject subject, CallContext context) {
        TenantId root = AccountHome.root(context.tenant(), tenants);
        String digest = digest(APPLICANTS, subject, root);
        String name = "u-" + Ids.next(context.at()).toLowerCase(Locale.ROOT);
        boolean named = !subject.name().isBlank() && AccountRules.isLine(subject.name(), LONGEST_NAME);
        Account opened = new Account(name, named ? subject.name() : name, Set.of(APPLICANT), Set.of(), "person", false);
        // Nobody knows it: the account is entered by the provider until its owner is given another one
        Password password = new Password(shared.passwords().hash(Ids.secret(SECRET)), false, context.at());
        String account = transactions.write(at(root, context), String.class, unit -> {
            Optional<SubjectLink> present = store(unit).link(digest); // by another container, just now
            if (present.filter(link -> !isGood(link, APPLICANTS, unit)).isPresent()) {
                throw new ProblemException(
                        IdentityError.SIGN_IN_REFUSED,
                        LocalizedMessage.of(IdentityError.class, "provider-link-altered"));
            }
            return present.map(SubjectLink::account).orElseGet(() -> open(opened, password, digest, subject, unit));
        });
        return new AccountHome(root, account);
    }

    private String open(Account opened, Password password, String digest, ProvenSubject subject, UnitOfWork unit) {
        UserAccount user = new UserAccount(opened, password);
        store(unit).add(user);
        SubjectLink link = link(digest, opened.account(), unit);
        store(unit).add(link);
        Map<String, String> details = new HashMap<>(store(unit).cover(link));
        details.putAll(Map.of("roles", APPLICANT, "provider", subject.issuer()));
        accounts.record(unit, user, "open-account", details);
        return opened.account();
    }

    /**
     * Links an account that is there, instead of what it was linked with.
     *
     * @param applicant whether it must be an applicant's; else it must be one of the staff
     * @throws ProblemException {@code subject-linked}, {@code account-unknown}; {@code refusal} for the other kind
     */
    void link(AccountHome home, ProvenSubject subject, boolean applicant, ProblemException refusal, CallContext call) {
        String purpose = applicant ? APPLICANTS : STAFF;
        String digest = digest(purpose, subject, home.tenant());
        transactions.write(home.at(call), Boolean.class, unit -> {
            IdentityRepository store = store(unit);
            UserAccount user = store.get(home.account());
            if (user.isApplicant() != applicant) {
                throw refusal;
            }
            Map<String, String> details = new HashMap<>();
            Optional<SubjectLink> present = store.link(digest);
            if (present.isPresent() && !isGood(present.get(), purpose, unit)) {
                details.putAll(store.removeLink(present.get()));
                present = Optional.empty();
            }
            if (present.filter(link -> !link.account().equals(home.account())).isPresent()) {
                throw ProblemException.of(IdentityError.SUBJECT_LINKED);
            }
            if (present.isEmpty()) {
                details.putAll(store.removeLinks(home.account()));
                SubjectLink link = link(digest, home.account(), unit);
                store.add(link);
                details.putAll(store.cover(link));
                details.put("provider", subject.issuer());
                accounts.record(unit, user, "link-subject", details);
            }
            return true;
        });
    }

    /** Takes the links of an account away and ends its tokens and sessions. */
    void unlink(String account, CallContext context) {
        accounts.changeByOther(account, "unlink-subject", context, store -> store.removeLinks(account));
    }

    private SubjectLink link(String digest, String account, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        return new SubjectLink(
                digest, account, unit.context().at(), digests.digest(LINK, tenant.value(), digest, account));
    }

    private String digest(String purpose, ProvenSubject subject, TenantId centre) {
        return digests.digest(purpose, centre.value(), subject.issuer(), subject.subject());
    }

    private static CallContext at(TenantId centre, CallContext context) {
        return new AccountHome(centre, "").at(context.withoutKey()).by(Actor.SYSTEM);
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }
}
