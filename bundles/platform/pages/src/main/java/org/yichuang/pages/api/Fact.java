package org.yichuang.pages.api;

import gg.jte.Content;

/**
 * A name and what stands behind it.
 *
 * @param name the name
 * @param value what stands behind it
 */
public record Fact(String name, Content value) {}
