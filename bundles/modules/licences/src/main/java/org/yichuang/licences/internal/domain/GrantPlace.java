package org.yichuang.licences.internal.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * A place in the public list, the newest day first: it tells a day, and no number of a case.
 *
 * @param day the day that is read
 * @param passed how many of that day have been read
 */
public record GrantPlace(LocalDate day, int passed) {
    private static final GrantPlace START = new GrantPlace(LicenceRow.NEVER, 0);
    private static final int LONGEST = 9;

    /**
     * Reads a cursor.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    public static GrantPlace of(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return START;
        }
        String text = cursor.get();
        int dot = text.indexOf('.');
        try {
            if (dot > 0 && text.length() - dot <= LONGEST) {
                return new GrantPlace(
                        LocalDate.parse(text.substring(0, dot)), Integer.parseUnsignedInt(text.substring(dot + 1)));
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw refusal(unreadable);
        }
        throw refusal(null);
    }

    private static ProblemException refusal(RuntimeException cause) {
        ProblemException refusal = ProblemException.field(
                CommonError.FIELDS_INVALID, "cursor", LocalizedMessage.of(GrantPlace.class, "cursor.unreadable"));
        refusal.initCause(cause);
        return refusal;
    }

    /** The place behind some rows that were read from here, by their days. */
    public GrantPlace behind(List<LocalDate> read) {
        LocalDate last = read.get(read.size() - 1);
        int ofThatDay = (int) read.stream().filter(last::equals).count();
        return new GrantPlace(last, last.equals(day) ? passed + ofThatDay : ofThatDay);
    }

    /** As a cursor. */
    public String text() {
        return day + "." + passed;
    }
}
