package org.yichuang.identity.internal.domain;

import java.util.Locale;

/** For whom somebody has signed in. */
public enum SessionKind {
    /** A program, by a bearer token. */
    TOKEN,
    /** A browser, by a cookie. */
    BROWSER,
    /** A browser, by a cookie, whose user an outside provider has proven: no password was asked for. */
    PROVIDER;

    /** As what the secret comes with a request: of what kind the session is, its row says. */
    public SessionKind carrier() {
        return this == TOKEN ? TOKEN : BROWSER;
    }

    /** The word in the row. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
