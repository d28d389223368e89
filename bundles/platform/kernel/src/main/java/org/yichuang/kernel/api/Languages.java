package org.yichuang.kernel.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages in which people may read: Chinese, English, and each further one of which the kernel has sentences:
 * {@code messages_<language>.properties} lies beside this class, in a fragment of the kernel as well as in itself. What
 * other bundles have no words for in that language is read in Chinese.
 */
public final class Languages {
    /** Chinese, English, and the further ones by their codes. */
    private static final List<Locale> ALL = Stream.concat(
                    Stream.of(LocalizedMessage.CHINESE, Locale.ENGLISH),
                    Arrays.stream(Locale.getISOLanguages())
                            .sorted()
                            .filter(code -> !code.equals("zh") && !code.equals("en"))
                            .filter(Languages::hasSentences)
                            .map(Locale::forLanguageTag))
            .toList();

    private Languages() {}

    /** Returns all of them, Chinese first. */
    public static List<Locale> all() {
        return ALL;
    }

    /** Finds the one with a code of ISO 639, e.g. {@code en}; none when it is not offered. */
    public static Optional<Locale> find(String code) {
        return ALL.stream().filter(each -> each.getLanguage().equals(code)).findFirst();
    }

    /**
     * Returns the first that is offered of those that a client prefers.
     *
     * @param acceptLanguage the header {@code Accept-Language} of RFC 9110, or null
     * @return Chinese when none is offered or the header cannot be read
     */
    public static Locale preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return LocalizedMessage.CHINESE;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(range -> range.getRange().split("-")[0])
                    .flatMap(code -> find(code).stream())
                    .findFirst()
                    .orElse(LocalizedMessage.CHINESE);
        } catch (IllegalArgumentException e) {
            // What a client writes wrongly is as good as nothing written
            return LocalizedMessage.CHINESE;
        }
    }

    private static boolean hasSentences(String code) {
        return Languages.class.getResource("messages_" + code + ".properties") != null;
    }
}
