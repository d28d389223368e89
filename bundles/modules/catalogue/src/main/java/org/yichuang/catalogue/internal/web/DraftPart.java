package org.yichuang.catalogue.internal.web;

import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.ProblemException;

/** A part of a draft that is typed on a page of its own. */
interface DraftPart {
    /**
     * Lays what was typed over an item.
     *
     * @throws ProblemException {@code item-invalid} with everything that cannot be read
     */
    ItemDefinition applyTo(ItemDefinition base);

    /** The same refusal with its fields where they were typed. */
    ProblemException placed(ProblemException refusal);
}
