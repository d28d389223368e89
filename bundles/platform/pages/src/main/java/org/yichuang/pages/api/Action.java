package org.yichuang.pages.api;

import java.util.Set;

/**
 * What a module lets people do with a thing of another module, shown as a button on that thing's page.
 *
 * @param label key of its words in the offering module's texts; the words themselves once it is shown
 * @param path where it leads, below the centre
 * @param roles keys of the roles that may do it; nobody named: the public and applicants
 */
public record Action(String label, String path, Set<String> roles) {
    /** Stands for every role that there is. */
    public static final String EVERY_ROLE = "*";

    public Action {
        roles = Set.copyOf(roles);
    }
}
