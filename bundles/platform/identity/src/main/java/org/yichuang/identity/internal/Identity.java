package org.yichuang.identity.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.domain.UserAccount.PasswordTerm;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.TenantId;

/** What signing in and the accounts share: settings, roles, password hashes, and how accounts stood lately. */
public final class Identity {
    private static final int MOST_ACCOUNTS = 100_000;

    private final FreshCache<Standing> standings = new FreshCache<>(MOST_ACCOUNTS);
    private final Settings settings;
    private final RoleCatalog roles;
    private final Passwords passwords;

    public Identity(Settings settings, RoleCatalog roles) {
        this.settings = settings;
        this.roles = roles;
        passwords = new Passwords(settings);
    }

    Settings.Values settings() {
        return settings.now();
    }

    RoleCatalog roles() {
        return roles;
    }

    Passwords passwords() {
        return passwords;
    }

    /** How an account stands that has just been read. */
    Standing standing(UserAccount user, Instant at) {
        Settings.Values now = settings.now();
        PasswordTerm term = new PasswordTerm(now.firstChange(), now.passwordAge());
        Set<String> held = roles.compatible(user.roles());
        Actor known = user.actor();
        Actor actor = new Actor(known.account(), known.name(), held, known.departments(), roles.permissions(held));
        return new Standing(actor, user.needsNewPassword(at, term), user.sessionEpoch());
    }

    /**
     * How an account stands, from memory where it was read lately.
     *
     * @param reader reads it; empty when it is unknown or blocked
     */
    Optional<Standing> standing(TenantId tenant, String account, Instant at, Supplier<Optional<Standing>> reader) {
        return standings.get(key(tenant, account), at, settings.now().tokenCache(), reader);
    }

    /** An account has changed: nothing that was known about it holds. */
    void forget(TenantId tenant, String account) {
        standings.forget(key(tenant, account));
    }

    private static String key(TenantId tenant, String account) {
        return tenant + "/" + account;
    }

    /**
     * How an account stands.
     *
     * @param actor the account with its roles and permissions
     * @param passwordChangeRequired whether it must choose a new password before anything else
     * @param epoch tokens and sessions of another epoch are over
     */
    record Standing(Actor actor, boolean passwordChangeRequired, long epoch) {
        /** The same of one who has not come by a password: its age is nobody's business. */
        Standing withoutPassword() {
            return new Standing(actor, false, epoch);
        }

        /** The same under the name that it has at another centre. */
        Standing named(String account) {
            return new Standing(actor.named(account), passwordChangeRequired, epoch);
        }
    }
}
