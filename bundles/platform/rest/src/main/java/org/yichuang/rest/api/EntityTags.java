package org.yichuang.rest.api;

/** The {@code ETag}s of versioned things: the version number in quotes. The door reads {@code If-Match} likewise. */
public final class EntityTags {
    private EntityTags() {}

    /** The entity tag of a version, with its quotes. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
