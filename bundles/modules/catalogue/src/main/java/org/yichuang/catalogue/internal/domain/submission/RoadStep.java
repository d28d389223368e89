package org.yichuang.catalogue.internal.domain.submission;

import java.time.LocalDate;
import org.yichuang.kernel.api.Level;

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
    /** The day on which it was said. */
    public LocalDate day() {
        return LocalDate.parse(on);
    }
}
