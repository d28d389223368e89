package org.yichuang.kernel.api;

import java.util.Set;

/**
 * Who acts.
 *
 * @param account the account's name within its tenant; {@code system} for timers, {@code anonymous} for the public
 * @param name the name shown to people
 * @param roles the keys of the roles held, e.g. {@code chief-representative}
 * @param departments all names of the departments that the account works for, also former ones; none: for all of its
 *     centre
 * @param permissions what the actor may do, each {@code <module>.<verb>}, e.g. {@code cases.accept}
 */
public record Actor(String account, String name, Set<String> roles, Set<String> departments, Set<String> permissions) {
    private static final String EVERYTHING = "*";

    /** The platform itself: timers, relays. It may do everything. */
    public static final Actor SYSTEM = platform("system", word("system"));

    /** Somebody who has not signed in; may do what needs no permission. */
    public static final Actor ANONYMOUS = new Actor("anonymous", word("anonymous"), Set.of());

    public Actor {
        roles = Set.copyOf(roles);
        departments = Set.copyOf(departments);
        permissions = Set.copyOf(permissions);
    }

    /** A name that goes into the record, whose language is Chinese. */
    private static String word(String account) {
        return LocalizedMessage.of(Actor.class, "actor." + account).zh();
    }

    /** Somebody without any permission, of no department in particular. */
    public Actor(String account, String name, Set<String> roles) {
        this(account, name, roles, Set.of(), Set.of());
    }

    /** Somebody who acts with the rights of the platform itself, such as an operator at the shell. */
    public static Actor platform(String account, String name) {
        return new Actor(account, name, Set.of("system"), Set.of(), Set.of(EVERYTHING));
    }

    /** Tells whether the platform itself acts, or somebody with its rights: then no centre bounds what may be done. */
    public boolean isPlatform() {
        return permissions.contains(EVERYTHING);
    }

    /** The same actor under another account name, for the journal of another centre: {@code clerk@haiyang}. */
    public Actor named(String otherAccount) {
        return new Actor(otherAccount, name, roles, departments, permissions);
    }

    /** The same actor with these permissions. */
    public Actor permitted(Set<String> granted) {
        return new Actor(account, name, roles, departments, granted);
    }

    /** Tells whether the actor works for a department: for one of its own, or for all of its centre. */
    public boolean worksFor(String department) {
        return departments.isEmpty() || departments.contains(department);
    }

    /** Tells whether the actor holds a role. */
    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Tells whether the actor may do something. */
    public boolean isPermitted(String permission) {
        return permissions.contains(permission) || permissions.contains(EVERYTHING);
    }
}
