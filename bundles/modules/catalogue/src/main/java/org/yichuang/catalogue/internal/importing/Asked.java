package org.yichuang.catalogue.internal.importing;

import org.yichuang.catalogue.internal.domain.OwnWord;

/**
 * A word of a row of which somebody has to say what it means.
 *
 * @param kind what it is about
 * @param word as it stands in the row
 */
public record Asked(OwnWord.Kind kind, String word) {}
