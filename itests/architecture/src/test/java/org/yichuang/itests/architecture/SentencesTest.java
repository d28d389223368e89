package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** What is said to people stands in resource bundles and not in code, so that another language is another file. */
public class SentencesTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final String CHINESE = "messages.properties";

    /** Files whose Chinese is what they read or work on, and is shown to nobody. */
    private static final Map<String, String> DATA = Map.ofEntries(
            Map.entry("cases/internal/document/Remedies.java", "reads limits as people write them"),
            Map.entry("cases/internal/document/SigningOrgan.java", "knows bodies led from above by their names"),
            Map.entry("cases/internal/domain/TypedRemedies.java", "reads remedies as people write them"),
            Map.entry("cases/internal/domain/ReconsiderationWords.java", "reads remedies as people write them"),
            Map.entry("catalogue/internal/domain/FeeWords.java", "reads fees as people write them"),
            Map.entry("catalogue/internal/domain/check/CleanUpRules.java", "reads legal bases as lists write them"),
            Map.entry("catalogue/internal/domain/demand/DemandRules.java", "knows what lists call certificates"),
            Map.entry("catalogue/internal/domain/check/SpecialSteps.java", "reads procedures as guides write them"),
            Map.entry("catalogue/internal/importing/Column.java", "reads headings as lists write them"),
            Map.entry("catalogue/internal/importing/FeeCell.java", "reads fees as guides write them"),
            Map.entry("catalogue/internal/importing/HandlingCells.java", "reads visits and days as lists write them"),
            Map.entry("catalogue/internal/importing/KeptCells.java", "reads how lists take something away"),
            Map.entry("catalogue/internal/importing/LevelCell.java", "reads levels as guides write them"),
            Map.entry("catalogue/internal/importing/LimitCell.java", "reads limits as guides write them"),
            Map.entry("catalogue/internal/importing/MaterialsCell.java", "reads materials as guides write them"),
            Map.entry("catalogue/internal/importing/Meanings.java", "reads the places of organs as lists name them"),
            Map.entry("catalogue/internal/importing/RoundColumn.java", "reads headings as rounds write them"),
            Map.entry("catalogue/internal/importing/RoundFile.java", "reads levels of approval as rounds write them"),
            Map.entry("catalogue/internal/importing/YesNoCell.java", "reads yes and no as lists write them"),
            Map.entry("catalogue/internal/view/Audience.java", "reads whom items serve as lists write it"),
            Map.entry("identity/internal/DemoPlan.java", "names the people of the demonstration"),
            Map.entry("kernel/api/Level.java", "reads levels as laws and lists write them"),
            Map.entry(
                    "kernel/api/identifier/DocumentType.java", "reads types of documents as older records write them"),
            Map.entry("kernel/api/time/DayUnit.java", "reads units as laws write them"),
            Map.entry(
                    "kernel/api/time/HolidayNames.java",
                    "reads holidays as the notices of the State Council write them"),
            Map.entry("kernel/api/time/Limit.java", "reads limits as laws write them"),
            Map.entry("pages/internal/view/Samples.java", "shows components with a case of the demonstration"),
            Map.entry("testing/centres", "plays centres of China"),
            Map.entry("testing/kit", "plays people who speak Chinese"));

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Comments, annotations of commands (Karaf knows no resource bundles there), and literals. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\\bdescription = \"(?:\\\\.|[^\"\\\\])*\""
                    + "|(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+')",
            Pattern.DOTALL);

    private static final Pattern CHECK = Pattern.compile("super\\(\"([a-z-]+)\",");
    private static final Pattern ASKED =
            Pattern.compile("LocalizedMessage\\.of\\(\\s*(\\w+)\\.class,\\s*\"([^\"]+)\"[,)]");

    /** What a command, and a constraint of a body, asks of its own package. */
    private static final Pattern WORDS = Pattern.compile("\\bwords\\(\\s*\"([^\"]+)\"[,)]");

    private static final Pattern CONSTRAINT = Pattern.compile("\\bmessage = \"([^\"]+)\"");

    @Test
    public void noSentenceStandsInCode() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path source : sources()) {
            String name = BUNDLES.relativize(source).toString();
            if (DATA.keySet().stream().noneMatch(file -> name.endsWith(file) || name.startsWith(file))) {
                List<String> literals = chinese(Files.readString(source));
                if (!literals.isEmpty()) {
                    found.put(name, literals);
                }
            }
        }
        assertEquals(Map.of(), found);
    }

    @Test
    public void everySentenceThatIsAskedForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            Matcher asked = ASKED.matcher(code);
            while (asked.find()) {
                if (!isThere(source, code, asked.group(1), asked.group(2))) {
                    missing.add(asked.group(2) + " in " + source);
                }
            }
            Matcher words = WORDS.matcher(code);
            while (source.toString().contains("/commands/") && words.find()) {
                if (!isThere(source, code, "", words.group(1))) {
                    missing.add(words.group(1) + " in " + source);
                }
            }
            Matcher constraint = CONSTRAINT.matcher(code);
            while (source.toString().contains("/rest/") && constraint.find()) {
                if (!isThere(source, code, "", constraint.group(1))) {
                    missing.add(constraint.group(1) + " in " + source);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyHealthCheckHasATitle() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            Matcher check = CHECK.matcher(code);
            while (code.contains("extends ModuleCheck") && check.find()) {
                if (!isThere(source, code, "", "check." + check.group(1))) {
                    missing.add(check.group(1) + " in " + source);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** Sentences are filled in by the kernel, which prints what stands there; the offline check fills in by itself. */
    @Test
    public void noApostropheIsDoubled() throws IOException {
        Set<String> doubled = new TreeSet<>();
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            for (Path file : all.filter(SentencesTest::isFilledByTheKernel).toList()) {
                properties(file).forEach((key, words) -> {
                    if (words.toString().contains("''")) {
                        doubled.add(key + " in " + file);
                    }
                });
            }
        }
        assertEquals(Set.of(), doubled);
    }

    private static boolean isFilledByTheKernel(Path file) {
        String name = file.toString();
        return name.contains("/src/main/resources/")
                && name.endsWith(".properties")
                && !name.contains("/documents/internal/check/");
    }

    private static boolean isThere(Path source, String code, String owner, String key) throws IOException {
        String folder = source.getParent().toString();
        Matcher imported = Pattern.compile("import ([\\w.]+)\\." + owner + ";").matcher(code);
        if (imported.find()) {
            folder = folder.substring(0, folder.indexOf("/src/main/java/") + "/src/main/java/".length())
                    + imported.group(1).replace('.', '/');
        }
        Path words = Path.of(folder.replace("/src/main/java/", "/src/main/resources/"), CHINESE);
        return Files.exists(words) && properties(words).containsKey(key);
    }

    private static List<String> chinese(String code) {
        List<String> literals = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            if (token.group(1) != null && HAN.matcher(token.group(1)).find()) {
                literals.add(token.group(1));
            }
        }
        return literals;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.toString().contains("/src/main/java/")
                            && path.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
