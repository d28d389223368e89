package org.yichuang.kernel.api;

import java.util.Set;

/**
 * Who acts.
 *
 * @param account the account's name within its tenant; {@code system} for timers, {@code anonymous} for the public
 * @param name the name shown to people
 * @param roles the keys of the roles held, e.g. {@code chief-representative}
 * @param department the department the account works for, or empty text
 */
public record Actor(String account, String name, Set<String> roles, String department) {
    /** The platform itself: timers, relays. */
    public static final Actor SYSTEM = new Actor("system", "系统", Set.of("system"), "");

    /** Somebody who has not signed in. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "公众", Set.of(), "");

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Tells whether the actor holds a role. */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
