package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.identity.api.StaffDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Departments;

/**
 * Tells whoever may speak for a department of a joint case that its day is near or over, and when all meet; and whoever
 * may check what was declared, of the day by which that is to be done.
 */
public class BranchNotices implements EventListener {
    private final Cases cases;
    private final StaffDirectory staff;
    private final Departments departments;
    private final NoticeService notices;

    public BranchNotices(Cases cases, StaffDirectory staff, Departments departments, NoticeService notices) {
        this.cases = cases;
        this.staff = staff;
        this.departments = departments;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "cases-branch-notices";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, BranchNotice.heard());
    }

    @Override
    public Optional<Duration> oldest() {
        return Optional.of(CaseNotice.OLDEST);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        BranchNotice notice = BranchNotice.of(event.event().type()).orElseThrow();
        Optional<CaseRecord> found = cases.find(event.aggregateId(), unit)
                .filter(file -> notice == BranchNotice.BRANCH_APPOINTMENT_OFF
                        || notice.isOfDeclarations()
                        || !file.state().isEnd());
        found.ifPresent(file -> {
            Map<String, String> days =
                    notice.isOfDeclarations() ? Map.of(file.department(), checked(event)) : days(notice, event);
            tell(notice, days, file, event, unit);
            if (notice == BranchNotice.BRANCH_OVERDUE) {
                tellAnswerable(BranchNotice.BRANCH_LATE_ANSWERABLE, days(notice, event), file, event, unit);
            } else if (notice == BranchNotice.AGREEMENT_OVERDUE || notice == BranchNotice.AGREEMENT_DUE) {
                tellAnswerable(notice, Map.of(file.department(), first(event)), file, event, unit);
            }
            if (notice == BranchNotice.BRANCH_APPOINTED) {
                tell(BranchNotice.BRANCH_APPOINTMENT_OFF, uninvited(event), file, event, unit);
            }
        });
    }

    private void tell(
            BranchNotice notice, Map<String, String> days, CaseRecord file, EventEnvelope event, UnitOfWork unit) {
        days.forEach((department, day) -> {
            String present = departments.presentName(department, event.tenant(), unit);
            String may = notice.isOfDeclarations() ? CasePermission.CHECK_PROMISE : CasePermission.OPINION;
            staff.of(new TreeSet<>(List.of(department, present)), may, unit)
                    .forEach(account -> notices.send(notice.about(file, account, department, day, event.at()), unit));
        });
    }

    /** Whoever answers to the applicant is told who is late (首办责任). */
    private void tellAnswerable(
            BranchNotice notice, Map<String, String> days, CaseRecord file, EventEnvelope event, UnitOfWork unit) {
        CaseEvent.BranchesDue told = Json.read(event.event().data(), CaseEvent.BranchesDue.class);
        if (told.answerable() != null) {
            days.forEach((department, day) ->
                    notices.send(notice.about(file, told.answerable(), department, day, event.at()), unit));
        }
    }

    /** The first day by which something that was declared is to be checked. */
    private static String checked(EventEnvelope event) {
        return Json.read(event.event().data(), CaseEvent.PromisesDue.class).promises().stream()
                .map(promise -> promise.until().toString())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** The first day of those by which something was agreed to be done. */
    private static String first(EventEnvelope event) {
        return Json.read(event.event().data(), CaseEvent.BranchesDue.class).branches().stream()
                .map(agreed -> agreed.due().toString())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** Who was invited to what another day has been set for, and is not to come then. */
    private static Map<String, String> uninvited(EventEnvelope event) {
        CaseEvent.Appointment told = Json.read(event.event().data(), CaseEvent.Appointment.class);
        Map<String, String> days = new LinkedHashMap<>();
        told.uninvited().forEach(department -> days.put(department, ""));
        return days;
    }

    /** When and where; what older versions have told says the day only. */
    private static String place(CaseEvent.Appointment told) {
        return Stream.of(told.day(), told.time(), told.place())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** The day of which a department is told that has several branches: that which comes first. */
    private static String earlier(String day, String other) {
        return day.isEmpty() || !other.isEmpty() && other.compareTo(day) < 0 ? other : day;
    }

    /** The departments that are told, each with the day of which. */
    private static Map<String, String> days(BranchNotice notice, EventEnvelope event) {
        String data = event.event().data();
        Map<String, String> days = new LinkedHashMap<>();
        if (notice == BranchNotice.BRANCH_APPOINTED || notice == BranchNotice.BRANCH_APPOINTMENT_OFF) {
            CaseEvent.Appointment told = Json.read(data, CaseEvent.Appointment.class);
            told.departments().forEach(department -> days.put(department, place(told)));
        } else {
            Json.read(data, CaseEvent.BranchesDue.class).branches().stream()
                    .filter(branch -> !branch.department().isEmpty())
                    .forEach(branch -> days.merge(
                            branch.department(),
                            branch.due() == null ? "" : branch.due().toString(),
                            BranchNotices::earlier));
        }
        return days;
    }
}
