package org.yichuang.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.internal.PasswordCheck.Candidate;
import org.yichuang.identity.internal.domain.Authenticator;
import org.yichuang.identity.internal.domain.OneTimeCode;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** Enrolling and removing authenticators; each is an entry in the account's audit chain. */
public final class DefaultSecondFactor implements SecondFactor {
    private static final int SECRET_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final PasswordCheck passwords;
    private final FactorCheck factors;
    private final DefaultAccounts accounts;

    public DefaultSecondFactor(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            PasswordCheck passwords,
            FactorCheck factors,
            DefaultAccounts accounts) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.passwords = passwords;
        this.factors = factors;
        this.accounts = accounts;
    }

    @Override
    public Enrolment begin(Credentials credentials, String origin, CallContext context) {
        Candidate candidate = passwords.require(credentials, origin, context);
        AccountHome home = candidate.home();
        CallContext there = home.at(context.withoutKey());
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        boolean open = transactions.write(there, Boolean.class, unit -> {
            IdentityRepository store = store(unit);
            Optional<UserAccount> user = passwords.findOpen(store, candidate, there);
            user.ifPresent(account -> {
                Authenticator begun = enrol(store, account.account(), secret, there);
                accounts.record(unit, account, "begin-second-factor", store.cover(begun));
            });
            return user.isPresent();
        });
        if (!open) {
            throw passwords.refuse(home.nameAt(context.tenant()), origin, context);
        }
        String issuer = tenants.get(home.tenant()).name();
        String text = OneTimeCode.base32(secret);
        String address = "otpauth://totp/" + encoded(issuer + ":" + home.account()) + "?secret=" + text + "&issuer="
                + encoded(issuer);
        return new Enrolment(text, address);
    }

    private Authenticator enrol(IdentityRepository store, String account, byte[] secret, CallContext there) {
        Optional<Authenticator> present = store.lockedAuthenticator(account);
        if (present.filter(Authenticator::isConfirmed).isPresent()) {
            throw new ProblemException(
                    IdentityError.SECOND_FACTOR_PRESENT,
                    LocalizedMessage.of(DefaultSecondFactor.class, "second-factor.enrolled-already"));
        }
        Authenticator authenticator = present.orElseGet(() -> new Authenticator(account));
        factors.enrol(authenticator, secret, there);
        if (present.isEmpty()) {
            store.add(authenticator);
        }
        return authenticator;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<String> confirm(Credentials credentials, String origin, CallContext context) {
        Candidate candidate = passwords.require(credentials, origin, context);
        AccountHome home = candidate.home();
        CallContext there = home.at(context.withoutKey());
        Optional<Codes> codes;
        try {
            codes = Optional.ofNullable(transactions.write(there, Codes.class, unit -> {
                IdentityRepository store = store(unit);
                return passwords
                        .findOpen(store, candidate, there)
                        .map(user -> confirm(unit, user, credentials.code(), there))
                        .orElse(null);
            }));
        } catch (ProblemException e) {
            if (e.code() == IdentityError.SECOND_FACTOR_WRONG) {
                passwords.countWrongCode(home, e, origin, context);
            }
            throw e;
        }
        return codes.orElseThrow(() -> passwords.refuse(home.nameAt(context.tenant()), origin, context))
                .all();
    }

    private Codes confirm(UnitOfWork unit, UserAccount user, String code, CallContext there) {
        IdentityRepository store = store(unit);
        Authenticator authenticator = store.lockedAuthenticator(user.account())
                .filter(begun -> !begun.isConfirmed())
                .orElseThrow(() -> new ProblemException(
                        IdentityError.SECOND_FACTOR_UNKNOWN,
                        LocalizedMessage.of(DefaultSecondFactor.class, "second-factor.no-enrolment")));
        if (!factors.accepts(authenticator, user.account(), code, there)) {
            throw FactorCheck.wrong();
        }
        List<String> codes = factors.confirm(authenticator, user.account(), there);
        accounts.record(unit, user, "enrol-second-factor", store.cover(authenticator));
        return new Codes(codes);
    }

    @Override
    public void remove(String account, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        accounts.changeByOther(account, "remove-second-factor", context, store -> {
            store.lockedAuthenticator(account).ifPresent(store::remove);
            return IdentityRepository.noAuthenticator(account);
        });
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }

    /** Recovery codes on their way out of the transaction. */
    private record Codes(List<String> all) {}
}
