package org.yichuang.tenancy.internal.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yichuang.kernel.api.TenantId;

/**
 * What is to be written about one centre.
 *
 * @param id the centre
 * @param source the name of its file
 * @param before its settings until now, empty for a new one
 * @param after its settings from now on, empty when it is taken away
 * @param isFromFile whether a file says so, and not a person at a page or in the shell
 */
public record TenantChange(
        TenantId id,
        String source,
        Optional<Map<String, String>> before,
        Optional<Map<String, String>> after,
        boolean isFromFile) {
    private static final String MODULES = "modules";
    private static final String STATE = "state";

    /** The word for it in the journal. */
    public String action() {
        if (before.isEmpty()) {
            return "open-centre";
        }
        if (after.isEmpty()) {
            return "remove-centre";
        }
        Set<String> keys = changedKeys();
        if (keys.equals(Set.of(STATE))) {
            return after.get().containsKey(STATE) ? "suspend" : "resume";
        }
        if (keys.equals(Set.of(MODULES))) {
            return switchAction();
        }
        return !keys.isEmpty() && keys.stream().allMatch(key -> key.equals("name") || key.startsWith("branding."))
                ? "brand"
                : "change-centre";
    }

    private String switchAction() {
        Set<String> old = words(before.orElseThrow());
        Set<String> fresh = words(after.orElseThrow());
        return fresh.containsAll(old) ? "switch-on" : old.containsAll(fresh) ? "switch-off" : "switch-modules";
    }

    /** What people read about it in the journal. */
    public Map<String, String> details() {
        Map<String, String> details = new TreeMap<>(Map.of("centre", id.value()));
        if (isFromFile) {
            details.put("file", source);
        }
        if (before.isEmpty()) {
            details.put("name", after.orElseThrow().getOrDefault("name", ""));
            return details;
        }
        after.ifPresent(fresh -> changedKeys().forEach(key -> {
            if (key.equals(MODULES)) {
                details.put("module", String.join(",", switched()));
            } else {
                details.put(key, fresh.getOrDefault(key, ""));
            }
        }));
        return details;
    }

    private Set<String> switched() {
        Set<String> old = words(before.orElseThrow());
        Set<String> fresh = words(after.orElseThrow());
        Set<String> either = new TreeSet<>(old);
        either.addAll(fresh);
        either.removeIf(word -> old.contains(word) && fresh.contains(word));
        return either;
    }

    private Set<String> changedKeys() {
        Map<String, String> old = before.orElse(Map.of());
        Map<String, String> fresh = after.orElse(Map.of());
        Set<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        keys.removeIf(key -> Optional.ofNullable(old.get(key)).equals(Optional.ofNullable(fresh.get(key))));
        return keys;
    }

    private static Set<String> words(Map<String, String> values) {
        Set<String> words = new TreeSet<>();
        for (String word : values.getOrDefault(MODULES, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
