package org.yichuang.journal.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which events a listener wants.
 *
 * @param types by module the wanted types, an empty set for all of the module; an empty map wants everything
 */
public record EventFilter(Map<String, Set<String>> types) {
    /** Wants everything. */
    public static final EventFilter ALL = new EventFilter(Map.of());

    public EventFilter {
        types = Map.copyOf(types);
    }

    /** Wants some types of a module, all when none is named. */
    public static EventFilter of(String module, String... types) {
        return new EventFilter(Map.of(module, Set.of(types)));
    }

    /** Wants some types of another module as well, all when none is named. */
    public EventFilter and(String module, String... more) {
        Map<String, Set<String>> both = new HashMap<>(types);
        both.put(module, Set.of(more));
        return new EventFilter(both);
    }

    /** Tells whether an event is wanted. */
    public boolean wants(DomainEvent event) {
        if (types.isEmpty()) {
            return true;
        }
        Set<String> ofModule = types.get(event.module());
        return ofModule != null && (ofModule.isEmpty() || ofModule.contains(event.type()));
    }
}
