package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.pages.internal.http.Assets;

/** The words of the pages, and their weight. */
public class WordsTest {
    private static final Pattern USED = Pattern.compile("\\bt\\(\"([a-z0-9.-]+)\"[,)]");

    @Test
    public void bothLanguagesHaveTheSameWords() {
        assertEquals(Components.TEXTS.keys(true), Components.TEXTS.keys(false));
    }

    @Test
    public void everyWordThatIsUsedIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
            for (Path source : sources.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Matcher used = USED.matcher(Files.readString(source));
                while (used.find()) {
                    if (!Components.TEXTS.has(used.group(1))) {
                        missing.add(used.group(1) + " in " + source);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    public void whatEveryPageLoadsIsLight() {
        Assets assets = new Assets();
        int weight = assets.weight("style") + assets.weight("script") + assets.weight("htmx");
        assertTrue("Style sheet and scripts take " + weight + " bytes", weight < 40_000);
    }
}
