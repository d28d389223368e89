package org.yichuang.console.internal.view;

/**
 * A module at a centre.
 *
 * @param word its word
 * @param installed whether the container has it
 * @param on whether the centre has it switched on
 */
public record ModuleRow(String word, boolean installed, boolean on) {}
