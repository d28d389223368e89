package org.yichuang.catalogue.api;

import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI (whiteboard): a module that knows better than the item's own text what a field of its disclosure set says,
 * such as
 * the fee (module fees) or the window (module windows). Asked where its module is switched on; where it has nothing to
 * say, or is not there, the item's own text stands.
 */
public interface DisclosureFieldSource {
    /** Returns the word of the module. */
    String module();

    /** Returns the names of the fields that it may fill, e.g. {@code fee}; no two sources share one. */
    Set<String> fields();

    /**
     * Returns what a field says for an item of the unit's centre, as it is published; absent when it has nothing to
     * say.
     * Reads only.
     *
     * @param field one of {@link #fields()}
     * @param item code of the item
     */
    Optional<String> value(String field, String item, UnitOfWork unit);
}
