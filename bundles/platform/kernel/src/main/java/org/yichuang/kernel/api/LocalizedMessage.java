package org.yichuang.kernel.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence that is chosen when something happens and worded when somebody reads it. Codes and arguments travel, words
 * stay in resource bundles, so that a further language is a further file.
 */
public interface LocalizedMessage {
    /** The first language of the interface, and what is read where another has no words. */
    Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** The sentence in a language; in Chinese where the language has no words for it. */
    String in(Locale locale);

    /** The sentence in Chinese. */
    default String zh() {
        return in(CHINESE);
    }

    /** The sentence in English. */
    default String en() {
        return in(Locale.ENGLISH);
    }

    /** The sentence in Chinese and in English, for a log, whose reader's language is not known. */
    default String forLog() {
        return zh() + " / " + en();
    }

    /**
     * A sentence of the resource bundle {@code messages} in the package of a class: {@code messages.properties} in
     * Chinese,
     * {@code messages_en.properties} in English, and so on; files of other languages may come in a fragment of the
     * bundle.
     *
     * @param owner a class in whose package, and by whose loader, the resource bundle is found
     * @param key names the sentence
     * @param arguments what stands for {@code {0}}, {@code {1}} … {@code {9}}: taken down as text at once, but one that
     *     is a message itself is worded in the same language
     */
    static LocalizedMessage of(Class<?> owner, String key, Object... arguments) {
        return new BundleMessage(
                owner,
                key,
                Stream.of(arguments)
                        .map(argument -> argument instanceof LocalizedMessage ? argument : String.valueOf(argument))
                        .toList());
    }

    /** The same words in every language: a name, a number, what somebody has written. */
    static LocalizedMessage verbatim(String words) {
        return new VerbatimMessage(words);
    }

    /** Several messages one behind the other, separated as the language does it ({@code list-separator}). */
    static LocalizedMessage list(List<? extends LocalizedMessage> messages) {
        return list(messages, MessageList.SEPARATOR);
    }

    /** Several messages one behind the other, with a separator between them. */
    static LocalizedMessage list(List<? extends LocalizedMessage> messages, LocalizedMessage separator) {
        return new MessageList(List.copyOf(messages), separator);
    }
}
