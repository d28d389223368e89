package org.yichuang.windows.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** Somebody has gone away from the window for some minutes (离岗). */
@Entity(name = "Absence")
@Table(name = "WINDOWS_ABSENCE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Absence extends Kept<Absence.Course> {
    @Column(name = "MEMBER")
    private String member;

    @Column(name = "DAY_ON")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private AbsenceState state;

    @Column(name = "FROM_AT")
    private Instant fromAt;

    @Column(name = "EXPECTED_AT")
    private Instant expectedAt;

    @Column(name = "BACK_AT")
    private Instant backAt;

    /** When it is too long; null once that was said, or they are back. */
    @Column(name = "WATCH_AT")
    private Instant watchAt;

    protected Absence() {} // for JPA

    /**
     * Somebody goes away for some minutes.
     *
     * @throws ProblemException {@code absence-leave} for longer than the centre lets them without a leave
     */
    public static Absence begun(String id, StaffMember of, int minutes, String reason, Now now) {
        int most = AttendancePolicy.minutes(now.centre());
        if (minutes > most) {
            throw ProblemException.of(WindowsError.ABSENCE_LEAVE, most);
        }
        Absence made = new Absence();
        made.id = id;
        made.member = of.id();
        made.day = now.today();
        made.fromAt = now.context().at();
        made.expectedAt = made.fromAt.plus(Duration.ofMinutes(minutes));
        made.watchAt = made.fromAt.plus(Duration.ofMinutes(most));
        made.held = new Course(of.name(), of.account(), of.window(), reason, false, List.of());
        made.move(AbsenceState.OUT, "out", reason, now);
        return made;
    }

    /**
     * What is known of it.
     *
     * @param overrun whether it has lasted longer than they may without a leave
     */
    public record Course(String name, String account, String window, String reason, boolean overrun, List<Note> notes) {
        public Course {
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        private Course tooLong() {
            return new Course(name, account, window, reason, true, notes);
        }

        private Course noted(Note note) {
            return new Course(name, account, window, reason, overrun, Kept.noted(notes, note));
        }
    }

    /** They have come back. */
    public void back(Now now) {
        end(AbsenceState.BACK, "back", now);
    }

    /** It has become a leave. */
    public void toLeave(Now now) {
        end(AbsenceState.ON_LEAVE, "to-leave", now);
    }

    private void end(AbsenceState next, String step, Now now) {
        if (state != AbsenceState.OUT) {
            throw ProblemException.of(WindowsError.ABSENCE_STATE, state.label());
        }
        if (watchAt != null && watchAt.isBefore(now.context().at())) {
            held = held.tooLong();
        }
        backAt = now.context().at();
        watchAt = null;
        move(next, step, "", now);
    }

    /** Whether it has become too long, and that was not said yet. */
    public boolean isOverrun(Instant at) {
        return state == AbsenceState.OUT && watchAt != null && watchAt.isBefore(at);
    }

    /** It is too long. */
    public void overrun(Now now) {
        watchAt = null;
        held = held.tooLong();
        move(AbsenceState.OUT, "overrun", "", now);
    }

    private void move(AbsenceState next, String step, String words, Now now) {
        state = next;
        held = held.noted(Note.of(step, words, now));
        steps++;
    }

    /** The id of whoever's it is. */
    public String member() {
        return member;
    }

    public LocalDate day() {
        return day;
    }

    public AbsenceState state() {
        return state;
    }

    /** Since when. */
    public Instant fromAt() {
        return fromAt;
    }

    /** Until when they have said. */
    public Instant expectedAt() {
        return expectedAt;
    }

    /** When they came back. */
    public Optional<Instant> backAt() {
        return Optional.ofNullable(backAt);
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.AbsenceMoved(state, fromAt, backAt, held.overrun());
    }
}
