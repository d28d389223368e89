package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * All words that people see, whatever file they stand in: English says all that Chinese says, and any further language
 * nothing else.
 */
public class LanguagesTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Pattern TRANSLATED = Pattern.compile("(.+)_([a-z]{2})\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    public void englishSaysAllThatChineseSays() throws IOException {
        for (Path chinese : files()) {
            if (!isTranslation(chinese)) {
                assertEquals(chinese.toString(), keys(chinese), keys(translation(chinese, "en")));
            }
        }
    }

    @Test
    public void aFurtherLanguageSaysNothingElse() throws IOException {
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Path file : files()) {
            if (isTranslation(file)) {
                Set<String> keys = keys(file);
                keys.removeAll(keys(original(file)));
                if (!keys.isEmpty()) {
                    unknown.put(file.toString(), keys);
                }
            }
        }
        assertEquals(Map.of(), unknown);
    }

    @Test
    public void noWordIsEmpty() throws IOException {
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("texts")) {
                properties(file)
                        .forEach((key, word) ->
                                assertFalse(file + " " + key, word.toString().isBlank()));
            }
        }
    }

    @Test
    public void wordsHavePlacesForNoMoreThanTenArguments() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            properties(file).forEach((key, word) -> {
                String rest = PLACE.matcher(word.toString()).replaceAll("");
                if (rest.matches("(?s).*\\{[^}]*\\d.*")) {
                    wrong.add(key + " in " + file);
                }
            });
        }
        assertEquals(Set.of(), wrong);
    }

    private static boolean isTranslation(Path file) {
        Matcher name = TRANSLATED.matcher(file.getFileName().toString());
        return name.matches() && Files.exists(original(file));
    }

    private static Path original(Path translation) {
        return translation.resolveSibling(
                TRANSLATED.matcher(translation.getFileName().toString()).replaceAll("$1.properties"));
    }

    private static Path translation(Path chinese, String language) {
        return chinese.resolveSibling(
                chinese.getFileName().toString().replace(".properties", "_" + language + ".properties"));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.toString().contains("/src/main/resources/org/yichuang/")
                            && path.toString().endsWith(".properties"))
                    .toList();
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        return new TreeSet<>(properties(file).stringPropertyNames());
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
