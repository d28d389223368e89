package org.yichuang.kernel.api;

import java.util.Locale;

/**
 * A text that is kept, sent or answered in Chinese and English, and whose further languages nobody knows any more: a
 * reason in a stored row, the wording of another centre, a pair of fields in JSON. What is worded here and now is a
 * {@link LocalizedMessage} of a resource bundle, and becomes this only where it leaves the house.
 *
 * @param zh in Chinese; what is read in every language but English
 * @param en in English; null or blank when there is none, and the Chinese is read instead
 */
public record BilingualText(String zh, String en) implements LocalizedMessage {
    /** What a message says in both languages. */
    public static BilingualText of(LocalizedMessage message) {
        return new BilingualText(message.zh(), message.en());
    }

    @Override
    public String in(Locale locale) {
        return !locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) || en == null || en.isBlank() ? zh : en;
    }
}
