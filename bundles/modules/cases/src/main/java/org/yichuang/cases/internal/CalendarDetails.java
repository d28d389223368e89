package org.yichuang.cases.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yichuang.cases.internal.domain.CalendarCorrection;
import org.yichuang.cases.internal.domain.CalendarCorrection.EndedClock;
import org.yichuang.cases.internal.domain.CaseFile;

/** What the journal says of a case that a corrected calendar has moved. */
final class CalendarDetails {
    private CalendarDetails() {}

    static Map<String, String> of(CalendarCorrection correction) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("dueBefore", day(correction.before().next()));
        details.put("dueAfter", day(correction.after().next()));
        details.put("statutoryBefore", day(correction.before().statutory()));
        details.put("statutoryAfter", day(correction.after().statutory()));
        for (EndedClock clock : correction.ended()) {
            details.put(clock.kind().key() + "Before", clock.verdictBefore() + " " + clock.dueBefore());
            details.put(clock.kind().key() + "After", clock.verdict() + " " + clock.due());
        }
        if (correction.late() != correction.wasLate()) {
            details.put("late", Boolean.toString(correction.late()));
        }
        details.put("reason", "calendar");
        return details;
    }

    private static String day(Object day) {
        return day == null || day.equals(CaseFile.NEVER) ? "" : day.toString();
    }
}
