package org.yichuang.catalogue.internal.view;

import java.util.List;
import org.yichuang.pages.api.Field;

/**
 * An entry of a list as somebody opens it to say something else of it.
 *
 * @param code which cannot be changed
 * @param revision the state in which it was opened; 0 for a new one
 * @param fields what can be said of it
 */
public record ChangedEntry(String code, long revision, List<Field> fields) {
    public ChangedEntry {
        fields = List.copyOf(fields);
    }
}
