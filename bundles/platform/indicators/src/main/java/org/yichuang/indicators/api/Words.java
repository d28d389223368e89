package org.yichuang.indicators.api;

/**
 * A text in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Words(String zh, String en) {
    /** A text in both languages. */
    public static Words of(String zh, String en) {
        return new Words(zh, en);
    }
}
