package org.yichuang.catalogue.internal.domain.submission;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/**
 * What a centre on the road has said of a draft; never changed.
 *
 * @param centre its id
 * @param name its name
 * @param level its level
 * @param outcome what it has said
 * @param words why; possibly empty for what is kept
 * @param examiner who has examined it there
 * @param on the day on which it was said, e.g. {@code 2026-03-02}
 */
public record RoadStep(
        String centre, String name, Level level, ExaminationOutcome outcome, String words, String examiner, String on) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 500;

    /** Whether all is there that is read of it, as it can be read. */
    boolean isComplete() {
        return TenantId.isWellFormed(centre)
                && name != null
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && level != null
                && outcome != null
                && words != null
                && words.length() <= LONGEST_WORDS
                && examiner != null
                && examiner.length() <= LONGEST_NAME
                && isDay(on);
    }

    /** Whether the same centre has said the same, whoever it was there, and whenever. */
    boolean saysTheSame(RoadStep other) {
        return centre.equals(other.centre) && level == other.level && outcome == other.outcome;
    }

    /** Whether a text is a day as letters write it, and one that there is. */
    public static boolean isDay(String text) {
        if (text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The day on which it was said. */
    public LocalDate day() {
        return LocalDate.parse(on);
    }
}
