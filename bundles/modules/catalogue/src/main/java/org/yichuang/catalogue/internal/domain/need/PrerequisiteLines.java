package org.yichuang.catalogue.internal.domain.need;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Prerequisite;

/**
 * Prerequisites as people write them into a form or a cell: one a line, or with a semicolon between them; the parts of
 * each between upright strokes.
 */
public final class PrerequisiteLines {
    private static final int PARTS = 4;
    private static final Pattern SEPARATOR = Pattern.compile("[\n\r;\uFF1B]");
    private static final Pattern STROKE = Pattern.compile("[|\uFF5C]");

    private PrerequisiteLines() {}

    /** Writes them as they are read. */
    public static String write(List<Prerequisite> prerequisites) {
        return write(prerequisites, "\n");
    }

    /** The same in one line, as it stands in a cell of a file. */
    public static String cell(List<Prerequisite> prerequisites) {
        return write(prerequisites, "\uFF1B");
    }

    private static String write(List<Prerequisite> prerequisites, String between) {
        return prerequisites.stream()
                .map(each -> Stream.of(each.code(), each.result(), each.organ(), each.reason())
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining(between));
    }

    /** The lines of a text that say something. */
    public static List<String> lines(String text) {
        return SEPARATOR.splitAsStream(text).filter(line -> !line.isBlank()).toList();
    }

    /** Reads a line: code, result, organ, reason; what is left out at its end is empty. */
    public static Optional<Prerequisite> read(String line) {
        String[] parts = STROKE.split(line, -1);
        if (parts.length < 2 || parts.length > PARTS || parts[1].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new Prerequisite(parts[0].strip(), parts[1].strip(), part(parts, 2), part(parts, PARTS - 1)));
    }

    private static String part(String[] parts, int number) {
        return number < parts.length ? parts[number].strip() : "";
    }
}
