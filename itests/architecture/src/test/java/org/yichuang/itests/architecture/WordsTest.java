package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Every word that a page asks for is there. */
public class WordsTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final String CHINESE = "texts.properties";
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\"([a-zA-Z0-9._-]+)\"[,)]");

    /** In the texts of the module, which may be more than one file. */
    @Test
    public void everyWordThatAPageAsksForIsThere() throws IOException {
        List<Path> all = files(BUNDLES, CHINESE);
        Set<String> common = keys(all.stream()
                .filter(path -> path.toString().contains("/platform/pages/"))
                .findFirst()
                .orElseThrow());
        Set<String> missing = new TreeSet<>();
        for (Path words : all) {
            Set<String> known = new TreeSet<>(common);
            for (Path beside : files(words.getParent(), ".properties")) {
                known.addAll(keys(beside));
            }
            Path main = module(words);
            for (Path source : Stream.concat(files(main, ".jte").stream(), files(main, ".java").stream())
                    .collect(Collectors.toList())) {
                Matcher asked = ASKED.matcher(Files.readString(source));
                while (asked.find()) {
                    if (!known.contains(asked.group(1))) {
                        missing.add(asked.group(1) + " in " + source);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Path module(Path words) {
        Path folder = words;
        while (!folder.getFileName().toString().equals("main")) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path ->
                            path.toString().endsWith(ending) && !path.toString().contains("/target/"))
                    .filter(path -> path.toString().contains("/src/main/"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        return new TreeSet<>(words(file).stringPropertyNames());
    }

    private static Properties words(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
