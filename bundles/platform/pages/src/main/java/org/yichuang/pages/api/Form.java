package org.yichuang.pages.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody has typed into a form and posted; texts come stripped. */
public final class Form {
    /** Nothing at all. */
    public static final Form EMPTY = new Form(Map.of(), Map.of());

    private final Map<String, List<String>> texts;
    private final Map<String, UploadedFile> files;

    /**
     * @param texts values by field name, in the order of the form
     * @param files chosen files by field name
     */
    public Form(Map<String, List<String>> texts, Map<String, UploadedFile> files) {
        this.texts = new LinkedHashMap<>(texts);
        this.files = Map.copyOf(files);
    }

    /** A field's text, or empty. */
    public String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** A field's text as it was typed: a password may begin or end with a space. */
    public String exact(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** A field's text, absent when nothing was typed. */
    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** All values of a field that can be chosen more than once. */
    public List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** Tells whether the form had such a field. */
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The names of all fields with texts, in the order of the form. */
    public Set<String> names() {
        return texts.keySet();
    }

    /** The file that was chosen, if one was. */
    public Optional<UploadedFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
