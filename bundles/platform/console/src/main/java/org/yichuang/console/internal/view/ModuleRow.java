package org.yichuang.console.internal.view;

/**
 * A module at a centre.
 *
 * @param word its word
 * @param name its name in the reader's language
 * @param description what it does
 * @param installed whether the container has it
 * @param on whether the centre has it switched on
 */
public record ModuleRow(String word, String name, String description, boolean installed, boolean on) {}
