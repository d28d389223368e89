package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * No two kinds of documents bear the same mark in their numbers: of two that do, the registry of templates would leave
 * one out, and what issues it would have no paper.
 */
public class DocumentMarksTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final String MARK = "mark.";

    @Test
    public void eachKindOfDocumentHasAMarkOfItsOwn() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        Map<String, String> shared = new TreeMap<>();
        for (Path file : texts()) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            texts.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(MARK))
                    .forEach(key -> {
                        String before = kinds.put(texts.getProperty(key), key);
                        if (before != null) {
                            shared.put(texts.getProperty(key), before + ", " + key);
                        }
                    });
        }
        assertEquals(Map.of(), shared);
        assertTrue(kinds.toString(), kinds.size() > 40);
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.toString().contains("/src/main/")
                            && path.endsWith(Path.of("document", "messages.properties")))
                    .sorted()
                    .toList();
        }
    }
}
