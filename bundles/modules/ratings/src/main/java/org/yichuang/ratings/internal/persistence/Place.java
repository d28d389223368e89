package org.yichuang.ratings.internal.persistence;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Where a list by days continues.
 *
 * @param day of the last row
 * @param id which one of that day
 */
record Place(LocalDate day, String id) {
    private static final char BETWEEN = '_';

    /** @throws ProblemException {@code parameter-unreadable} */
    static Place parse(String cursor) {
        int end = cursor.indexOf(BETWEEN);
        try {
            return new Place(LocalDate.parse(cursor.substring(0, Math.max(end, 0))), cursor.substring(end + 1));
        } catch (DateTimeException e) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE, "cursor", LocalizedMessage.of(Place.class, "cursor.unknown"));
        }
    }

    String word() {
        return day.toString() + BETWEEN + id;
    }
}
