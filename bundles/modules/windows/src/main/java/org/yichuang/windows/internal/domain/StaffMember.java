package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** Somebody who works at a window (窗口人员), from their department's recommendation to their appraisal. */
@Entity(name = "StaffMember")
@Table(name = "WINDOWS_STAFF")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class StaffMember extends Kept<StaffMember.File> {
    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "NAME")
    private String name;

    @Column(name = "EMPLOYEE_NO")
    private String employeeNo;

    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private StaffState state;

    /** The day on which they got their first badge; null where that was not kept yet. */
    @Column(name = "BADGED_ON")
    private LocalDate badgedOn;

    /** The day of which they have said that they are there. */
    @Column(name = "DUTY_ON")
    private LocalDate dutyOn;

    @Column(name = "AWAY_FROM")
    private LocalDate awayFrom;

    @Column(name = "AWAY_UNTIL")
    private LocalDate awayUntil;

    /** The day on which they are out for some minutes; null while they are not. */
    @Column(name = "OUT_ON")
    private LocalDate outOn;

    /** Whether their last punch was one that they come. */
    @Column(name = "INSIDE")
    private boolean inside;

    protected StaffMember() {} // for JPA

    /** Their department names them. */
    public static StaffMember recommended(String id, Person person, File file, Now now) {
        StaffMember made = new StaffMember();
        made.id = id;
        made.account = person.account();
        made.name = person.name();
        made.employeeNo = person.employeeNo();
        made.window = "";
        made.held = file;
        made.move(StaffState.RECOMMENDED, "recommend", "", now);
        return made;
    }

    /**
     * Who they are.
     *
     * @param account by which they sign in
     * @param employeeNo the number on their badge
     */
    public record Person(String account, String name, String employeeNo) {}

    /**
     * What is known of them.
     *
     * @param homeUnit whose they stay: personnel, organisation and pay are there (M-WIN-25)
     * @param departments those that they serve (X6)
     * @param standIn the account of whoever stands in for them (B 岗); empty for nobody
     * @param trainings what they were examined in
     * @param appraisal what was said of them when they left (总评鉴定); empty before
     * @param awayFor why they are away; empty while they are there
     * @param notes what has become of them
     */
    public record File(
            String homeUnit,
            String post,
            Rank rank,
            List<String> departments,
            String standIn,
            List<Training> trainings,
            String appraisal,
            String awayFor,
            List<Note> notes) {
        public File {
            departments = departments == null ? List.of() : List.copyOf(departments);
            standIn = standIn == null ? "" : standIn;
            trainings = trainings == null ? List.of() : List.copyOf(trainings);
            appraisal = appraisal == null ? "" : appraisal;
            awayFor = awayFor == null ? "" : awayFor;
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        /** Somebody of whom nothing has been done yet. */
        public static File of(String homeUnit, String post, Rank rank, List<String> departments, String standIn) {
            return new File(homeUnit, post, rank, departments, standIn, List.of(), "", "", List.of());
        }

        private File noted(Note note) {
            return new File(
                    homeUnit, post, rank, departments, standIn, trainings, appraisal, awayFor, Kept.noted(notes, note));
        }

        private File trained(Training training) {
            List<Training> more = new ArrayList<>(trainings);
            more.add(training);
            return new File(homeUnit, post, rank, departments, standIn, more, appraisal, awayFor, notes);
        }

        private File appraised(String words) {
            return new File(homeUnit, post, rank, departments, standIn, trainings, words, awayFor, notes);
        }

        private File away(String reason) {
            return new File(homeUnit, post, rank, departments, standIn, trainings, appraisal, reason, notes);
        }
    }

    /**
     * An examination with closed books (M-WIN-18).
     *
     * @param title in what
     * @param score out of a hundred
     * @param passed whether that is enough
     */
    public record Training(String title, LocalDate heldOn, int score, boolean passed) {}

    /** The centre has looked at them. */
    public void vet(String words, Now now) {
        require(StaffState.RECOMMENDED);
        move(StaffState.VETTED, "vet", words, now);
    }

    /** The centre takes them. */
    public void approve(String words, Now now) {
        require(StaffState.VETTED);
        move(StaffState.APPROVED, "approve", words, now);
    }

    /** They were examined: whoever passes for the first time may have a badge. */
    public void train(Training training, Now now) {
        if (state != StaffState.APPROVED && state != StaffState.TRAINED && state != StaffState.ON_DUTY) {
            throw refused();
        }
        held = held.trained(training);
        StaffState next = state == StaffState.APPROVED && training.passed() ? StaffState.TRAINED : state;
        move(next, "train", training.title() + " " + training.score(), now);
    }

    /**
     * They get their badge, and a window.
     *
     * @throws ProblemException {@code badge-exam}, {@code staff-state}
     */
    public void badge(HallWindow at, Now now) {
        if (state == StaffState.APPROVED) {
            throw ProblemException.of(WindowsError.BADGE_EXAM);
        }
        if (state != StaffState.TRAINED && state != StaffState.ON_DUTY) {
            throw refused();
        }
        at.requireOpen();
        window = at.id();
        badgedOn = badgedOn == null ? now.today() : badgedOn;
        move(StaffState.ON_DUTY, "badge", at.id(), now);
    }

    /**
     * They go, or are sent back; what is said of them goes to their unit.
     *
     * @param returned whether they are sent back
     */
    public void leave(boolean returned, String appraisal, Now now) {
        require(StaffState.ON_DUTY);
        held = held.appraised(appraisal);
        move(returned ? StaffState.RETURNED : StaffState.LEFT, returned ? "return" : "rotate", "", now);
    }

    /** They are there today; a leave that is still to come stays. */
    public void arrive(String words, Now now) {
        require(StaffState.ON_DUTY);
        comes(now);
        held = held.away("").noted(Note.of("arrive", words, now));
        steps++;
    }

    /** They are away from today on until a day. */
    public void away(LocalDate until, String reason, Now now) {
        require(StaffState.ON_DUTY);
        awayFrom = now.today();
        awayUntil = until;
        held = held.away(reason).noted(Note.of("away", reason, now));
        steps++;
    }

    private void comes(Now now) {
        dutyOn = now.today();
        inside = true;
        outOn = null;
        if (isOnLeave(now.today())) {
            awayFrom = null;
            awayUntil = null;
        }
    }

    /** They have punched that they come, or that they go. */
    public void punched(boolean come, Now now) {
        require(StaffState.ON_DUTY);
        if (come) {
            comes(now);
            held = held.away("");
        } else {
            inside = false;
        }
        steps++;
    }

    /** They go away for some minutes, or are back. */
    public void out(boolean away, Now now) {
        outOn = away ? now.today() : null;
        steps++;
    }

    /** They are on leave from a day to another one. */
    public void leaveOf(LocalDate from, LocalDate until, String reason, Now now) {
        require(StaffState.ON_DUTY);
        awayFrom = from;
        awayUntil = until;
        outOn = null;
        held = held.away(reason).noted(Note.of("away", reason, now));
        steps++;
    }

    /** Whether they have a badge. */
    public boolean isAtWindow() {
        return state == StaffState.ON_DUTY;
    }

    /** @throws ProblemException {@code staff-state} where they have no badge */
    public void requireAtWindow() {
        require(StaffState.ON_DUTY);
    }

    private boolean isOnLeave(LocalDate day) {
        return awayUntil != null && !day.isBefore(awayFrom) && !day.isAfter(awayUntil);
    }

    /** Whether it is registered that they are away: on leave, out for some minutes, or gone by their punch. */
    public boolean isAway(Now now) {
        LocalDate today = now.today();
        boolean isGone = WindowsPolicy.isPunched(now.centre()) && today.equals(dutyOn) && !inside;
        return isOnLeave(today) || today.equals(outOn) || isGone;
    }

    /** Whether they are on duty on a day. */
    public boolean isOnDuty(Now now) {
        return state == StaffState.ON_DUTY
                && !isAway(now)
                && (!WindowsPolicy.isRegistered(now.centre()) || now.today().equals(dutyOn));
    }

    /** Whether they work for a department, under any of its names. */
    public boolean serves(Set<String> names) {
        return held.departments().stream().anyMatch(names::contains);
    }

    private void require(StaffState expected) {
        if (state != expected) {
            throw refused();
        }
    }

    private ProblemException refused() {
        return ProblemException.of(WindowsError.STAFF_STATE, state.label());
    }

    private void move(StaffState next, String step, String words, Now now) {
        state = next;
        held = held.noted(Note.of(step, words, now));
        steps++;
    }

    /** By which they sign in. */
    public String account() {
        return account;
    }

    public String name() {
        return name;
    }

    /** The number on their badge. */
    public String employeeNo() {
        return employeeNo;
    }

    /** The number of their window; empty before they have one. */
    public String window() {
        return window;
    }

    public StaffState state() {
        return state;
    }

    /** Whether they had a badge on a day. */
    public boolean isBadged(LocalDate day) {
        return badgedOn == null || !day.isBefore(badgedOn);
    }

    /** The last day on which they are away. */
    public Optional<LocalDate> awayUntil() {
        return Optional.ofNullable(awayUntil);
    }

    /** What has become of them. */
    public WindowsEvent changed() {
        return new WindowsEvent.StaffChanged(account, state);
    }

    /** Whether they are there. */
    public WindowsEvent duty() {
        return new WindowsEvent.DutyChanged(account, awayUntil);
    }
}
