package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** A window (窗口): its id is its number. */
@Entity(name = "HallWindow")
@Table(name = "WINDOWS_WINDOW")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class HallWindow extends Kept<HallWindow.Plan> {
    @Column(name = "NAME")
    private String name;

    @Column(name = "POINT")
    private String point;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private WindowKind kind;

    @Column(name = "CLOSED")
    private boolean closed;

    @Column(name = "OPENED_ON")
    private LocalDate openedOn;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    protected HallWindow() {} // for JPA

    /**
     * Opens one.
     *
     * @param on the day on which it opens
     * @throws ProblemException {@code consent-missing}: a comprehensive window is of two departments or more, each of
     *     which has joined it by the consent of the centre (M-WIN-11)
     */
    public static HallWindow opened(
            String number, String name, String point, WindowKind kind, Plan plan, LocalDate on) {
        if (kind == WindowKind.COMPREHENSIVE
                && (plan.members().size() < 2
                        || plan.members().stream()
                                .anyMatch(each -> each.consent().isBlank()))) {
            throw ProblemException.of(WindowsError.CONSENT_MISSING);
        }
        HallWindow made = new HallWindow();
        made.id = number;
        made.name = name;
        made.point = point;
        made.kind = kind;
        made.openedOn = on;
        made.held = plan;
        made.steps = 1;
        return made;
    }

    /**
     * What it serves, and where it is.
     *
     * @param members the departments
     * @param position in the hall; null where it is on no plan
     * @param predecessors numbers of the windows of which it was made
     * @param reason why it was made of them; empty without any
     */
    public record Plan(List<Member> members, Position position, List<String> predecessors, String reason) {
        public Plan {
            members = members == null ? List.of() : List.copyOf(members);
            predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
            reason = reason == null ? "" : reason;
        }
    }

    /**
     * A department that it serves.
     *
     * @param consent the number of the consent by which it has joined a comprehensive window; empty for another window
     */
    public record Member(String department, String consent) {
        public Member {
            consent = consent == null ? "" : consent;
        }
    }

    /** Where it is in the hall, in steps from a corner. */
    public record Position(int floor, int x, int y) {}

    /**
     * It is closed, e.g. because others take its place.
     *
     * @throws ProblemException {@code window-closed}
     */
    public void close(LocalDate on) {
        requireOpen();
        closed = true;
        closedOn = on;
        steps++;
    }

    /** @throws ProblemException {@code window-closed} */
    public void requireOpen() {
        if (closed) {
            throw ProblemException.of(WindowsError.WINDOW_CLOSED, id);
        }
    }

    /** Whether it serves a department, under any of its names. */
    public boolean serves(Set<String> names) {
        return !closed && departments().stream().anyMatch(names::contains);
    }

    public String name() {
        return name;
    }

    /** The id of the place where it is. */
    public String point() {
        return point;
    }

    public WindowKind kind() {
        return kind;
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * Whether it was open within some days. One that was opened before the day was kept has been there always; one that
     * was closed before that has not.
     */
    public boolean wasOpen(LocalDate from, LocalDate to) {
        boolean hadOpened = openedOn == null || !openedOn.isAfter(to);
        return hadOpened && (!closed || closedOn != null && closedOn.isAfter(from));
    }

    /** Those that it serves. */
    public List<String> departments() {
        return held.members().stream().map(Member::department).toList();
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.WindowChanged(kind, departments(), held.predecessors());
    }
}
