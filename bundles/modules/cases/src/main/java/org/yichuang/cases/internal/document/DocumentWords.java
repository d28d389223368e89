package org.yichuang.cases.internal.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yichuang.cases.api.Representative;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The words of documents, which are of Chinese law and so in Chinese. */
final class DocumentWords {
    private DocumentWords() {}

    static String words(String key, Object... arguments) {
        return LocalizedMessage.of(DocumentWords.class, key, arguments).zh();
    }

    /** Who acts for the applicant, and as what; empty for nobody. */
    static String acting(Representative representative) {
        return representative == null
                ? ""
                : words("representative", representative.kind().label(), representative.name());
    }

    /** The words under a key; empty when there are none. */
    static String ifThere(String key) {
        String found = words(key);
        return found.equals(key) ? "" : found;
    }

    static String day(LocalDate day) {
        return words("day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** A day to come as far as it is known: where no holidays have been announced yet it may move (R2-04). */
    static String day(LocalDate day, WorkingCalendar calendar) {
        return calendar.kindOf(day).provisional() ? words("day.provisional", day(day), day.getYear()) : day(day);
    }

    static String moment(Instant at) {
        ZonedDateTime moment = at.atZone(CallContext.ZONE);
        return words("moment", day(moment.toLocalDate()), moment.getHour(), "%02d".formatted(moment.getMinute()));
    }

    /** A text as one line: a fact of several lines makes several paragraphs or points. */
    static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
