package org.yichuang.identity.internal.domain;

import java.util.Locale;

/** For whom somebody has signed in. */
public enum SessionKind {
    /** A program, by a bearer token. */
    TOKEN,
    /** A browser, by a cookie. */
    BROWSER;

    /** The word in the row. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
