package org.yichuang.cases.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;

/** Whatever a page asks for of the words about clocks is there in both languages. */
public class ClockTextsTest {
    private static final Pattern ASKED = Pattern.compile("words\\.say\\(\"([a-z.-]+)\"");

    @Test
    public void everyWordThatAPageAsksForIsThere() throws IOException {
        Set<String> keys = new TreeSet<>();
        ClockTexts.COMMANDS.forEach(command -> keys.add(command + ".words"));
        for (String page : Set.of("standing", "clockform")) {
            Matcher asked = ASKED.matcher(Files.readString(Path.of("src/main/jte", page + ".jte")));
            while (asked.find()) {
                keys.add(asked.group(1));
            }
        }
        assertTrue(keys.toString(), keys.size() > 15);
        for (String key : keys) {
            LocalizedMessage words = LocalizedMessage.of(ClockTexts.class, key);
            assertTrue(key, words.zh().matches("(?s).*\\p{IsHan}.*"));
            assertEquals(key, words.en(), words.en().replaceAll("\\p{IsHan}", ""));
        }
    }
}
