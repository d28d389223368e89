package org.yichuang.catalogue.api;

import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * SPI (whiteboard): a module that knows better than the item's own text what a field of its disclosure set says, such
 * as the fee (module fees) or the window (module windows), or a field that items have no text for. Asked where its
 * module is switched on: for the guide, when an item is published, and for what is searched, which is made then. Where
 * it has nothing to say, or is not there, the item's own text stands. One that fails, or was slow, is left out of the
 * guide; it holds a publication up only where the centre's disclosure set names its field.
 */
public interface DisclosureFieldSource {
    /** The setting of a centre that names its disclosure set, to which a module adds the words of its fields. */
    String SETTING = "policy.catalogue.disclosure";

    /** Returns the word of the module. */
    String module();

    /**
     * Returns the names of the fields that it may fill, e.g. {@code fee}; no two sources share one. The module's
     * descriptor adds them to {@link #SETTING} ({@code ModuleDescriptor.settingWords}).
     */
    Set<String> fields();

    /** Returns what people call a field. */
    LocalizedMessage label(String field);

    /**
     * Returns what a field says of an item as the unit's centre offers it; absent when it has nothing to say. Reads
     * only, through the unit.
     *
     * @param field one of {@link #fields()}
     * @param item the version that is shown, or is about to be published
     */
    Optional<String> value(String field, ItemVersion item, UnitOfWork unit);
}
