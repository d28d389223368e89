package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.itests.architecture.Bundles.Bundle;
import org.yichuang.itests.architecture.Bundles.Layer;

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

    /** A file that names every module is a list of them, in which a new one has to be entered. */
    @Test
    public void aNewModuleIsEnteredInThreePlacesOnly() throws IOException {
        List<Bundle> modules = Bundles.of(Layer.MODULES);
        assertTrue(modules.toString(), modules.size() > 1);
        Set<String> lists = new TreeSet<>();
        for (Path file : files(Bundles.ROOT)) {
            String path = Bundles.ROOT.relativize(file).toString().replace('\\', '/');
            if (isShippedOrBuilds(path) && modules.stream().allMatch(module -> names(Bundles.text(file), module))) {
                lists.add(path);
            }
        }
        assertEquals(
                Set.of("bundles/pom.xml", "features/src/main/feature/feature.xml", "karaf-distribution/pom.xml"),
                lists);
    }

    /** Documentation, demonstration and the tests of what modules do together may tell of all of them. */
    private static boolean isShippedOrBuilds(String path) {
        return path.matches(".*\\.(xml|java|jte|bnd|cfg|properties)")
                && !path.matches("(tenants|bench|bundles/modules|bundles/testing|itests/assembled/src)/.*")
                && !path.matches("bundles/.*/src/test/.*");
    }

    private static boolean names(String text, Bundle module) {
        String word = module.word();
        return Stream.of(
                        "<artifactId>" + word + "</artifactId>",
                        "<module>modules/" + word + "</module>",
                        "mvn:org.yichuang/" + word + "/",
                        "<feature>yichuang-" + word + "</feature>",
                        "org.yichuang." + word,
                        '"' + word + '"')
                .anyMatch(text::contains);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*[/\\\\](target|\\.git|node_modules)[/\\\\].*"))
                    .toList();
        }
    }
}
