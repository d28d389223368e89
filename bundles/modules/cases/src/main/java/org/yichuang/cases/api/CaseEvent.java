package org.yichuang.cases.api;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A fact about a case, as the audit entry of its step carries it (module {@code cases}): the type is the event's word
 * in the state table, e.g. {@code deemed-accepted}, the data are one of these records as JSON, without what is empty,
 * without anything that belongs to a person. Beside it stand number and item of the case, and who acted: the department
 * that had the case until then (for a new one, that takes it in), window and rank as a {@link CommandGate} has said.
 * Where gates have vouched, the data hold their {@code authorities}, and the {@code letter} that grants the right.
 */
public sealed interface CaseEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "cases";

    /** The form of the data, which a field more does not change; of version 1 the department is that after the step. */
    int VERSION = 2;

    /** The type of {@link DueMoved}; but for that and {@link ClockWarned} they are words of the state table. */
    String DUE_MOVED = "due-moved";

    /**
     * {@code submitted}, {@code transferred}: an application has come in.
     *
     * @param receivedOn the day from which the notice clock counts (R2-09)
     * @param itemVersion the frozen version (R3-10)
     * @param route the route's short name in the item
     * @param fromCentre the centre below that passed it on, or null
     * @param holder the department that has it next
     * @param matter what is to become of a result that the applicant holds, or null
     * @param channel how it came in where it was first handed in; null in what older centres have passed on
     * @param cameOn the day on which it had come, where it was entered afterwards; else null
     */
    record Received(
            LocalDate receivedOn,
            int itemVersion,
            String route,
            String fromCentre,
            String holder,
            LicenceMatter matter,
            CaseChannel channel,
            LocalDate cameOn)
            implements CaseEvent {}

    /**
     * {@code accepted}, {@code deemed-accepted}.
     *
     * @param mode {@code EXPRESS} or {@code DEEMED}
     * @param clockFrom the day from which the clock runs
     * @param receiptNumber the number of the acceptance
     * @param missing codes of required materials that were not there
     * @param promises what was promised of them; none where the law has accepted
     * @param corrected whether this centre had asked for a correction, and the clock counts from the answer
     * @param holder the department that has it next
     */
    record Accepted(
            String mode,
            LocalDate clockFrom,
            String receiptNumber,
            List<String> missing,
            List<Promised> promises,
            boolean corrected,
            String holder)
            implements CaseEvent {
        public Accepted {
            missing = missing == null ? List.of() : List.copyOf(missing);
            promises = promises == null ? List.of() : List.copyOf(promises);
        }
    }

    /**
     * {@code online-review-passed}: what came in online is ready to be accepted; {@code online-review-overdue}: the
     * last day has passed on which the centre has promised to say so. What is missing and what is not the centre's is
     * said by {@code correction-notified} and {@code not-accepted}.
     *
     * @param due the last day
     * @param late whether it has passed
     */
    record OnlineReviewed(LocalDate due, boolean late) implements CaseEvent {}

    /** What was promised of a material: its code, that it follows or that what it would show is so, by when. */
    record Promised(String material, PromiseKind kind, LocalDate until) {}

    /**
     * {@code supplied}: something that was promised to follow has come.
     *
     * @param materials the codes
     * @param late those of them that came after their day
     * @param outstanding codes of what is still to come
     */
    record Supplied(List<String> materials, List<String> late, List<String> outstanding) implements CaseEvent {
        public Supplied {
            materials = materials == null ? List.of() : List.copyOf(materials);
            late = late == null ? List.of() : List.copyOf(late);
            outstanding = outstanding == null ? List.of() : List.copyOf(outstanding);
        }
    }

    /** {@code promise-due}, {@code promise-broken}, {@code promise-check-due}, {@code promise-check-overdue}. */
    record PromisesDue(List<Promised> promises) implements CaseEvent {
        public PromisesDue {
            promises = promises == null ? List.of() : List.copyOf(promises);
        }
    }

    /**
     * {@code promise-checked}: a declaration has been checked.
     *
     * @param material for which it stands
     * @param state {@code KEPT} or {@code BROKEN}
     * @param granted whether the case had been granted: then a broken one calls for a withdrawal of what was granted
     */
    record PromiseChecked(String material, PromiseState state, boolean granted) implements CaseEvent {}

    /**
     * {@code correction-notified}, {@code questioned} (asked of the centre below), {@code upper-asked} (asked by the
     * centre
     * above).
     *
     * @param round which notice of the case it is, from 1
     * @param demands how many things it asks for
     * @param late how many of them the first notice of the centre should have asked for (R1-05), as a chief
     *     representative has answered for
     */
    record CorrectionAsked(int round, int demands, int late) implements CaseEvent {}

    /**
     * {@code corrected}, {@code answered}.
     *
     * @param materials how many materials the case has now
     * @param holder the department that has it next
     * @param receivedOn the day that counts as the day of receipt (R2-09); null in events from before it was told
     */
    record Corrected(int materials, String holder, LocalDate receivedOn) implements CaseEvent {}

    /**
     * {@code corrected-on-the-spot}: the applicant has corrected something before the acceptance.
     *
     * @param fields names of the form's fields that were changed
     * @param materials codes of the materials that were handed in anew; what has none counts as empty
     */
    record CorrectedOnTheSpot(List<String> fields, List<String> materials) implements CaseEvent {
        public CorrectedOnTheSpot {
            fields = fields == null ? List.of() : List.copyOf(fields);
            materials = materials == null ? List.of() : List.copyOf(materials);
        }
    }

    /**
     * {@code not-accepted}, {@code lapsed} (not corrected by the last day), {@code returned} (to the centre below),
     * {@code upper-returned} (by the centre above), {@code progressed-below} (the centre below tells how it ended).
     *
     * @param outcome why: {@code NOT_NEEDED}, {@code NOT_COMPETENT}, {@code INCOMPLETE} or {@code HANDED_BACK}; of
     *     {@code progressed-below} the state there
     * @param centre who said so
     * @param holder the department that has it next
     */
    record AcceptanceRefused(String outcome, String centre, String holder) implements CaseEvent {}

    /**
     * {@code pre-reviewed}, {@code forwarded}.
     *
     * @param agree whether it recommends granting
     * @param department by which department
     * @param forwardedTo the centre above, or null when the next stage is here
     * @param holder the department that has it next
     */
    record PreReviewed(boolean agree, String department, String forwardedTo, String holder) implements CaseEvent {}

    /**
     * {@code examined}, {@code survey-assigned}, {@code surveyed}: a step of the internal examination.
     *
     * @param kind which
     * @param round the how manieth examination of this stage it belongs to, from 1
     * @param recommendation what it comes to, or null
     * @param staff how many go or have gone to see; 0 for other steps
     * @param department by which department
     * @param branch in which branch of a joint case; null for the whole
     */
    record Examined(
            ExaminationKind kind, int round, Recommendation recommendation, int staff, String department, String branch)
            implements CaseEvent {}

    /** {@code upper-accepted}: the centre above has accepted the transfer, under its own number. */
    record UpperAccepted(String centre, String number) implements CaseEvent {}

    /**
     * {@code granted}, {@code refused}; {@code deemed-renewed}: granted by law, as nobody had decided in time.
     *
     * @param outcome the decision
     * @param centre who decided
     * @param department in which department
     */
    record Decided(CaseRequests.Outcome outcome, String centre, String department) implements CaseEvent {}

    /**
     * {@code opinion-given}: a department has said what it thinks of its branch; {@code branch-decided}: one above has.
     *
     * @param branch its id within the case
     * @param item the code of the branch's item; empty for a party that is only heard
     * @param department which
     * @param outcome whether it agrees
     * @param late whether it was late with its first opinion
     */
    record OpinionGiven(String branch, String item, String department, BranchOutcome outcome, boolean late)
            implements CaseEvent {}

    /**
     * {@code branch-due}, {@code branch-overdue}, {@code branch-reopened}, {@code branch-forwarded}, {@code
     * branch-taken}, {@code branch-extended}, {@code branch-returned}; {@code agreement-due}, {@code agreement-overdue}
     * of what a meeting has agreed: whose day it is. Told besides is the account that answers for the case.
     */
    record BranchesDue(List<BranchDue> branches, String answerable) implements CaseEvent {
        public BranchesDue {
            branches = branches == null ? List.of() : List.copyOf(branches);
        }
    }

    /** A branch or an agreement of a joint case, its department, empty where that is none, and its last day. */
    record BranchDue(String branch, String department, LocalDate due) {}

    /** {@code meeting-held}, {@code agreement-reported}: how much departments that met agreed on, how much is open. */
    record MeetingHeld(LocalDate heldOn, int agreements, int open) implements CaseEvent {}

    /**
     * {@code appointed}, {@code appointment-held}, {@code appointment-off}: one day for all departments of a case, how
     * many of them have not come, and which were to come to what it takes the place of and are not any longer. Time,
     * and place without what identifies a person, are null in what older versions have told.
     */
    record Appointment(
            AppointmentKind kind,
            LocalDate day,
            List<String> departments,
            int absent,
            LocalTime time,
            String place,
            List<String> uninvited)
            implements CaseEvent {
        public Appointment {
            departments = departments == null ? List.of() : List.copyOf(departments);
            uninvited = uninvited == null ? List.of() : List.copyOf(uninvited);
        }
    }

    /** {@code raised}: a joint case was raised to the government, to be settled within so many working days. */
    record Raised(int workingDays) implements CaseEvent {}

    /** {@code settled}: the government has settled what was raised to it on a day. */
    record Settled(LocalDate raisedOn) implements CaseEvent {}

    /**
     * {@code suspended}, {@code upper-suspended}: a special procedure has begun, and the limits stand.
     *
     * @param procedure which of the eight (R1-20)
     * @param from the last day that counts
     * @param plannedWorkingDays how many working days it is going to take
     */
    record Suspended(SpecialProcedure procedure, LocalDate from, int plannedWorkingDays) implements CaseEvent {}

    /**
     * {@code resumed}, {@code upper-resumed}: the limits go on; {@code resumed-for-hearing}: they stand on for a
     * hearing. A decision and a withdrawal end a suspension without an event of their own.
     *
     * @param procedure which has ended
     * @param from the last day that counted before
     * @param to the last day that did not count
     * @param plannedWorkingDays how many working days it was going to take
     */
    record Resumed(SpecialProcedure procedure, LocalDate from, LocalDate to, int plannedWorkingDays)
            implements CaseEvent {}

    /**
     * {@code branch-suspended}, {@code branch-resumed}: a special procedure of one department of a joint case has begun
     * or ended; meanwhile its clock stands, and the limits of the decision.
     *
     * @param branch its id within the case
     * @param department which
     * @param procedure which of the eight
     * @param from the last day that counted
     * @param to the last day that did not count; null while it lasts
     * @param plannedWorkingDays how many working days it was going to take
     */
    record BranchStood(
            String branch,
            String department,
            SpecialProcedure procedure,
            LocalDate from,
            LocalDate to,
            int plannedWorkingDays)
            implements CaseEvent {}

    /** {@code extended}, {@code upper-extended}: the decision has more time, with the law's last day before and now. */
    record Extended(int workingDays, ExtensionApprover approver, LocalDate dueBefore, LocalDate due)
            implements CaseEvent {}

    /**
     * {@code hearing-right-notified}, {@code hearing-requested}, {@code hearing-joined} (where the limits stand
     * already), {@code hearing-declined}, {@code hearing-convened}, {@code hearing-held}, {@code hearing-called-off}
     * (nobody asks for it, or the organ has called it off): a hearing (R1-25 to R1-28). Of a case that came from the
     * centre below, at the one that decides: {@code hearing-right-sent}, {@code hearing-told} (the centre below has
     * told the applicant, or says that nobody has asked); where they applied: {@code upper-hearing-right},
     * {@code upper-convened}, {@code upper-heard}, {@code upper-called-off}, {@code hearing-unasked} (nobody has in
     * time).
     *
     * @param state how far it has come
     * @param parties how many have a major interest besides the applicant
     * @param requestUntil the last day on which it may be asked for; null where it is held anyway
     * @param requestedOn when it was asked for, or null
     * @param day on which day it is or was held, or null
     */
    record Hearing(HearingState state, int parties, LocalDate requestUntil, LocalDate requestedOn, LocalDate day)
            implements CaseEvent {}

    /**
     * {@code issued}: the result has been made out (办结 of a grant).
     *
     * @param documentNumber its number
     * @param centre who made it out
     * @param validUntil until when it holds, or null
     */
    record Issued(String documentNumber, String centre, LocalDate validUntil) implements CaseEvent {}

    /**
     * {@code delivered}.
     *
     * @param servedOn the day from which it counts as served
     */
    record Delivered(CaseRequests.DeliveryMethod method, LocalDate servedOn) implements CaseEvent {}

    /** {@code withdrawn}, {@code withdrawal-asked}: at which centre. */
    record Withdrawn(String centre) implements CaseEvent {}

    /** {@code grant-ended}: what was granted is not made out, as what it was of was taken back, by which centre. */
    record GrantEnded(String centre) implements CaseEvent {}

    /**
     * {@code due-moved}: a calendar has moved the days by which the centre must act, or the last days of clocks that
     * have ended; null for none.
     *
     * @param nextBefore the nearest day until now
     * @param next the nearest day
     * @param statutoryBefore the nearest day of the law until now
     * @param statutory the nearest day of the law
     * @param ended the ended clocks whose last day has moved, with both verdicts
     * @param lateBefore whether the case has counted as late until now
     * @param late whether it counts as late
     */
    record DueMoved(
            LocalDate nextBefore,
            LocalDate next,
            LocalDate statutoryBefore,
            LocalDate statutory,
            List<EndedClock> ended,
            boolean lateBefore,
            boolean late)
            implements CaseEvent {
        public DueMoved {
            ended = List.copyOf(ended);
        }
    }

    /**
     * {@code due-soon}, {@code promise-overdue}, {@code statutory-overdue}, {@code suspension-overdue}: the last day of
     * a clock of that centre is near or has passed (R3-32, R3-33); kind as in {@link DeadlineView}, the light of now.
     */
    record ClockWarned(String kind, LocalDate due, String light, String centre) implements CaseEvent {}

    /** {@code special-handling}: by which way, and by which day the centre promises it; null for none of its own. */
    record HandledSpecially(SpecialGround ground, LocalDate due) implements CaseEvent {}

    /** {@code entered-afterwards}, with its receipt: when it had come, and how many working days before. */
    record EnteredAfterwards(LocalDate cameOn, int workingDays) implements CaseEvent {}

    /** {@code gone-on}, {@code question-given-up}: without an answer; {@code taken-up-again}: after a hand-back. */
    record GoneOn(String forwardedTo, String holder) implements CaseEvent {}

    /** {@code answer-promised}: by which day there is a clear answer. */
    record AnswerPromised(LocalDate due) implements CaseEvent {}

    /**
     * A clock that had ended when a calendar moved its last day.
     *
     * @param kind as in {@link DeadlineView}
     * @param dueBefore its last day until now
     * @param verdictBefore {@code MET} or {@code MISSED} by that day
     * @param due its last day
     * @param verdict {@code MET} or {@code MISSED} by this day
     */
    record EndedClock(String kind, LocalDate dueBefore, String verdictBefore, LocalDate due, String verdict) {}

    /**
     * What a gate has refused, as an event of the gate's module and with the type that the gate names.
     *
     * @param command the command, in the word of the state table
     * @param code the stable name of the refusal
     */
    record CommandRefused(String command, String code) implements CaseEvent {}
}
