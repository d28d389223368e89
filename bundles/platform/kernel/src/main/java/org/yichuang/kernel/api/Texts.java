package org.yichuang.kernel.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words by their keys in any number of languages: a resource bundle beside a class, e.g. {@code texts.properties} in
 * Chinese, {@code texts_en.properties} in English. A further language is a further file, also in a fragment of the
 * bundle; where it has no words under a key, they are Chinese. All words that people see are found here, those of
 * {@link LocalizedMessage#of} as well.
 */
public final class Texts {
    /** No words at all. */
    public static final Texts NONE = of(Map.of(), Map.of());

    private static final ResourceBundle.Control FILES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** The files that have been found beside a class. */
    private static final ClassValue<Map<Name, ResourceBundle>> FOUND = new ClassValue<>() {
        @Override
        protected Map<Name, ResourceBundle> computeValue(Class<?> anchor) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Function<Locale, ResourceBundle> source;
    private final Texts otherwise;
    private final Map<Locale, ResourceBundle> known = new ConcurrentHashMap<>();

    private Texts(Function<Locale, ResourceBundle> source) {
        this(source, null);
    }

    private Texts(Function<Locale, ResourceBundle> source, Texts otherwise) {
        this.source = source;
        this.otherwise = otherwise;
    }

    /**
     * The words in the files beside a class.
     *
     * @param anchor a class in whose package, and by whose loader, the files are found
     * @param base the files' name without language and ending, e.g. {@code texts}
     * @throws IllegalArgumentException when there is no file in Chinese
     */
    public static Texts beside(Class<?> anchor, String base) {
        Texts texts = new Texts(locale -> bundle(anchor, base, locale));
        try {
            texts.words(LocalizedMessage.CHINESE);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No file " + base + ".properties beside " + anchor, e);
        }
        return texts;
    }

    /** A few words, given by their keys; every language but English shows the Chinese ones. */
    public static Texts of(Map<String, String> chinese, Map<String, String> english) {
        ResourceBundle usual = new GivenWords(chinese, null);
        ResourceBundle other = new GivenWords(english, usual);
        return new Texts(locale -> locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? other : usual);
    }

    /** The same and others: of a module that keeps its words in several files. */
    public Texts and(Texts others) {
        return new Texts(source, otherwise == null ? others : otherwise.and(others));
    }

    /** Returns the words under a key in a language, else in Chinese; none when nobody has written them. */
    public Optional<String> find(Locale locale, String key) {
        ResourceBundle words = words(locale);
        if (words.containsKey(key)) {
            return Optional.of(words.getString(key));
        }
        return otherwise == null ? Optional.empty() : otherwise.find(locale, key);
    }

    /**
     * Returns the words under a key.
     *
     * @param locale the language; where it has no words, they are Chinese
     * @param arguments what stands for {@code {0}}, {@code {1}} … {@code {9}}; one that is a message itself is worded
     *     in the same language
     * @return the key itself when there are none, so that a slip is seen and hurts nobody
     */
    public String get(Locale locale, String key, Object... arguments) {
        return filled(find(locale, key).orElse(key), Arrays.asList(arguments), locale);
    }

    /** The words under a key as a message, e.g. for refusals. */
    public LocalizedMessage message(String key, Object... arguments) {
        return locale -> get(locale, key, arguments);
    }

    /** Tells whether there are words under a key. */
    public boolean has(String key) {
        return find(LocalizedMessage.CHINESE, key).isPresent();
    }

    private ResourceBundle words(Locale locale) {
        return known.computeIfAbsent(locale, source);
    }

    /** The same for one key of a class that keeps no words. */
    static Optional<String> find(Class<?> anchor, String base, Locale locale, String key) {
        try {
            return Optional.of(bundle(anchor, base, locale).getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** Puts arguments into words; a place without an argument stays as it is. */
    static String filled(String words, List<?> arguments, Locale locale) {
        return arguments.isEmpty()
                ? words
                : PLACE.matcher(words)
                        .replaceAll(place -> Matcher.quoteReplacement(argument(place.group(), arguments, locale)));
    }

    private static String argument(String place, List<?> arguments, Locale locale) {
        int index = place.charAt(1) - '0';
        if (index >= arguments.size()) {
            return place;
        }
        Object argument = arguments.get(index);
        return argument instanceof LocalizedMessage message ? message.in(locale) : String.valueOf(argument);
    }

    private static ResourceBundle bundle(Class<?> anchor, String base, Locale locale) {
        return FOUND.get(anchor)
                .computeIfAbsent(
                        new Name(base, locale),
                        any -> ResourceBundle.getBundle(
                                anchor.getPackageName() + "." + base, locale, anchor.getClassLoader(), FILES));
    }

    /** The name of a file without its ending. */
    private record Name(String base, Locale locale) {}

    /** Words that lie in no file. */
    private static final class GivenWords extends ResourceBundle {
        private final Map<String, String> words;

        GivenWords(Map<String, String> words, ResourceBundle otherwise) {
            this.words = Map.copyOf(words);
            setParent(otherwise);
        }

        @Override
        protected Object handleGetObject(String key) {
            return words.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(words.keySet());
        }
    }
}
