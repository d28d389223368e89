package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** What a fresh clone needs and a developer's machine hides. */
public class BuildTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    public void everyBundleIsBuiltBeforeTheFeaturesThatShipIt() throws IOException {
        assertEquals(Set.of(), bundles("features/pom.xml"));
    }

    @Test
    public void everyBundleIsInAFeature() throws IOException {
        Set<String> missing = bundles();
        missing.removeIf(bundle -> has("features/src/main/feature/feature.xml", "mvn:org.yichuang/" + bundle + "/"));
        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyFeatureIsBooted() throws IOException {
        Set<String> missing = bundles();
        missing.removeIf(bundle -> has("karaf-distribution/pom.xml", "<feature>yichuang-" + bundle + "</feature>"));
        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyBundleIsLookedAtByTheArchitectureTest() throws IOException {
        assertEquals(Set.of(), bundles("itests/architecture/pom.xml"));
    }

    @Test
    public void whoMayUseACommandStandsInAFeature() throws IOException {
        Set<String> scopes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
            for (Path file : files.filter(BuildTest::isShippedCode).toList()) {
                Matcher command =
                        Pattern.compile("@Command\\(\\s*scope = \"(\\w+)\"").matcher(Files.readString(file));
                while (command.find()) {
                    scopes.add(command.group(1));
                }
            }
        }
        assertFalse(scopes.isEmpty());
        scopes.removeIf(scope -> has(
                "features/src/main/feature/feature.xml",
                "<config name=\"org.apache.karaf.command.acl." + scope + "\">"));
        assertEquals(Set.of(), scopes);
    }

    private static boolean isShippedCode(Path path) {
        return path.toString().endsWith(".java") && !path.startsWith(ROOT.resolve("bundles/testing"));
    }

    /** The bundles that the file does not name as artifacts. */
    private static Set<String> bundles(String file) throws IOException {
        Set<String> missing = bundles();
        missing.removeIf(bundle -> has(file, "<artifactId>" + bundle + "</artifactId>"));
        return missing;
    }

    /** What is shipped: the kit of the tests is not. */
    private static Set<String> bundles() throws IOException {
        Set<String> words = new TreeSet<>();
        Matcher modules = Pattern.compile("<module>(?!modules<)(?:\\w+/)?(\\w+)</module>")
                .matcher(Files.readString(ROOT.resolve("bundles/pom.xml")));
        while (modules.find()) {
            if (!modules.group().contains(">testing/")) {
                words.add(modules.group(1));
            }
        }
        assertFalse(words.isEmpty());
        return words;
    }

    private static boolean has(String file, String text) {
        try {
            return Files.readString(ROOT.resolve(file)).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
