package org.yichuang.pages.api;

import java.util.Set;
import org.yichuang.identity.api.Role;

/**
 * What a module lets people do with a thing of another module, shown as a button on that thing's page.
 *
 * @param label key of its words in the offering module's texts; the words themselves once it is shown
 * @param path where it leads, below the centre
 * @param roles who may do it; nobody named: the public and applicants
 */
public record Action(String label, String path, Set<Role> roles) {
    public Action {
        roles = Set.copyOf(roles);
    }
}
