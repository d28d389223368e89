package org.yichuang.catalogue.internal.view;

import java.util.List;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;

/**
 * An entry of a list as somebody opens it to say something else of it.
 *
 * @param code which cannot be changed
 * @param revision the state in which it was opened; 0 for a new one
 * @param fields what can be said of it
 * @param meanwhile what a colleague has made of it since the form was opened that comes again; empty where nobody has
 */
public record ChangedEntry(String code, long revision, List<Field> fields, List<Fact> meanwhile) {
    public ChangedEntry {
        fields = List.copyOf(fields);
        meanwhile = List.copyOf(meanwhile);
    }

    /** One that is opened. */
    ChangedEntry(String code, long revision, List<Field> fields) {
        this(code, revision, fields, List.of());
    }
}
