package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/**
 * What is kept of a case is read by every program of this generation. One that does not know a field reads without it
 * and writes the case back so, with a sound entry: whoever adds a field, or a word to an enum, counts the journal's
 * {@code Generation} up, and has the list of the new generation written by {@code -Dstored.renew=true}. A list that
 * has been written is of programs that are in use: it is never written again, and what differs from it is another
 * generation.
 */
public class StoredFormTest {
    private static final Path LISTS = Path.of("src/test/resources/org/yichuang/cases/internal/domain");
    private static final Path GENERATION =
            Path.of("../../platform/journal/src/main/java/org/yichuang/journal/internal/Generation.java");

    @Test
    public void nothingIsAddedToAStoredCaseWithoutAGenerationOfItsOwn() throws IOException {
        require(LISTS, generation(), form(), Boolean.getBoolean("stored.renew"));
    }

    @Test
    public void aListThatHasBeenWrittenIsNotRenewed() throws IOException {
        Path lists = Files.createTempDirectory("stored-form");
        require(lists, 4, "Case: state\n", true);
        require(lists, 4, "Case: state\n", false);
        String grown = "Case: late state\n";
        assertThrows(AssertionError.class, () -> require(lists, 4, grown, true));
        assertThrows(AssertionError.class, () -> require(lists, 5, grown, false));
        require(lists, 5, grown, true);
        assertEquals("generation 4\nCase: state\n", Files.readString(list(lists, 4)));
        assertThrows("one of before", AssertionError.class, () -> require(lists, 4, "Case: state\n", false));
    }

    private static void require(Path lists, int generation, String form, boolean isRenewed) throws IOException {
        Path kept = list(lists, generation);
        String said = "generation " + generation + "\n" + form;
        assertFalse("a later generation has a list", Files.exists(list(lists, generation + 1)));
        if (isRenewed && !Files.exists(kept)) {
            Files.writeString(kept, said);
        }
        assertTrue("write the list of the new generation with -Dstored.renew=true", Files.exists(kept));
        assertEquals("count Generation.OURS up, then -Dstored.renew=true", Files.readString(kept), said);
    }

    private static Path list(Path lists, int generation) {
        return lists.resolve("stored-form-" + generation + ".txt");
    }

    private static int generation() throws IOException {
        Matcher ours = Pattern.compile("int OURS = (\\d+);").matcher(Files.readString(GENERATION));
        assertTrue(ours.find());
        return Integer.parseInt(ours.group(1));
    }

    private static String form() {
        return Forms.of(Submission.class, Progress.class);
    }
}
