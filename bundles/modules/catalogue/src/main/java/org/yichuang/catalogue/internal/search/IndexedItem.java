package org.yichuang.catalogue.internal.search;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.TenantId;

/**
 * A published version as it goes into the index.
 *
 * @param owner in whose catalogue it stands
 * @param number its number within the item
 * @param item its content
 * @param text what else it is found by: department, organ, audience, what other modules say of it
 */
public record IndexedItem(TenantId owner, int number, ItemDefinition item, String text) {
    /** What it is called: its name first, then what people call it. */
    List<String> names() {
        return Stream.concat(Stream.of(item.name()), item.aliases().stream()).toList();
    }

    /** The one key of an item among those of all centres. */
    static String key(TenantId owner, String code) {
        return owner.value() + "\n" + code;
    }
}
