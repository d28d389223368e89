package org.yichuang.catalogue.api;

/**
 * The route that an application takes, and why.
 *
 * @param route the route
 * @param zh the reason in Chinese, naming the rule and the values
 * @param en the reason in English
 */
public record RouteChoice(Route route, String zh, String en) {}
