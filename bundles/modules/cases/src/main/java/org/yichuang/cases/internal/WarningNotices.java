package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.identity.api.StaffDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Tells whoever works for the department that has a case that a last day of it is near, or has passed. */
public class WarningNotices implements EventListener {
    private final Cases cases;
    private final StaffDirectory staff;
    private final Departments departments;
    private final NoticeService notices;
    private final Tenants tenants;

    public WarningNotices(
            Cases cases, StaffDirectory staff, Departments departments, NoticeService notices, Tenants tenants) {
        this.cases = cases;
        this.staff = staff;
        this.departments = departments;
        this.notices = notices;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "cases-warning-notices";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, ClockSign.events());
    }

    @Override
    public Optional<Duration> oldest() {
        return Optional.of(CaseNotice.OLDEST);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        CaseEvent.ClockWarned warned = Json.read(event.event().data(), CaseEvent.ClockWarned.class);
        boolean isAbove = !event.tenant().value().equals(warned.centre());
        WarningNotice notice = WarningNotice.of(event.event().type(), isAbove).orElseThrow();
        cases.find(event.aggregateId(), unit)
                .filter(file -> !file.state().isEnd())
                .ifPresent(file -> tell(notice, warned, file, event, unit));
    }

    private void tell(
            WarningNotice notice, CaseEvent.ClockWarned warned, CaseRecord file, EventEnvelope event, UnitOfWork unit) {
        String present = departments.presentName(file.department(), event.tenant(), unit);
        Optional<Tenant> centre = tenants.find(new TenantId(warned.centre()));
        staff.of(new TreeSet<>(List.of(file.department(), present)), CasePermission.WORK, unit)
                .forEach(account -> notices.send(notice.about(file, account, warned, centre, event.at()), unit));
    }
}
