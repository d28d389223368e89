package org.yichuang.indicators.internal.view;

import java.util.List;

/**
 * The figures of a module, among others.
 *
 * @param name what people call the module
 * @param tiles its figures
 */
public record TileGroup(String name, List<Tile> tiles) {}
