package org.yichuang.catalogue.api;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The route that an application takes, and why.
 *
 * @param route the route
 * @param reason why, naming the rule and the values
 */
public record RouteChoice(Route route, LocalizedMessage reason) {}
