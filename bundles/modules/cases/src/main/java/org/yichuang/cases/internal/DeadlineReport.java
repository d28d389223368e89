package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.kernel.api.time.TrafficLights;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** All clocks of a case, those of the centres below and above included, each reckoned and explained. */
final class DeadlineReport {
    private final Tenants tenants;
    private final TenantId here;
    private final LocalDate today;
    private final Laws laws;

    /** @param laws by which it is explained */
    DeadlineReport(Tenants tenants, TenantId here, LocalDate today, Laws laws) {
        this.tenants = tenants;
        this.here = here;
        this.today = today;
        this.laws = laws;
    }

    /** @param inner whether whoever looks works on cases: what the government has to settle is no step of the others */
    List<DeadlineView> of(CaseFile file, boolean inner) {
        Tenant centre = tenants.get(here);
        List<PeerClock> all = new ArrayList<>();
        file.progress().links().ifPresent(links -> links.lowerClocks().forEach(clock -> all.add(neighbour(clock))));
        file.progress().clocks().stream()
                .filter(clock -> inner || clock.kind() != ClockKind.COORDINATION)
                .forEach(clock -> all.add(new PeerClock(here.value(), centre.name(), clock)));
        file.progress().links().ifPresent(links -> links.upperClocks().forEach(clock -> all.add(neighbour(clock))));
        List<DeadlineView> views = new ArrayList<>();
        all.forEach(clock -> views.add(view(clock, clock.clock().kind().label(), file.submission())));
        file.progress().branches().forEach(branch -> Stream.of(branch.clock(), branch.survey())
                .filter(Objects::nonNull)
                .forEach(clock -> views.add(view(
                        new PeerClock(here.value(), centre.name(), clock),
                        name(clock.kind(), BranchWork.facts(file, branch.id())),
                        file.submission()))));
        return views;
    }

    /** Whose clock it is: what is examined, or where somebody is sent, and by whom. */
    private static LocalizedMessage name(ClockKind kind, BranchFacts branch) {
        String key = kind == ClockKind.SURVEY ? "clock.survey-of-branch" : "clock.of-branch";
        return LocalizedMessage.of(DeadlineReport.class, key, branch.name(), branch.department());
    }

    /**
     * A neighbour's clock as its last letter told it; of one that lives here, by its calendar of today, as it corrects
     * its own clocks without a letter.
     */
    private PeerClock neighbour(PeerClock of) {
        TenantId centre = new TenantId(of.centre());
        return tenants.find(centre).isEmpty()
                ? of
                : new PeerClock(of.centre(), of.centreName(), of.clock().reckoned(tenants.calendar(centre)));
    }

    private DeadlineView view(PeerClock of, LocalizedMessage name, Submission content) {
        Clock clock = of.clock();
        WorkingCalendar calendar = calendar(of.centre());
        Deadline deadline = clock.deadline(calendar);
        Optional<LocalDate> lastDay = clock.lastDay(calendar);
        boolean isExplained = lastDay.equals(deadline.due());
        LocalizedMessage explanation = LocalizedMessage.of(
                DeadlineReport.class,
                "clock.explanation",
                isExplained ? deadline.sentence() : kept(clock),
                clock.kind().law(content.item().isLicence(), content.isJoint(), laws.on(clock.start())));
        return new DeadlineView(
                clock.kind().key(),
                name.zh(),
                of.centre(),
                of.centreName(),
                clock.start(),
                clock.limit().label().zh(),
                lastDay.orElse(null),
                deadline.provisional(),
                clock.state(today, calendar),
                clock.isRunning() ? left(clock, calendar) : null,
                clock.isRunning() ? light(clock, deadline, calendar) : null,
                explanation.zh(),
                explanation.en(),
                deadline.skipped().stream()
                        .filter(day -> isExplained)
                        .map(day -> new DeadlineView.SkippedDay(
                                day.day(), day.reason().zh(), day.reason().en()))
                        .toList());
    }

    /** Why the day of a clock that has ended is another than the present calendar makes it. */
    private static LocalizedMessage kept(Clock clock) {
        return LocalizedMessage.of(
                DeadlineReport.class, "clock.kept-day", clock.due().toString());
    }

    /** Of a clock that stands, what would be left if it went on after today. */
    private Integer left(Clock clock, WorkingCalendar calendar) {
        return clock.resumed(today)
                .deadline(calendar)
                .due()
                .map(due -> Deadlines.workdaysLeft(today, due, calendar))
                .orElse(null);
    }

    /** A promise that is broken is a warning: red is what breaks the law (R3-33). */
    private String light(Clock clock, Deadline deadline, WorkingCalendar calendar) {
        TrafficLight light = TrafficLights.of(
                        today, deadline, deadline, ClockWarnings.setting(tenants.get(here)), calendar)
                .light();
        boolean promised = clock.kind().isPromised() && light == TrafficLight.RED;
        return (promised ? TrafficLight.YELLOW : light).name().toLowerCase(Locale.ROOT);
    }

    /** The other centre's own calendar where it is known here: regions have days of their own (R2-03). */
    private WorkingCalendar calendar(String centre) {
        TenantId id = new TenantId(centre);
        return tenants.calendar(tenants.find(id).isPresent() ? id : here);
    }
}
