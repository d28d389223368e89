package org.yichuang.web.api;

import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/** SPI: lets people into a centre with their browsers, and out again. */
public interface BrowserSessions {
    /**
     * Signs a browser in.
     *
     * @param origin where the attempt comes from (an address), for throttling
     * @throws ProblemException when whoever it is may not come in; its fields name {@code code} when a one-time code is
     *     asked for
     */
    @NeedsNoPermission("whoever signs in is nobody yet")
    Session begin(Login login, String origin, CallContext context);

    /** Ends a session; nothing happens when there is none. */
    @NeedsNoPermission("everybody signs out")
    void end(String secret, CallContext context);

    /**
     * What somebody types to be let in.
     *
     * @param account the account's name
     * @param password its password, as it was typed
     * @param code a one-time code; empty where none is asked for
     */
    record Login(String account, String password, String code) {
        @Override
        public String toString() {
            return "Login of " + account;
        }
    }

    /**
     * A session that has begun.
     *
     * @param secret for the browser's cookie
     * @param actor who has signed in
     */
    record Session(String secret, Actor actor) {}
}
