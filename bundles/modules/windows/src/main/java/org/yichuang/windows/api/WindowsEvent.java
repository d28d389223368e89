package org.yichuang.windows.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact about the hall, as the audit entry of its step carries it (module {@code windows}): the data are one of these
 * records as JSON, without what is empty.
 */
public sealed interface WindowsEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "windows";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /**
     * {@code point-opened}, {@code point-hours-set}, {@code point-closed}: something has become of a place.
     *
     * @param kind what kind of place
     * @param name what it is called
     */
    record PointChanged(PointKind kind, String name) implements WindowsEvent {}

    /**
     * {@code department-stationed}, {@code department-withdrawn}: a department works at the centre, or does not any
     * more.
     *
     * @param department which
     * @param kind to whom it belongs
     * @param until when it ends, empty where that is not told
     */
    record StationingChanged(String department, StationingKind kind, LocalDate until) implements WindowsEvent {}

    /**
     * {@code item-entered}, {@code item-left}: an item is served in the hall, or not any more.
     *
     * @param department whose it is
     * @param leftOn when it left, empty while it is there
     */
    record ItemEntered(String department, LocalDate leftOn) implements WindowsEvent {}

    /**
     * {@code window-opened}, {@code window-closed}: something has become of a window.
     *
     * @param kind what it is for
     * @param departments those that it serves
     * @param predecessors numbers of the windows of which it was made
     */
    record WindowChanged(WindowKind kind, List<String> departments, List<String> predecessors) implements WindowsEvent {
        public WindowChanged {
            departments = departments == null ? List.of() : List.copyOf(departments);
            predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
        }
    }

    /**
     * {@code staff-moved}: somebody has come a step nearer to a window, or off it.
     *
     * @param account by which they sign in
     * @param state where they stand
     */
    record StaffChanged(String account, StaffState state) implements WindowsEvent {}

    /**
     * {@code on-duty}, {@code away}, {@code gone}: somebody has come, is away, or has punched that they go.
     *
     * @param account by which they sign in
     * @param until the last day on which they are away, empty while they are there
     */
    record DutyChanged(String account, LocalDate until) implements WindowsEvent {}

    /**
     * {@code letter-proposed}, {@code letter-consented}, {@code letter-objected}, {@code letter-in-force},
     * {@code letter-changing}, {@code letter-followed}, {@code letter-going-on}, {@code letter-expiring}, {@code
     * letter-expired}, {@code letter-replaced}, {@code letter-revoked}: something has become of a delegation letter.
     *
     * @param step what was done
     * @param state where it stands
     * @param department whose power it is
     * @param from the first day
     * @param until the last day
     * @param items how many it names
     */
    record LetterChanged(
            LetterStep step, LetterState state, String department, LocalDate from, LocalDate until, int items)
            implements WindowsEvent {}

    /**
     * {@code queue-opened}, {@code queue-closed}: a group of tickets is given out, or not any more.
     *
     * @param name what it is called
     * @param windows numbers of those that call it, none for all
     */
    record QueueChanged(String name, List<String> windows) implements WindowsEvent {
        public QueueChanged {
            windows = windows == null ? List.of() : List.copyOf(windows);
        }
    }

    /**
     * {@code ticket-taken}, {@code ticket-called}, {@code ticket-recalled}, {@code ticket-skipped}, {@code
     * ticket-served}, {@code ticket-transferred}, {@code ticket-finished}, {@code ticket-lapsed}, {@code
     * ticket-printed}, {@code ticket-unprinted}: something has become
     * of a ticket of the queue.
     *
     * @param group in which it waits
     * @param state where it stands
     * @param window that has called it, or alone may; empty for any
     * @param takenAt when it was taken
     * @param calledAt when it was called last, empty before
     * @param waited how many seconds it waited for its first call, empty before
     * @param servedFrom since when somebody is served, empty before
     * @param servedTo until when, empty before
     */
    record TicketMoved(
            String group,
            TicketState state,
            String window,
            Instant takenAt,
            Instant calledAt,
            Integer waited,
            Instant servedFrom,
            Instant servedTo)
            implements WindowsEvent {}

    /**
     * {@code booking-made}, {@code booking-waits}, {@code booking-moved-up}, {@code booking-reminded}, {@code
     * booking-cancelled}, {@code booking-arrived}, {@code booking-no-show}, {@code booking-lapsed}: something has
     * become of an appointment.
     *
     * @param point the id of the place
     * @param item the code of the item
     * @param state where it stands
     * @param source where it was made
     * @param startAt when its slot begins
     */
    record BookingMoved(String point, String item, BookingState state, TicketSource source, Instant startAt)
            implements WindowsEvent {}

    /**
     * {@code punched}: somebody has come or gone.
     *
     * @param slot which of the four it is
     * @param source how it was punched
     * @param at the time that counts
     * @param late how many minutes they came late on that day
     * @param early how many minutes they went early on that day
     */
    record Punched(PunchSlot slot, PunchSource source, Instant at, int late, int early) implements WindowsEvent {}

    /**
     * {@code absence-begun}, {@code absence-ended}, {@code absence-overrun}: somebody has gone away for some minutes,
     * is back, or is out for too long.
     *
     * @param state where it stands
     * @param fromAt since when
     * @param backAt until when, empty while they are out
     * @param overrun whether it lasts too long
     */
    record AbsenceMoved(AbsenceState state, Instant fromAt, Instant backAt, boolean overrun) implements WindowsEvent {}

    /**
     * {@code leave-granted}, {@code leave-ended}: somebody is on leave, or is not any more.
     *
     * @param kind why
     * @param from the first day
     * @param until the last day; before the first one where it was ended before it began
     */
    record LeaveGranted(LeaveKind kind, LocalDate from, LocalDate until) implements WindowsEvent {}

    /**
     * {@code leader-came}: a leader of a department has come to the hall.
     *
     * @param department which
     * @param rank which leader
     * @param purpose for what
     * @param day when
     */
    record LeaderCame(String department, LeaderRank rank, VisitPurpose purpose, LocalDate day)
            implements WindowsEvent {}

    /**
     * {@code bulletin-published}: the attendance of a month was published.
     *
     * @param month as 2026-03
     * @param paper the id of its paper
     */
    record BulletinPublished(String month, String paper) implements WindowsEvent {}

    /**
     * {@code finding-noted}, {@code finding-told}, {@code finding-accepted}, {@code finding-appealed}, {@code
     * finding-upheld}, {@code finding-lifted}: something has become of what was found at a window.
     *
     * @param rule what was found
     * @param state where it stands
     * @param window the number of the window
     * @param day when it was found
     */
    record DeductionMoved(FindingRule rule, DeductionState state, String window, LocalDate day)
            implements WindowsEvent {}

    /**
     * {@code mark-given}: somebody has said what they think of a window or a department.
     *
     * @param period as 2026-03
     * @param of what it is
     * @param subject the number of the window, or the name of the department
     * @param kind whose mark it is
     * @param mark of a hundred
     */
    record MarkGiven(String period, AssessmentSubject of, String subject, MarkKind kind, int mark)
            implements WindowsEvent {}

    /**
     * {@code assessment-published}: that of a period was published.
     *
     * @param period as 2026-03
     * @param of who was assessed
     * @param subjects how many
     */
    record AssessmentPublished(String period, AssessmentSubject of, int subjects) implements WindowsEvent {}

    /**
     * {@code deed-done}: a window has done something for somebody besides its work.
     *
     * @param kind what
     * @param window the number of the window
     * @param day when
     * @param proposed whether the platform has seen it by itself
     */
    record DeedDone(DeedKind kind, String window, LocalDate day, boolean proposed) implements WindowsEvent {}

    /**
     * {@code enquiry-opened}, {@code enquiry-taken}, {@code enquiry-handed-over}, {@code enquiry-answered}: something
     * has become of what somebody has asked.
     *
     * @param channel how they have asked
     * @param state where it stands
     * @param due the last day for an answer
     * @param answeredOn when it was answered, empty before
     */
    record EnquiryMoved(EnquiryChannel channel, EnquiryState state, LocalDate due, LocalDate answeredOn)
            implements WindowsEvent {}

    /**
     * {@code decision-listed}, {@code decision-countersigned}, {@code decision-objected}, {@code decision-corrected}:
     * something has become of the counter-signature of what was decided under a letter.
     *
     * @param letter the number of the letter
     * @param state where it stands
     * @param day when it was decided
     */
    record CountersignMoved(String letter, CountersignState state, LocalDate day) implements WindowsEvent {}

    /**
     * {@code seal-opened}, {@code seal-handed-over}, {@code seal-retired}: something has become of a seal.
     *
     * @param department whose it is
     * @param window the number of the window where it lies
     * @param custodian the account of whoever keeps it
     * @param retired whether it is put to nothing any more
     */
    record SealChanged(String department, String window, String custodian, boolean retired) implements WindowsEvent {}

    /**
     * {@code seal-used}: a seal was put to something.
     *
     * @param seal the id of the seal
     * @param caseNumber the number of the case, empty for none
     * @param kind what it was put to
     * @param copies how often
     */
    record SealUsed(String seal, String caseNumber, SealedKind kind, int copies) implements WindowsEvent {}

    /**
     * {@code device-set-up}, {@code device-renewed}, {@code device-locked}: something has become of a device.
     *
     * @param name what it is called
     * @param locked whether its key opens nothing
     */
    record DeviceChanged(String name, boolean locked) implements WindowsEvent {}
}
