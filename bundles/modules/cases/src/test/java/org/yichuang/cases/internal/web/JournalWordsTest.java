package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Texts;

/** Who reads the journal of a case reads words, whatever step it is of, and whatever is noted with it. */
public class JournalWordsTest {
    private static final Texts WORDS = Texts.beside(CasePages.class, "journal");
    private static final Pattern DETAIL = Pattern.compile("\\bact\\.(?:detail|text)\\(\\s*\"([a-zA-Z]+)\"");

    @Test
    public void everyStepHasWordsInEveryLanguage() {
        List<String> steps = Arrays.stream(CaseCommand.values())
                .map(command -> "journal.case." + command.word())
                .toList();
        assertEquals(Set.of(), missing(steps));
    }

    @Test
    public void whatIsNotedWithAStepHasWords() throws IOException {
        Set<String> details = new TreeSet<>();
        try (Stream<Path> sources =
                Files.walk(Path.of("src", "main", "java", "org", "yichuang", "cases", "internal", "domain"))) {
            for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                Matcher noted = DETAIL.matcher(Files.readString(source));
                while (noted.find()) {
                    details.add("journal.detail." + noted.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing(details));
    }

    private static Set<String> missing(Iterable<String> keys) {
        Set<String> missing = new TreeSet<>();
        for (String key : keys) {
            for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                if (WORDS.find(language, key).isEmpty()) {
                    missing.add(key + " " + language);
                }
            }
        }
        return missing;
    }
}
