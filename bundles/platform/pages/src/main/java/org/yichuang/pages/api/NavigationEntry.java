package org.yichuang.pages.api;

import java.util.Set;

/**
 * A place in the menu.
 *
 * @param path below the centre, e.g. {@code /worklist}
 * @param label key of its words in the module's texts
 * @param order smaller ones come first
 * @param roles keys of the roles that see it; nobody named: the public, and not the staff, who have menus of their own
 * @param start whether one of these roles begins here after signing in (the smallest order wins)
 */
public record NavigationEntry(String path, String label, int order, Set<String> roles, boolean start) {
    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    /** An entry for the public. */
    public static NavigationEntry open(String path, String label, int order) {
        return new NavigationEntry(path, label, order, Set.of(), false);
    }

    /** An entry for some roles. */
    public static NavigationEntry of(String path, String label, int order, String... roles) {
        return new NavigationEntry(path, label, order, Set.of(roles), false);
    }

    /** The same as the place where its roles begin after signing in. */
    public NavigationEntry asStart() {
        return new NavigationEntry(path, label, order, roles, true);
    }
}
