package org.yichuang.catalogue.internal.domain.checklist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.yichuang.kernel.api.TextRules;

/** A list of what items there should be somewhere. */
public enum Checklist {
    /** Public services that should be in the hall besides what has to be applied for (M-CAT-16). */
    PUBLIC_SERVICES("public-services.txt"),
    /** What townships begin with (M-CAT-15). */
    TOWNSHIP("township.txt");

    private final List<Line> lines;

    Checklist(String file) {
        lines = read(file);
    }

    /**
     * A line.
     *
     * @param name what it is called
     * @param words one of which the names of its items have in them
     */
    public record Line(String name, List<String> words) {
        public Line {
            words = List.copyOf(words);
        }

        /** Whether an item that is called so is meant. */
        public boolean isMeant(String item) {
            String folded = TextRules.folded(item);
            return words.stream().anyMatch(folded::contains);
        }
    }

    /** Its lines. */
    public List<Line> lines() {
        return lines;
    }

    private static List<Line> read(String file) {
        try (InputStream in = Checklist.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> new Line(
                            words[0],
                            Arrays.stream(words).map(TextRules::folded).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
