package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * What the notices say about days off from a moment on.
 *
 * @param from the moment, in China
 * @param said the days of which they speak, and whether they are worked on
 */
public record Notice(LocalDateTime from, Map<LocalDate, Boolean> said) {
    WorkDays days() {
        return new WorkDays(said);
    }
}
