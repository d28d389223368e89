package org.yichuang.identity.internal;

import java.time.Instant;
import org.yichuang.identity.api.SignIn;
import org.yichuang.identity.api.SignIn.Bearer;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.domain.UserAccount.PasswordTerm;
import org.yichuang.kernel.api.TenantId;

/** What signing in and the accounts share: settings, password hashes, and what was asked lately. */
public final class Identity {
    private final ExpiringCache<Bearer> bearers = new ExpiringCache<>();
    private final ExpiringCache<Known> standings = new ExpiringCache<>();
    private final Settings settings;
    private final Passwords passwords;

    public Identity(Settings settings) {
        this.settings = settings;
        passwords = new Passwords(settings);
    }

    Settings.Values settings() {
        return settings.now();
    }

    /** How an account stands whose password has been checked, or whose token is known. */
    SignIn.Standing standing(UserAccount user, Instant at) {
        Settings.Values now = settings.now();
        PasswordTerm term = new PasswordTerm(now.firstChange(), now.passwordAge());
        return new SignIn.Standing(user.actor(), user.needsNewPassword(at, term));
    }

    Passwords passwords() {
        return passwords;
    }

    /** Whose the tokens are, by their hash. */
    ExpiringCache<Bearer> bearers() {
        return bearers;
    }

    /** How the accounts stand, by centre and name. */
    ExpiringCache<Known> standings() {
        return standings;
    }

    /** An account has changed: nothing that was known about it holds. */
    void forget(TenantId tenant, String account) {
        bearers.forget(ExpiringCache.owner(tenant, account));
        standings.forget(ExpiringCache.owner(tenant, account));
    }

    /**
     * How an account stands.
     *
     * @param now how it stands
     * @param signedInFrom sign-ins before this moment have been revoked
     */
    record Known(SignIn.Standing now, Instant signedInFrom) {}
}
