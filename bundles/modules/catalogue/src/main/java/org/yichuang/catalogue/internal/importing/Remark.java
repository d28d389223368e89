package org.yichuang.catalogue.internal.importing;

/**
 * Something said about a row: why it was refused, or what was assumed.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Remark(String zh, String en) {}
