package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import org.yichuang.catalogue.internal.ImportPreviews.Line;

/**
 * A row of a preview as its page shows it.
 *
 * @param changes what it changes, field by field, and what is said of it
 */
public record PreviewRow(Line line, Content changes) {}
