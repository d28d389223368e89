package org.yichuang.pages.api;

/**
 * A link to another view of the same thing.
 *
 * @param label its name
 * @param path its path below the centre
 * @param current whether it is the one that is open
 */
public record Tab(String label, String path, boolean current) {}
