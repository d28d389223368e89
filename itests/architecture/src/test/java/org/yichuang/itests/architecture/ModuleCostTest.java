package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** What a module with one aggregate, one REST path and one page costs before its first rule: the example shows it. */
public class ModuleCostTest {
    private static final Path BUNDLES = Path.of("..", "..", "bundles");
    private static final Path EXAMPLE = BUNDLES.resolve("testing").resolve("example");
    private static final int MOST_FILES = 8;
    private static final int MOST_LINES = 150;

    @Test
    public void aModuleCostsAtMostEightFilesAndAHundredAndFiftyLines() throws IOException {
        List<Path> files = files(EXAMPLE);
        long lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).stream()
                    .filter(ModuleCostTest::counts)
                    .count();
        }

        assertTrue(files.toString(), files.size() <= MOST_FILES);
        assertTrue("lines: " + lines, lines <= MOST_LINES);
    }

    /** As the other measures of the style: without blank lines, comments and imports. */
    private static boolean counts(String line) {
        String code = line.strip();
        return !code.isEmpty() && Stream.of("import ", "/*", "*", "//").noneMatch(code::startsWith);
    }

    @Test
    public void nobodyKnowsIt() throws IOException {
        for (Path file : files(BUNDLES)) {
            if (!file.startsWith(BUNDLES.resolve("testing")) && file.toString().matches(".*\\.(java|xml|jte)")) {
                assertEquals(file.toString(), false, Files.readString(file).contains("org.yichuang.example"));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
    }
}
