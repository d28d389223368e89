package org.yichuang.windows.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/**
 * What B has decided under a letter, on the list that the deputy goes through every week (补批, M-WIN-5). The decision
 * stands whatever becomes of it here: what is objected to is put right within the department.
 */
@Entity(name = "Countersignature")
@Table(name = "WINDOWS_COUNTERSIGN")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Countersignature extends Kept<Countersignature.Course> {
    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "WEEK_ON")
    private LocalDate week;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private CountersignState state;

    @Column(name = "LETTER")
    private String letter;

    @Column(name = "DEPARTMENT")
    private String department;

    protected Countersignature() {} // for JPA

    /** Something was decided. */
    public static Countersignature listed(String id, LocalDate day, String letter, String department, Decided of) {
        Countersignature made = new Countersignature();
        made.id = id;
        made.day = day;
        made.week = weekOf(day);
        made.state = CountersignState.LISTED;
        made.letter = letter;
        made.department = department;
        made.held = new Course(of, "", List.of());
        made.steps = 1;
        return made;
    }

    /** The Monday of a day's week. */
    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * A decision.
     *
     * @param account of whoever has decided
     * @param name their name
     * @param granted whether it was granted
     */
    public record Decided(
            String caseNumber,
            String item,
            String itemName,
            String window,
            String account,
            String name,
            boolean granted) {
        public Decided {
            window = window == null ? "" : window;
        }
    }

    /**
     * What is known of it.
     *
     * @param objector the account of whoever does not agree; empty for nobody
     */
    public record Course(Decided decided, String objector, List<Note> notes) {
        public Course {
            objector = objector == null ? "" : objector;
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /**
     * The deputy signs.
     *
     * @throws ProblemException {@code countersign-state}
     */
    public void confirm(Now now) {
        require(CountersignState.LISTED);
        move(CountersignState.CONFIRMED, "countersign", "", now);
    }

    /**
     * The deputy does not agree.
     *
     * @throws ProblemException {@code countersign-state}
     */
    public void object(String reason, Now now) {
        require(CountersignState.LISTED);
        held = new Course(held.decided(), now.account(), held.notes());
        move(CountersignState.OBJECTED, "object", reason, now);
    }

    /**
     * It was put right, or is said why it need not be.
     *
     * @throws ProblemException {@code countersign-state}
     */
    public void correct(String words, Now now) {
        require(CountersignState.OBJECTED);
        move(CountersignState.CORRECTED, "correct", words, now);
    }

    private void require(CountersignState expected) {
        if (state != expected) {
            throw ProblemException.of(WindowsError.COUNTERSIGN_STATE, state.label());
        }
    }

    private void move(CountersignState next, String step, String words, Now now) {
        state = next;
        held = new Course(held.decided(), held.objector(), Kept.noted(held.notes(), Note.of(step, words, now)));
        steps++;
    }

    /** When it was decided. */
    public LocalDate day() {
        return day;
    }

    public CountersignState state() {
        return state;
    }

    /** The number of the letter under which it was decided. */
    public String letter() {
        return letter;
    }

    @Override
    public String department() {
        return department;
    }

    /** Whether the week after it is over as well, and nobody has signed. */
    public boolean isLate(Now now) {
        return state == CountersignState.LISTED && now.today().isAfter(due(now.calendar()));
    }

    /** The last working day of the week after; where that has none, the first one behind it. */
    private LocalDate due(WorkingCalendar calendar) {
        LocalDate next = week.plusWeeks(1);
        LocalDate behind = next.plusWeeks(1);
        return next.datesUntil(behind)
                .filter(calendar::isWorkday)
                .reduce((one, later) -> later)
                .orElseGet(() -> behind.datesUntil(behind.plusWeeks(2))
                        .filter(calendar::isWorkday)
                        .findFirst()
                        .orElse(behind));
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.CountersignMoved(letter, state, day);
    }
}
