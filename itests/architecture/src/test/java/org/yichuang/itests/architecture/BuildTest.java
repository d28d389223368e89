package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
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

/** What a fresh clone needs and a developer's machine hides. */
public class BuildTest {
    private static final Path ROOT = Bundles.ROOT;

    /** Nobody names a bundle to have it built first: a build goes by the lists, from above downwards. */
    @Test
    public void bundlesAreBuiltBeforeFeaturesAndTheseBeforeTheAssembly() {
        String order =
                "(?s).*<module>bundles</module>.*<module>features</module>.*<module>karaf-distribution</module>.*"
                        + "<module>itests</module>.*";
        assertTrue(Bundles.text(ROOT.resolve("pom.xml")).matches(order));
    }

    @Test
    public void everyBundleIsInAFeature() {
        Set<String> missing = bundles();
        missing.removeIf(bundle -> has("features/src/main/feature/feature.xml", "mvn:org.yichuang/" + bundle + "/"));
        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyFeatureIsBooted() {
        Set<String> missing = bundles();
        missing.removeIf(bundle -> has("karaf-distribution/pom.xml", "<feature>yichuang-" + bundle + "</feature>"));
        assertEquals(Set.of(), missing);
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

    private static Set<String> bundles() {
        return Bundles.all().stream().map(Bundles.Bundle::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(String file, String text) {
        return Bundles.text(ROOT.resolve(file)).contains(text);
    }
}
