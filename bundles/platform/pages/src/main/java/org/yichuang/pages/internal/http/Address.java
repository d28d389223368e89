package org.yichuang.pages.internal.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A path with its query, as it was asked for.
 *
 * @param path the path, still encoded
 * @param query the parameters, the first of each name
 */
public record Address(String path, Map<String, String> query) {
    /** Reads a query; what cannot be decoded is left out. */
    public static Address of(String path, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                parameters.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Address(path, parameters);
    }

    /** Tells whether a path names a place of this site and nothing else. */
    public static boolean isPlain(String path) {
        return !path.contains("//") && path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 0x7f);
    }

    /** A parameter, or empty. */
    public String get(String name) {
        return query.getOrDefault(name, "").strip();
    }

    /** Tells whether there is such a parameter. */
    public boolean has(String name) {
        return query.containsKey(name);
    }

    /** The same with one parameter changed (or left out, when the value is empty), on the first page again. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove("cursor");
        changed.remove("done");
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return changed.isEmpty() ? path : path + "?" + encoded(changed);
    }

    /** What of the query could be decoded, encoded again; null when there is nothing. */
    public String encodedQuery() {
        return query.isEmpty() ? null : encoded(query);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
