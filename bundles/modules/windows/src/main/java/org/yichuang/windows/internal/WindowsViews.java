package org.yichuang.windows.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowKind;

/** What is shown of the hall. */
public interface WindowsViews {
    /** Where the page of a letter is, below the centre: numbers of papers hold characters that addresses do not. */
    static String letterPath(String number) {
        return "/windows/letters/"
                + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A place; {@code late} says whether it should be a part of the hall of the centre by now. */
    record PointView(
            String id,
            PointKind kind,
            String name,
            String address,
            String bus,
            String phone,
            String division,
            List<String> facilities,
            int area,
            LocalDate openedOn,
            LocalDate mergeBy,
            String exemption,
            boolean late,
            int version) {}

    /** A department at the centre; {@code present} says whether it works there today. */
    record StationingView(
            String id,
            String department,
            StationingKind kind,
            LocalDate since,
            LocalDate until,
            String approval,
            SectionView section,
            StatementView statement,
            boolean present,
            int version) {}

    /** An approval section. */
    record SectionView(String name, LocalDate setUpOn, boolean wholeBody, int staff, int items) {}

    /** A statement of responsibility. */
    record StatementView(String head, String windowHead, LocalDate signedOn, int items) {}

    /** An item that has entered the hall. */
    record ItemView(String code, String name, String department, LocalDate enteredOn, LocalDate leftOn) {}

    /** A window. */
    record WindowView(
            String number,
            String name,
            String point,
            WindowKind kind,
            boolean closed,
            List<MemberView> departments,
            PositionView position,
            List<String> predecessors,
            String reason,
            int version) {}

    /** A department that a window serves. */
    record MemberView(String department, String consent) {}

    /** Where a window is. */
    record PositionView(int floor, int x, int y) {}

    /** Somebody at a window; {@code onDuty} says whether they are there now. */
    record StaffView(
            String id,
            String account,
            String name,
            String employeeNo,
            String homeUnit,
            String post,
            Rank rank,
            List<String> departments,
            String standIn,
            String window,
            StaffState state,
            boolean onDuty,
            LocalDate awayUntil,
            List<TrainingView> trainings,
            String appraisal,
            List<NoteView> notes,
            int version) {}

    /** Somebody at a window, as everybody may see them; {@code present} says whether they are there now. */
    record BoardView(String window, String name, String unit, String post, String employeeNo, boolean present) {}

    /** An examination. */
    record TrainingView(String title, LocalDate heldOn, int score, boolean passed) {}

    /** What was done. */
    record NoteView(Instant at, String step, String by, String words) {}

    /** A delegation letter; {@code holds} says whether it holds today. */
    record LetterView(
            String number,
            String department,
            LetterState state,
            LocalDate from,
            LocalDate until,
            LocalDate last,
            boolean holds,
            PersonView principal,
            PersonView a,
            PersonView b,
            List<String> full,
            List<String> partial,
            Set<Right> recorded,
            SignaturesView signatures,
            LocalDate changesFrom,
            String change,
            String previous,
            List<NoteView> notes,
            int version) {}

    /** Somebody whom a letter names. */
    record PersonView(String account, String name, String unit, String post, Rank rank) {}

    /** What was signed. */
    record SignaturesView(String principal, String seal, String a, String b) {}

    /**
     * Whether somebody may do something about an item now.
     *
     * @param code why not; empty where it is allowed
     * @param sentence the same in words; null where it is allowed
     * @param letter the number of the letter; empty where none was found
     * @param rank in which rank they act: {@code A}, {@code B}, or empty
     * @param window the number of their window; empty for none
     * @param required whether what is not allowed is refused; where not, it passes by role
     */
    record AuthorityView(
            boolean allowed,
            String code,
            LocalizedMessage sentence,
            String letter,
            String rank,
            String window,
            boolean required) {}

    /**
     * Whether somebody may do something about a case now.
     *
     * @param branch in which branch of a joint case, by what is examined there; empty for the case as a whole
     */
    record RightView(Right right, String branch, AuthorityView answer) {}

    /** A group of tickets; {@code waiting} says how many wait now. */
    record QueueView(String code, String name, List<String> windows, boolean closed, long waiting, int version) {}

    /**
     * A ticket.
     *
     * @param id its day and number
     * @param number as it is called
     * @param ahead how many are called before it; null where it does not wait
     * @param waited how many seconds it waited for its first call; null before
     * @param unprinted whether a printer has failed to print it
     */
    record TicketView(
            String id,
            String number,
            LocalDate day,
            String group,
            TicketState state,
            TicketSource source,
            boolean first,
            String window,
            int calls,
            Instant takenAt,
            Instant calledAt,
            Integer waited,
            Long ahead,
            List<String> cases,
            boolean unprinted,
            int version) {}

    /** A ticket that a window has in hand, as the screen in the hall shows it. */
    record CalledView(String number, String window, TicketState state) {}

    /** What the screen in the hall shows: who is called where, the last one first, and how many wait. */
    record ScreenView(List<CalledView> called, List<QueueView> groups) {}

    /** When a place is open; {@code today} says when it is today. */
    record HoursView(
            String point,
            String name,
            List<WeeklyView> week,
            List<ExceptionalView> exceptions,
            List<SpanView> today,
            int version) {}

    /** In every week. */
    record WeeklyView(DayOfWeek day, String from, String to, HoursKind kind) {}

    /** On one day. */
    record ExceptionalView(LocalDate day, List<SpanView> spans, String reason) {}

    /** From a time to another one. */
    record SpanView(String from, String to) {}

    /** The slots of a day. */
    record SlotsView(List<SlotView> items) {}

    /** A slot; {@code free} of its {@code places} are left. */
    record SlotView(String time, String until, int free, int places) {}

    /** An appointment; {@code ticket} is the id of the ticket of whoever has come, empty before. */
    record BookingView(
            String id,
            String point,
            String pointName,
            String item,
            String itemName,
            LocalDate day,
            String time,
            String until,
            BookingState state,
            TicketSource source,
            String name,
            String ticket,
            List<NoteView> notes,
            int version) {}

    /**
     * Somebody on a day: when they punched, and what came of it; null what they have not punched. {@code present} says
     * whether they are there now; null of any day but today.
     */
    record AttendanceView(
            String member,
            String name,
            String employeeNo,
            String window,
            boolean exempt,
            String amIn,
            String amOut,
            String pmIn,
            String pmOut,
            int late,
            int early,
            int missing,
            int absences,
            boolean onLeave,
            Boolean present) {}

    /** What a punch has come to: {@code late} and {@code early} are minutes on that day. */
    record PunchedView(String name, String window, LocalDate day, PunchSlot slot, String time, int late, int early) {}

    /** The sheet of a week. */
    record WeekSheetView(List<WeekView> items) {}

    /** Somebody in some days: late and early, punches missing, absences, those that were too long, days on leave. */
    record WeekView(
            String name,
            String employeeNo,
            String window,
            boolean exempt,
            int days,
            int late,
            int early,
            int missing,
            int absences,
            int overruns,
            int leave) {}

    /** Absences of some minutes. */
    record AbsencesView(List<AbsenceView> items) {}

    /** Somebody has gone away for some minutes; {@code overrun} says whether it has lasted too long. */
    record AbsenceView(
            String id,
            String member,
            String name,
            String window,
            AbsenceState state,
            String from,
            String expected,
            String back,
            String reason,
            boolean overrun,
            int version) {}

    /** Leaves. */
    record LeavesView(List<LeaveView> items) {}

    /**
     * Somebody is on leave; {@code endedOn} is the day from which on they are not any more where it was ended early,
     * and null else. One that was ended before it began has a last day before its first one.
     */
    record LeaveView(
            String id,
            String member,
            String name,
            LeaveKind kind,
            LocalDate from,
            LocalDate until,
            LocalDate endedOn,
            String standIn,
            String standInName,
            String approver,
            String reason,
            int version) {}

    /** A leader has come. */
    record VisitView(
            String id,
            String department,
            String name,
            LeaderRank rank,
            VisitPurpose purpose,
            LocalDate day,
            int minutes,
            String words,
            int version) {}

    /** Leaders, by name. */
    record LeadersView(List<LeaderView> items) {}

    /**
     * How often a leader has come; {@code met} says whether that is enough, {@code due} whether the time in which they
     * were to come ended with the month: where it did not, whoever has not come yet has missed nothing.
     */
    record LeaderView(
            String department, String name, LeaderRank rank, int visits, int minutes, boolean met, boolean due) {}

    /** Bulletins of attendance. */
    record BulletinsView(List<BulletinView> items) {}

    /** The bulletin of a month, as 2026-03: who has published it, and when. */
    record BulletinView(String month, String by, LocalDate on, int version) {}

    /** Devices. */
    record DevicesView(List<DeviceView> items) {}

    /** A device; {@code key} is shown once, empty later. */
    record DeviceView(
            String id,
            String name,
            DeviceKind kind,
            String window,
            String point,
            boolean locked,
            String key,
            int version) {}
}
