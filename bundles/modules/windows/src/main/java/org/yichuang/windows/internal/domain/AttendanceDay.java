package org.yichuang.windows.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.PunchSource;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** The four punches of somebody on a day: who comes counts from the first, who goes until the last. */
@Entity(name = "AttendanceDay")
@Table(name = "WINDOWS_ATTENDANCE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class AttendanceDay extends Kept<AttendanceDay.Course> {
    private static final int MOST = 60;

    /** Whoever punches twice within it has punched once. */
    private static final Duration MOMENTS = Duration.ofMinutes(2);

    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "MEMBER")
    private String member;

    @Column(name = "AM_IN")
    private Instant amIn;

    @Column(name = "AM_OUT")
    private Instant amOut;

    @Column(name = "PM_IN")
    private Instant pmIn;

    @Column(name = "PM_OUT")
    private Instant pmOut;

    @Column(name = "LATE")
    private int late;

    @Column(name = "EARLY")
    private int early;

    protected AttendanceDay() {} // for JPA

    /** A day of somebody before their first punch. */
    public static AttendanceDay begun(StaffMember of, LocalDate day) {
        AttendanceDay made = new AttendanceDay();
        made.id = id(of.id(), day);
        made.day = day;
        made.member = of.id();
        made.held = new Course(of.name(), of.window(), List.of());
        return made;
    }

    /** The id of a day of somebody. */
    public static String id(String member, LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + member;
    }

    /**
     * What was punched.
     *
     * @param name of whom
     * @param window the number of theirs on that day
     */
    public record Course(String name, String window, List<Punch> punches) {
        public Course {
            punches = punches == null ? List.of() : List.copyOf(punches);
        }

        private Course with(Punch punch) {
            List<Punch> more = new ArrayList<>(punches.size() < MOST ? punches : punches.subList(1, punches.size()));
            more.add(punch);
            return new Course(name, window, more);
        }
    }

    /**
     * A punch.
     *
     * @param at the time that counts, which is another one than when it was entered where somebody has done that
     * @param by the name of the device, or of whoever has entered it
     * @param reason why it was entered; empty for a punch
     */
    public record Punch(PunchSlot slot, Instant at, PunchSource source, String by, String reason) {}

    /**
     * Which of the four it is when somebody punches: whoever has just come has not gone, and punches that they come
     * once more.
     */
    public PunchSlot slotOf(Instant at, WorkingHours hours) {
        return held.punches().stream()
                .filter(each -> each.source() != PunchSource.MANUAL && isMoments(each.at(), at))
                .map(Punch::slot)
                .filter(each -> each == PunchSlot.AM_IN || each == PunchSlot.PM_IN)
                .findFirst()
                .orElseGet(() -> hours.slotOf(at.atZone(CallContext.ZONE).toLocalTime(), times().keySet()));
    }

    /** Either way: where the clock was set back, what was punched before has the later time. */
    private static boolean isMoments(Instant before, Instant at) {
        return Duration.between(before, at).abs().compareTo(MOMENTS) <= 0;
    }

    /**
     * Somebody punches, or it is entered that they were there.
     *
     * @throws ProblemException {@code punch-device} where it is entered in the place of what a device has recorded
     */
    public void punch(Punch punch, WorkingHours hours) {
        boolean isEntered = punch.source() == PunchSource.MANUAL;
        if (isEntered && isRecorded(punch.slot())) {
            throw ProblemException.of(WindowsError.PUNCH_DEVICE, punch.slot().label());
        }
        held = held.with(punch);
        switch (punch.slot()) {
            case AM_IN -> amIn = isEntered || amIn == null ? punch.at() : amIn;
            case AM_OUT -> amOut = punch.at();
            case PM_IN -> pmIn = isEntered || pmIn == null ? punch.at() : pmIn;
            default -> pmOut = punch.at();
        }
        late = (amIn == null ? 0 : hours.late(day, PunchSlot.AM_IN, amIn))
                + (pmIn == null ? 0 : hours.late(day, PunchSlot.PM_IN, pmIn));
        early = (amOut == null ? 0 : hours.early(day, PunchSlot.AM_OUT, amOut))
                + (pmOut == null ? 0 : hours.early(day, PunchSlot.PM_OUT, pmOut));
        steps++;
    }

    private boolean isRecorded(PunchSlot slot) {
        return held.punches().stream().anyMatch(each -> each.slot() == slot && each.source() == PunchSource.DEVICE);
    }

    /** Which of the four were punched, and when. */
    public Map<PunchSlot, Instant> times() {
        Map<PunchSlot, Instant> times = new EnumMap<>(PunchSlot.class);
        Optional.ofNullable(amIn).ifPresent(at -> times.put(PunchSlot.AM_IN, at));
        Optional.ofNullable(amOut).ifPresent(at -> times.put(PunchSlot.AM_OUT, at));
        Optional.ofNullable(pmIn).ifPresent(at -> times.put(PunchSlot.PM_IN, at));
        Optional.ofNullable(pmOut).ifPresent(at -> times.put(PunchSlot.PM_OUT, at));
        return times;
    }

    public LocalDate day() {
        return day;
    }

    /** The id of whoever's it is. */
    public String member() {
        return member;
    }

    /** How many minutes they came late. */
    public int late() {
        return late;
    }

    /** How many minutes they went early. */
    public int early() {
        return early;
    }

    /** When a time of its day is. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CallContext.ZONE).toInstant();
    }

    /** What has become of it. */
    public WindowsEvent changed(Punch punch) {
        return new WindowsEvent.Punched(punch.slot(), punch.source(), punch.at(), late, early);
    }
}
