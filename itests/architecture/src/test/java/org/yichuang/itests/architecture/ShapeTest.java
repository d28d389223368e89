package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.Test;

/** No file outgrows what one person reads at once: Checkstyle looks at main code, this at what it does not see. */
public class ShapeTest {
    private static final int MOST_WIRING_LINES = 80;
    private static final int MOST_TEST_LINES = 400;

    @Test
    public void aWiringFileHasAtMostEightyLines() throws IOException {
        Map<String, Integer> longer =
                longer(MOST_WIRING_LINES, path -> path.contains("/src/main/resources/OSGI-INF/blueprint/"));
        assertEquals("move a composition into a class, or take a part out", Map.of(), longer);
    }

    @Test
    public void aTestFileHasAtMostFourHundredLines() throws IOException {
        Map<String, Integer> longer =
                longer(MOST_TEST_LINES, path -> path.contains("/src/test/java/") && path.endsWith(".java"));
        assertEquals("split it by what it is about", Map.of(), longer);
    }

    private static Map<String, Integer> longer(int most, Predicate<String> which) throws IOException {
        Map<String, Integer> longer = new TreeMap<>();
        for (String root : new String[] {"../../bundles", "../../itests"}) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)
                        .filter(file -> which.test(file.toString().replace('\\', '/')))::iterator) {
                    int lines = Files.readAllLines(file).size();
                    if (lines > most) {
                        longer.put(file.getFileName().toString(), lines);
                    }
                }
            }
        }
        return longer;
    }
}
