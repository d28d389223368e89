package org.yichuang.indicators.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

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

    /** What a message says in both languages. */
    public static Words of(LocalizedMessage message) {
        return new Words(message.in(LocalizedMessage.CHINESE), message.in(Locale.ENGLISH));
    }
}
