package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.internal.domain.AssessmentPeriod;
import org.yichuang.windows.internal.persistence.StationingRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** Who is assessed: the departments that are at the centre at the end of a period, the windows that were open in it. */
class AssessmentSubjects {
    private final StationingRows stationings;
    private final WindowRows windows;

    AssessmentSubjects(StationingRows stationings, WindowRows windows) {
        this.stationings = stationings;
        this.windows = windows;
    }

    /**
     * One.
     *
     * @param name what it is called
     * @param rows the ids of what it is in the hall
     */
    record Subject(String name, List<String> rows) {
        private Subject and(Subject other) {
            return new Subject(
                    name, Stream.concat(rows.stream(), other.rows.stream()).toList());
        }
    }

    /** All, by what scopes name them: the numbers of windows, the present names of departments. */
    Map<String, Subject> of(AssessmentPeriod period, AssessmentSubject of, PresentNames names, UnitOfWork unit) {
        Map<String, Subject> found = new LinkedHashMap<>();
        if (of == AssessmentSubject.WINDOW) {
            windows.all(unit).stream()
                    .filter(each -> each.wasOpen(period.from(), period.to()))
                    .forEach(each -> found.put(each.id(), new Subject(each.name(), List.of(each.id()))));
            return found;
        }
        LocalDate today = unit.context().today();
        LocalDate day = period.to().isAfter(today) ? today : period.to();
        stationings.all(unit).stream().filter(each -> each.holds(day)).forEach(each -> {
            String name = names.of(each.department());
            found.merge(name, new Subject(name, List.of(each.id())), Subject::and);
        });
        return found;
    }

    /** Holds one until the transaction ends: whoever marks it and whoever publishes wait for each other. */
    void hold(Subject subject, AssessmentSubject of, UnitOfWork unit) {
        for (String id : subject.rows()) {
            if (of == AssessmentSubject.WINDOW) {
                windows.held(id, unit);
            } else {
                stationings.held(id, unit);
            }
        }
    }
}
