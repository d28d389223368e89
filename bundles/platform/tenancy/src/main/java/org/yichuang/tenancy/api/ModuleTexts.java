package org.yichuang.tenancy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A module's words in any number of languages: one properties file (UTF-8) for each beside a class of the module, e.g.
 * {@code module_zh_CN.properties}. Another language is another file.
 */
public final class ModuleTexts {
    /** No words at all. */
    public static final ModuleTexts NONE = new ModuleTexts(null, "");

    private static final String USUAL = "zh_CN";

    private final Class<?> anchor;
    private final String base;
    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    private ModuleTexts(Class<?> anchor, String base) {
        this.anchor = anchor;
        this.base = base;
    }

    /**
     * Reads the files that lie beside a class.
     *
     * @param base the files' name without language and ending, e.g. {@code module}
     */
    public static ModuleTexts beside(Class<?> anchor, String base) {
        return new ModuleTexts(anchor, base);
    }

    /**
     * Words that lie in no file, for a module that has few.
     *
     * @param zh by key, in Chinese
     * @param en by key, in English
     */
    public static ModuleTexts of(Map<String, String> zh, Map<String, String> en) {
        ModuleTexts texts = new ModuleTexts(null, "");
        texts.byLanguage.put(USUAL, Map.copyOf(zh));
        texts.byLanguage.put(Locale.ENGLISH.getLanguage(), Map.copyOf(en));
        return texts;
    }

    /** Returns the words under a key: in the language and country, in the language, in Chinese; empty without any. */
    public Optional<String> find(String key, Locale locale) {
        return List.of(locale.toString(), locale.getLanguage(), USUAL).stream()
                .map(language ->
                        byLanguage.computeIfAbsent(language, this::read).get(key))
                .filter(text -> text != null)
                .findFirst();
    }

    /** Returns the words under a key, or what is shown without any. */
    public String get(String key, Locale locale, String otherwise) {
        return find(key, locale).orElse(otherwise);
    }

    private Map<String, String> read(String language) {
        if (anchor == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream(base + "_" + language + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words of " + anchor.getName() + " cannot be read", e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
