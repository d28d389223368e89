package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;

/** The table of rules names every rule once, and no place or test that is not there. */
public class RulesTest {
    private static final Path BUNDLES = Path.of("../..");

    /**
     * A row.
     *
     * @param place the class that keeps the rule; empty where nobody does
     * @param test the class that shows it, and its method after a #; empty where none does
     */
    private record Row(String rule, String state, String place, String test, String missing) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            return new Row(cells.get(1), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
        }
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("RULES.md"));
    }

    private static List<Row> rows() throws IOException {
        return text().lines()
                .filter(line -> line.startsWith("| R"))
                .map(Row::of)
                .toList();
    }

    private static Stream<String> numbers(String part, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> "%s-%02d".formatted(part, number));
    }

    @Test
    public void everyRuleOfTheFirstFourPartsIsThereOnce() throws IOException {
        List<String> all = new ArrayList<>();
        numbers("R1", 44).forEach(all::add);
        numbers("R2", 7).forEach(all::add);
        all.add("R2-07a");
        numbers("R2", 11).skip(7).forEach(all::add);
        numbers("R3", 34).forEach(all::add);
        numbers("R4", 14).forEach(all::add);
        assertEquals(all, rows().stream().map(Row::rule).toList());
    }

    @Test
    public void whatIsSaidOfItsStateFitsWhatIsNamed() throws IOException {
        for (Row row : rows()) {
            boolean isKept = !row.place().isEmpty() && !row.test().isEmpty();
            switch (row.state()) {
                case "whole" -> assertTrue(row.rule(), isKept && row.missing().isEmpty());
                case "part" -> assertTrue(row.rule(), isKept && !row.missing().isEmpty());
                default -> {
                    assertEquals(row.rule(), "missing", row.state());
                    assertTrue(row.rule(), row.place().isEmpty() && row.test().isEmpty());
                }
            }
        }
        Map<String, Long> counted =
                rows().stream().collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
        String said = "Of %d rules %d are whole, %d in part, %d missing."
                .formatted(rows().size(), counted.get("whole"), counted.get("part"), counted.get("missing"));
        assertTrue(said, text().contains(said));
    }

    @Test
    public void everyPlaceAndEveryTestIsThere() throws IOException {
        Map<String, Path> places = sources("src/main/java");
        Map<String, Path> tests = sources("src/test/java");
        for (Row row : rows()) {
            if (row.place().isEmpty()) {
                continue;
            }
            assertTrue(row.rule() + " " + row.place(), places.containsKey(row.place()));
            String[] test = row.test().split("#");
            assertTrue(row.rule() + " " + row.test(), tests.containsKey(test[0]));
            if (test.length > 1) {
                String code = Files.readString(tests.get(test[0]));
                assertTrue(row.rule() + " " + row.test(), code.contains("public void " + test[1] + "("));
            }
        }
    }

    /** The sources of all modules by the names of their classes. */
    private static Map<String, Path> sources(String root) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        for (String group : List.of("platform", "modules")) {
            for (Path module : children(BUNDLES.resolve(group))) {
                Path sources = module.resolve(root);
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> files = Files.walk(sources)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .forEach(file -> found.putIfAbsent(
                                        file.getFileName().toString().replace(".java", ""), file));
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
