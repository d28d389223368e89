package org.yichuang.pages.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The words of a module's pages: {@code texts_zh_CN.properties} in Chinese, {@code texts_en.properties} in English, and
 * {@code texts_<language>.properties} in any other language, which may have some of the words only.
 */
public final class Texts {
    private static final String ENGLISH = "en";

    private final Class<?> anchor;
    private final Map<String, String> chinese;
    private final Map<String, Map<String, String>> others = new ConcurrentHashMap<>();

    private Texts(Class<?> anchor, Map<String, String> chinese, Map<String, String> english) {
        this.anchor = anchor;
        this.chinese = chinese;
        others.put(ENGLISH, english);
    }

    /** A few words, given by their keys. */
    public static Texts of(Map<String, String> chinese, Map<String, String> english) {
        return new Texts(null, Map.copyOf(chinese), Map.copyOf(english));
    }

    /** Reads the files that lie beside a class; Chinese and English must be there. */
    public static Texts beside(Class<?> anchor) {
        return new Texts(anchor, required(anchor, "zh_CN"), required(anchor, ENGLISH));
    }

    /**
     * The words under a key.
     *
     * @param locale the language; where it has no words, they are Chinese
     * @param arguments what stands for {@code {0}}, {@code {1}} …
     * @return the key itself when there are none, so that a slip is seen and hurts nobody
     */
    public String get(Locale locale, String key, Object... arguments) {
        String text = words(locale.getLanguage()).getOrDefault(key, chinese.getOrDefault(key, key));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The words under a key as a message, for refusals. */
    public LocalizedMessage message(String key) {
        return locale -> get(locale, key);
    }

    /** Tells whether there are words under a key. */
    public boolean has(String key) {
        return chinese.containsKey(key);
    }

    /** All keys of a language, for tests. */
    public Set<String> keys(Locale locale) {
        return Collections.unmodifiableSet(words(locale.getLanguage()).keySet());
    }

    private Map<String, String> words(String language) {
        return language.equals(LocalizedMessage.CHINESE.getLanguage())
                ? chinese
                : others.computeIfAbsent(language, code -> read(anchor, code).orElse(Map.of()));
    }

    private static Map<String, String> required(Class<?> anchor, String language) {
        return read(anchor, language)
                .orElseThrow(() -> new IllegalArgumentException("No texts in " + language + " beside " + anchor));
    }

    private static Optional<Map<String, String>> read(Class<?> anchor, String language) {
        if (anchor == null) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream("texts_" + language + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return Optional.of(texts);
    }
}
