package org.yichuang.catalogue.internal.importing;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Something said about a row: why it was refused, or what was assumed.
 *
 * @param message the sentence
 */
public record Remark(LocalizedMessage message) {}
