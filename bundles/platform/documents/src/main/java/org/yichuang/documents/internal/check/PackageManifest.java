package org.yichuang.documents.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a package says is in it.
 *
 * @param centre whose it is
 * @param centreName its name
 * @param about what it is about, as {@code case/370687-…}
 * @param title what people call that
 * @param takenAt when it was made
 * @param files its files, in their order
 * @param withheld what was left out since a scanner has found something in it
 */
record PackageManifest(
        String centre,
        String centreName,
        String about,
        String title,
        String takenAt,
        List<Listed> files,
        List<Named> withheld) {
    /** The only form of a manifest that is understood here. */
    static final String FORMAT = "yichuang-package-1";

    PackageManifest {
        files = List.copyOf(files);
        withheld = List.copyOf(withheld);
    }

    /**
     * A file.
     *
     * @param about what it is about, when it is a log or an issued document; else empty
     * @param isInForce false for an issued document that has been revoked
     */
    record Listed(String name, long size, String sha256, String about, boolean isInForce) {}

    /** A file and the digest of its bytes. */
    record Named(String name, String sha256) {}

    /** @throws IllegalArgumentException when it is none */
    static PackageManifest read(String json) {
        Map<?, ?> fields = map(JsonReader.read(json));
        if (!FORMAT.equals(fields.get("format"))) {
            throw new IllegalArgumentException("Another form");
        }
        List<Listed> files = new ArrayList<>();
        for (Object each : list(fields.get("files"))) {
            Map<?, ?> file = map(each);
            files.add(new Listed(
                    text(file, "name"),
                    Long.parseLong(text(file, "size")),
                    text(file, "sha256"),
                    file.get("about") == null ? "" : text(file, "about"),
                    !Boolean.FALSE.equals(file.get("inForce"))));
        }
        List<Named> withheld = new ArrayList<>();
        for (Object each : list(fields.containsKey("withheld") ? fields.get("withheld") : List.of())) {
            withheld.add(new Named(text(map(each), "name"), text(map(each), "sha256")));
        }
        return new PackageManifest(
                text(fields, "centre"),
                text(fields, "centreName"),
                text(fields, "about"),
                text(fields, "title"),
                text(fields, "takenAt"),
                files,
                withheld);
    }

    static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields;
        }
        throw new IllegalArgumentException("No object");
    }

    static List<?> list(Object value) {
        if (value instanceof List<?> values) {
            return values;
        }
        throw new IllegalArgumentException("No array");
    }

    static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name);
        }
        return value.toString();
    }
}
