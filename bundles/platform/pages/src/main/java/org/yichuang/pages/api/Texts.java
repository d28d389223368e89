package org.yichuang.pages.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of a module's pages, in Chinese and in English: {@code texts_zh_CN.properties}, {@code
 * texts_en.properties}.
 */
public final class Texts {
    private final Map<String, String> chinese;
    private final Map<String, String> english;

    private Texts(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** A few words, given by their keys. */
    public static Texts of(Map<String, String> chinese, Map<String, String> english) {
        return new Texts(Map.copyOf(chinese), Map.copyOf(english));
    }

    /** Reads the two files that lie beside a class. */
    public static Texts beside(Class<?> anchor) {
        return new Texts(read(anchor, "texts_zh_CN.properties"), read(anchor, "texts_en.properties"));
    }

    /**
     * The words under a key.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} …
     * @return the key itself when there are none, so that a slip is seen and hurts nobody
     */
    public String get(boolean inChinese, String key, Object... arguments) {
        String text = (inChinese ? chinese : english).getOrDefault(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Tells whether there are words under a key. */
    public boolean has(String key) {
        return chinese.containsKey(key);
    }

    /** All keys of a language, for tests. */
    public Set<String> keys(boolean inChinese) {
        return Collections.unmodifiableSet((inChinese ? chinese : english).keySet());
    }

    private static Map<String, String> read(Class<?> anchor, String file) {
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(file + " is not beside " + anchor);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
