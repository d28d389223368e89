package org.yichuang.catalogue.api;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The route that an application takes, and why.
 *
 * @param route the route
 * @param reason why, naming the rule and the values
 * @param branches the members of a bundle that the application needs; none for any other item
 */
public record RouteChoice(Route route, LocalizedMessage reason, List<JointMember> branches) {
    public RouteChoice {
        branches = List.copyOf(branches);
    }

    /** That of an item which is no bundle. */
    public RouteChoice(Route route, LocalizedMessage reason) {
        this(route, reason, List.of());
    }
}
