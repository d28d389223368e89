package org.yichuang.catalogue.internal.domain.handling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/**
 * Special steps and delegations as people write them into a form or a cell: a step a line, or with a semicolon between
 * them; the parts of each between upright strokes.
 */
public final class HandlingLines {
    private static final int PARTS_OF_STEP = 6;
    private static final int PARTS_OF_DELEGATION = 3;
    private static final Pattern SEPARATOR = Pattern.compile("[\n\r;\uFF1B]");
    private static final Pattern STROKE = Pattern.compile("[|\uFF5C]");

    private HandlingLines() {}

    /** Writes steps as they are read. */
    public static String steps(List<SpecialStep> steps, Locale locale) {
        return steps(steps, "\n", locale);
    }

    /** The same in one line, as it stands in a cell of a file. */
    public static String cell(List<SpecialStep> steps) {
        return steps(steps, "\uFF1B", LocalizedMessage.CHINESE);
    }

    private static String steps(List<SpecialStep> steps, String between, Locale locale) {
        return steps.stream()
                .map(step -> String.join(
                        " | ",
                        step.name(),
                        step.limit() == null ? "" : step.limit().label().zh(),
                        step.basis(),
                        message(step.charged() ? "charged" : "free").in(locale),
                        step.feeBasis(),
                        message(step.counted() ? "counted" : "not-counted").in(locale)))
                .collect(Collectors.joining(between));
    }

    /** The lines of a text that say something. */
    public static List<String> lines(String text) {
        return SEPARATOR.splitAsStream(text).filter(line -> !line.isBlank()).toList();
    }

    /**
     * Reads a line: name, time, basis, whether it costs something, by which rule, whether its time is part of the
     * limit. What is left out at its end is empty, costs nothing, and is part of the limit.
     *
     * @return empty when it cannot be read
     */
    public static Optional<SpecialStep> step(String line) {
        String[] parts = STROKE.split(line, -1);
        if (parts.length > PARTS_OF_STEP || parts[0].isBlank()) {
            return Optional.empty();
        }
        Optional<Boolean> isCharged = either(part(parts, 3), "charged", "free");
        Optional<Boolean> isNotCounted = either(part(parts, 5), "not-counted", "counted");
        if (isCharged.isEmpty() || isNotCounted.isEmpty()) {
            return Optional.empty();
        }
        try {
            String time = part(parts, 1);
            return Optional.of(new SpecialStep(
                    parts[0].strip(),
                    time.isEmpty() ? null : Limit.parse(time),
                    part(parts, 2),
                    isCharged.get(),
                    part(parts, 4),
                    !isNotCounted.get()));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    /** True for the one word in any language, false for the other and where nothing is said; empty for others. */
    private static Optional<Boolean> either(String said, String yes, String no) {
        if (said.isEmpty() || is(said, no)) {
            return Optional.of(false);
        }
        return is(said, yes) ? Optional.of(true) : Optional.empty();
    }

    private static boolean is(String said, String key) {
        return Languages.all().stream()
                .anyMatch(locale -> message(key).in(locale).equalsIgnoreCase(said));
    }

    /** Writes a delegation as it is read; empty where there is none. */
    public static String delegation(Delegation delegation) {
        return delegation == null
                ? ""
                : String.join(" | ", delegation.organ(), delegation.basis(), delegation.announcement());
    }

    /** Reads a delegation: organ, basis, announcement; empty when there are more parts or no organ. */
    public static Optional<Delegation> delegation(String text) {
        String[] parts = STROKE.split(text, -1);
        if (parts.length > PARTS_OF_DELEGATION || parts[0].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Delegation(parts[0].strip(), part(parts, 1), part(parts, 2)));
    }

    private static String part(String[] parts, int number) {
        return Arrays.stream(parts).skip(number).findFirst().orElse("").strip();
    }

    private static LocalizedMessage message(String key) {
        return LocalizedMessage.of(HandlingLines.class, "step." + key);
    }
}
