package org.yichuang.catalogue.api;

import java.util.List;
import org.yichuang.kernel.api.Level;

/**
 * A way that an application can take, chosen by what it says. Data of the item version; when a version is published,
 * every possible application lands on exactly one of its routes.
 *
 * <p>The first stage is the acceptance at the lowest of the item's acceptance levels. A case begins with that stage
 * whatever the level of the accepting centre: a centre above it accepts in its stead, and the stages below its own
 * level fall away; what would be issued below, it issues. So an item that township and county accept has one list of
 * routes, and a county that takes an application itself simply skips the township.
 *
 * @param id short name within the item, e.g. {@code county-city}
 * @param name for people, e.g. 县级初审、市级审批
 * @param when the route applies when all conditions of at least one of these groups hold; no group at all: always
 * @param stages from acceptance to decision; levels never go down
 * @param issueLevel the level that issues the result
 */
public record Route(String id, String name, List<List<Condition>> when, List<Stage> stages, Level issueLevel) {
    public Route {
        when = when == null ? List.of() : when.stream().map(List::copyOf).toList();
        stages = stages == null ? List.of() : List.copyOf(stages);
    }
}
