package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** Somebody who works at a window (窗口人员), from their department's recommendation to their appraisal. */
@Entity(name = "StaffMember")
@Table(name = "WINDOWS_STAFF")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class StaffMember extends Kept<StaffFile> {
    private static final String RETURN = "return";
    private static final String ROTATE = "rotate";

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

    /** The day on which they went on or were sent back; null while they have not, or where that was not kept yet. */
    @Column(name = "GONE_ON")
    private LocalDate goneOn;

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
    public static StaffMember recommended(String id, Person person, StaffFile file, Now now) {
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
        goneOn = now.today();
        move(returned ? StaffState.RETURNED : StaffState.LEFT, returned ? RETURN : ROTATE, "", now);
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
        if (awayFrom != null && awayFrom.isAfter(now.today())) { // a leave, as older versions have kept it
            held = held.withLeaves(
                    Stream.concat(held.leaves().stream(), Stream.of(new StaffFile.Span("", awayFrom, awayUntil)))
                            .toList());
        }
        awayFrom = now.today();
        awayUntil = until;
        outOn = null;
        held = held.away(reason).noted(Note.of("away", reason, now));
        steps++;
    }

    private void comes(Now now) {
        dutyOn = now.today();
        inside = true;
        outOn = null;
        if (isRegisteredAway(now.today(), now.today())) {
            awayFrom = null;
            awayUntil = null;
        }
        held = held.withLeaves(
                held.leaves().stream().filter(each -> !each.holds(now.today())).toList());
    }

    /** They have punched that they come, or that they go. */
    public void punched(boolean come, Now now) {
        require(StaffState.ON_DUTY);
        if (come) {
            comes(now);
            held = held.away("");
        } else {
            inside = false;
            outOn = null;
        }
        steps++;
    }

    /** They go away for some minutes, or are back. */
    public void out(boolean away, Now now) {
        outOn = away ? now.today() : null;
        steps++;
    }

    /** They are on leave from a day to another one, besides those that were granted before. */
    public void leaveOf(Leave leave, Now now) {
        require(StaffState.ON_DUTY);
        held = held.withLeaves(Stream.concat(
                        held.leaves().stream().filter(each -> !each.until().isBefore(now.today())),
                        Stream.of(new StaffFile.Span(leave.id(), leave.from(), leave.until())))
                .toList());
        String reason = leave.held().reason();
        if (leave.from().equals(now.today())) {
            outOn = null;
            held = held.away(reason);
        }
        held = held.noted(Note.of("away", reason, now));
        steps++;
    }

    /** A leave of theirs has ended early, or does not begin. */
    public void noLeaveOf(Leave leave, Now now) {
        LocalDate from = leave.from();
        LocalDate granted = leave.granted();
        held = held.withLeaves(held.leaves().stream()
                        .filter(each -> !each.leave().equals(leave.id())
                                && !(each.leave().isEmpty()
                                        && each.from().equals(from)
                                        && each.until().equals(granted)))
                        .toList())
                .noted(Note.of("leave-end", "", now));
        if (from.equals(awayFrom) && granted.equals(awayUntil)) { // as older versions have kept it
            awayFrom = null;
            awayUntil = null;
        }
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

    /** Whether they have said that they are away on some of these days. */
    public boolean isRegisteredAway(LocalDate first, LocalDate last) {
        return awayUntil != null && !last.isBefore(awayFrom) && !first.isAfter(awayUntil);
    }

    private boolean isOnLeave(LocalDate day) {
        return isRegisteredAway(day, day) || held.leaves().stream().anyMatch(each -> each.holds(day));
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

    /** Whether they had a badge on a day, and have not gone on that day or before. */
    public boolean isBadged(LocalDate day) {
        return (badgedOn == null || !day.isBefore(badgedOn))
                && goneOn().filter(gone -> !day.isBefore(gone)).isEmpty();
    }

    /** The day on which they went on or were sent back; empty while they have not. */
    public Optional<LocalDate> goneOn() {
        if (goneOn != null || state != StaffState.LEFT && state != StaffState.RETURNED) {
            return Optional.ofNullable(goneOn);
        }
        return held.notes().stream()
                .filter(note -> note.step().equals(ROTATE) || note.step().equals(RETURN))
                .reduce((first, second) -> second)
                .map(note -> note.at().atZone(CallContext.ZONE).toLocalDate());
    }

    /** The last day on which they are away, of what holds on a day; empty where nothing does. */
    public Optional<LocalDate> awayUntil(LocalDate day) {
        return Stream.concat(
                        isRegisteredAway(day, day) ? Stream.of(awayUntil) : Stream.empty(),
                        held.leaves().stream().filter(each -> each.holds(day)).map(StaffFile.Span::until))
                .max(Comparator.naturalOrder());
    }

    /** What has become of them. */
    public WindowsEvent changed() {
        return new WindowsEvent.StaffChanged(account, state);
    }

    /** Whether they are there. */
    public WindowsEvent duty(Now now) {
        return new WindowsEvent.DutyChanged(account, awayUntil(now.today()).orElse(null));
    }
}
