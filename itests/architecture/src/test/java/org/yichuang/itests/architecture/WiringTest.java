package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** What must hold for every wiring file: the classes that it makes are invisible to the rules over code. */
public class WiringTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Pattern MADE = Pattern.compile("<bean\\b[^>]*\\bclass=\"([^\"]+)\"");

    @Test
    public void onlyOurOwnClassesAreMadeSoThatNobodyReadsTheMachinesClock() throws IOException {
        Set<String> foreign = new TreeSet<>();
        int made = 0;
        for (Path file : files()) {
            Matcher bean = MADE.matcher(Files.readString(file));
            while (bean.find()) {
                made++;
                if (bean.group(1).startsWith("java.")) {
                    foreign.add(file.getFileName() + ": " + bean.group(1));
                }
            }
        }
        assertEquals(Set.of(), foreign);
        assertTrue("beans are found at all: " + made, made > 50);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.toString().contains("/src/main/resources/OSGI-INF/blueprint/"))
                    .filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
