package org.yichuang.web.api;

/** What a request shows to prove who sends it. */
public sealed interface Credentials {
    /** Nothing: an anonymous request. */
    Credentials NONE = new None();

    /** No proof at all. */
    record None() implements Credentials {}

    /**
     * The token of an {@code Authorization: Bearer} header. One that is not good is refused, whatever is asked for.
     *
     * @param value the token as it was sent, empty when the header carries another scheme
     */
    record BearerToken(String value) implements Credentials {}

    /**
     * The secret of a browser's session cookie. One that is not good makes the request anonymous.
     *
     * @param secret the cookie's value, never empty
     * @param active whether somebody is at work; false for a page that merely asks how long the session lives
     */
    record SessionSecret(String secret, boolean active) implements Credentials {}
}
