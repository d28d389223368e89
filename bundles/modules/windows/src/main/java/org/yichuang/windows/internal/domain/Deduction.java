package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.windows.api.DeductionState;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** Something that was found at a window (扣分记录): noted, told, appealed against, decided by somebody else. */
@Entity(name = "Deduction")
@Table(name = "WINDOWS_DEDUCTION")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Deduction extends Kept<Deduction.Course> {
    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "DEPARTMENT")
    private String department;

    @Enumerated(EnumType.STRING)
    @Column(name = "FINDING")
    private FindingRule rule;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private DeductionState state;

    @Column(name = "NOTED_BY")
    private String notedBy;

    @Column(name = "APPEAL_BY")
    private LocalDate appealBy;

    protected Deduction() {} // for JPA

    /**
     * Something was found.
     *
     * @param at the window where it was found
     * @param department the one of those that it serves whose it is
     */
    public static Deduction noted(
            String id, HallWindow at, String department, FindingRule rule, LocalDate day, Course course, Now now) {
        Deduction made = new Deduction();
        made.id = id;
        made.window = at.id();
        made.department = department;
        made.rule = rule;
        made.day = day;
        made.notedBy = now.account();
        made.held = course;
        made.move(DeductionState.NOTED, "note", "", now);
        return made;
    }

    /**
     * What is known of it.
     *
     * @param evidence what was seen, and by what that is shown
     * @param noter the name of whoever has noted it
     */
    public record Course(String evidence, String noter, List<Note> notes) {
        public Course {
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /**
     * It is told to the window, which has some working days to appeal.
     *
     * @throws ProblemException {@code deduction-state}
     */
    public void inform(Now now) {
        require(now.today(), DeductionState.NOTED);
        appealBy = Deadlines.addWorkdays(now.today(), AssessmentPolicy.appealDays(now.centre()), now.calendar());
        move(DeductionState.NOTIFIED, "notify", "", now);
    }

    /**
     * The window accepts it.
     *
     * @throws ProblemException {@code deduction-state}
     */
    public void accept(Now now) {
        require(now.today(), DeductionState.NOTIFIED);
        move(DeductionState.STANDS, "accept", "", now);
    }

    /**
     * The window appeals.
     *
     * @throws ProblemException {@code deduction-state}, {@code appeal-late}
     */
    public void appeal(String words, Now now) {
        if (state == DeductionState.NOTIFIED && now.today().isAfter(appealBy)) {
            throw ProblemException.of(WindowsError.APPEAL_LATE, appealBy.toString());
        }
        require(now.today(), DeductionState.NOTIFIED);
        move(DeductionState.APPEALED, "appeal", words, now);
    }

    /**
     * Somebody else than whoever has noted it decides on the appeal.
     *
     * @throws ProblemException {@code deduction-own}, {@code deduction-state}
     */
    public void decide(boolean stands, String words, Now now) {
        if (notedBy.equals(now.account())) {
            throw ProblemException.of(WindowsError.DEDUCTION_OWN);
        }
        require(now.today(), DeductionState.APPEALED);
        move(stands ? DeductionState.STANDS : DeductionState.LIFTED, stands ? "uphold" : "lift", words, now);
    }

    private void require(LocalDate today, DeductionState expected) {
        if (state(today) != expected) {
            throw ProblemException.of(WindowsError.DEDUCTION_STATE, state(today).label());
        }
    }

    private void move(DeductionState next, String step, String words, Now now) {
        state = next;
        held = new Course(held.evidence(), held.noter(), Kept.noted(held.notes(), Note.of(step, words, now)));
        steps++;
    }

    /** Where it stands on a day: what nobody has appealed against in time stands, without anybody's step. */
    public DeductionState state(LocalDate today) {
        return state == DeductionState.NOTIFIED && today.isAfter(appealBy) ? DeductionState.STANDS : state;
    }

    /** Whether it counts on a day. */
    public boolean counts(LocalDate today) {
        return state(today) == DeductionState.STANDS;
    }

    /** When it was found. */
    public LocalDate day() {
        return day;
    }

    /** The number of the window. */
    public String window() {
        return window;
    }

    @Override
    public String department() {
        return department;
    }

    public FindingRule rule() {
        return rule;
    }

    /** The last day on which the window can appeal; null before it was told. */
    public LocalDate appealBy() {
        return appealBy;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.DeductionMoved(rule, state, window, day);
    }
}
