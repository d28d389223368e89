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

/** What must hold for every template of every module. */
public class TemplatesTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final int LONGEST_LINE = 120;
    private static final Pattern FORM = Pattern.compile("<form\\b[\\s\\S]*?</form>");
    private static final Pattern TOKENS = Pattern.compile("\\$\\{(ui\\.hidden\\(|hidden\\})");
    /** From an attribute's quote over expressions with texts of their own to a line's end within one. */
    private static final Pattern BROKEN_VALUE = Pattern.compile(
            "[\\w-]=\"[^\"$\\n]*(\\$\\{([^\"}\\n]|\"[^\"\\n]*\")*}[^\"$\\n]*)*\\$\\{([^\"}\\n]|\"[^\"\\n]*\")*\\n");

    private static final Pattern INLINE =
            Pattern.compile("<style|\\sstyle=|\\son[a-z]+=\"|javascript:|<script>|\\$unsafe\\{");

    @Test
    public void everyFormThatIsPostedCarriesItsTokens() throws IOException {
        Set<String> bare = new TreeSet<>();
        int posted = 0;
        for (Path template : templates()) {
            Matcher form = FORM.matcher(Files.readString(template));
            while (form.find()) {
                if (form.group().contains("method=\"post\"")) {
                    posted++;
                    if (!TOKENS.matcher(form.group()).find()) {
                        bare.add(template.getFileName() + ": "
                                + form.group().lines().findFirst().orElse(""));
                    }
                }
            }
        }
        assertEquals(Set.of(), bare);
        assertTrue("forms are found at all: " + posted, posted >= 15);
    }

    /** What stands for a value must be on one line: of a form, jte would take it for the value itself. */
    @Test
    public void noValueOfAnAttributeGoesOverALine() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path template : templates()) {
            Matcher value = BROKEN_VALUE.matcher(Files.readString(template));
            while (value.find()) {
                broken.add(template.getFileName() + ": " + value.group());
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    public void everyFormSaysHowItTravels() throws IOException {
        Set<String> mute = new TreeSet<>();
        for (Path template : templates()) {
            for (String line : Files.readAllLines(template)) {
                int forms = line.split("<form ", -1).length - 1;
                int methods = line.split("<form [^\\n]*?method=\"(get|post)\"", -1).length - 1;
                if (forms != methods) {
                    mute.add(template.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(Set.of(), mute);
    }

    @Test
    public void nothingNeedsAnUnsafePolicyAndNothingGoesOutUnescaped() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path template : templates()) {
            for (String line : Files.readAllLines(template)) {
                if (INLINE.matcher(line).find()) {
                    wrong.add(template.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    public void aLineIsNoLongerThanElsewhere() throws IOException {
        Set<String> longer = new TreeSet<>();
        for (Path template : templates()) {
            List<String> lines = Files.readAllLines(template);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE) {
                    longer.add(template.getFileName() + ":" + (i + 1));
                }
            }
        }
        assertEquals(Set.of(), longer);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path ->
                            path.toString().endsWith(".jte") && path.toString().contains("/src/main/"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
