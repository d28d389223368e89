package org.yichuang.identity.internal;

import java.time.Instant;
import org.yichuang.identity.api.SignIn.Bearer;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.TenantId;

/** What signing in and the accounts share: settings, password hashes, and what was asked lately. */
public final class Identity {
    private final SeenLately<Bearer> bearers = new SeenLately<>();
    private final SeenLately<Standing> standings = new SeenLately<>();
    private final Settings settings;
    private final Passwords passwords;

    public Identity(Settings settings) {
        this.settings = settings;
        passwords = new Passwords(settings);
    }

    Settings.Values settings() {
        return settings.now();
    }

    Passwords passwords() {
        return passwords;
    }

    /** Whose the tokens are, by their hash. */
    SeenLately<Bearer> bearers() {
        return bearers;
    }

    /** How the accounts stand, by centre and name. */
    SeenLately<Standing> standings() {
        return standings;
    }

    /** An account has changed: nothing that was known about it holds. */
    void forget(TenantId tenant, String account) {
        bearers.forget(SeenLately.owner(tenant, account));
        standings.forget(SeenLately.owner(tenant, account));
    }

    /**
     * How an account stands.
     *
     * @param actor who it is
     * @param signedInFrom sign-ins before this moment have been revoked
     */
    record Standing(Actor actor, Instant signedInFrom) {}
}
