package org.yichuang.windows.internal;

/**
 * What is kept as the answer of a command, so that the same again is answered alike; it names nobody.
 *
 * @param id what was written
 */
public record Written(String id) {}
