package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What makes a case a joint one.
 *
 * @param kind what is done jointly, e.g. {@code APPROVAL}
 * @param kindName the same in Chinese
 * @param lead the department that takes in, collects and decides, and answers to the applicant
 * @param firstHandler who of it has first handled the case, and answers for it until it ends (首办责任); null where nobody
 *     has before the law had accepted it, and of cases from before
 * @param meetings the meetings of the departments, in order; none for the applicant
 * @param appointments what the departments do together on one day, in order; for the applicant without findings
 * @param raised when it was raised to the government, and what that has settled, in order; none for the applicant
 */
public record JointView(
        String kind,
        String kindName,
        String lead,
        String firstHandler,
        List<MeetingView> meetings,
        List<AppointmentView> appointments,
        List<RaisedView> raised) {
    public JointView {
        appointments = List.copyOf(appointments);
        meetings = List.copyOf(meetings);
        raised = List.copyOf(raised);
    }

    /** Whether the government has still to settle something. */
    public boolean waitsForGovernment() {
        return raised.stream().anyMatch(each -> each.settledAt() == null);
    }

    /** What the departments are going to do together, if anything. */
    public Optional<AppointmentView> toCome() {
        return appointments.stream().filter(AppointmentView::isOpen).findFirst();
    }

    /**
     * One day and place for all departments.
     *
     * @param kind what they do together
     * @param kindName the same in Chinese
     * @param time when
     * @param place where
     * @param remark what the applicant has to bring, or null
     * @param invited which departments
     * @param absent which have not come; none before it is over
     * @param findings what those that have come have found; none for the applicant, who has the paper
     * @param others who else has taken part
     * @param conclusion what they have come to; null before, and for the applicant
     * @param calledOff why it is not held, or null
     * @param held whether it was held
     */
    public record AppointmentView(
            AppointmentKind kind,
            String kindName,
            LocalDateTime time,
            String place,
            String remark,
            List<String> invited,
            List<String> absent,
            List<JointRequests.Finding> findings,
            List<String> others,
            String conclusion,
            String calledOff,
            boolean held) {
        /** Whether it has still to be held. */
        public boolean isOpen() {
            return !held && calledOff == null;
        }
    }

    /**
     * A branch: what one department, or one party that is only heard, examines.
     *
     * @param id its id within the case
     * @param item the item's code; null for a party
     * @param itemVersion the frozen version; null for a party
     * @param name what is examined
     * @param department who examines
     * @param organ in whose name; empty for a party
     * @param fee what its item costs, in words; empty where nothing is known
     * @param decides whether a refusal stands in the way of the result
     * @param state where it stands; for the applicant before the decision only whether it is in
     * @param stateName the same in Chinese
     * @param start the day from which it counts, or null before the acceptance
     * @param limit how long it may take, e.g. {@code 10个工作日}; null before the acceptance
     * @param due the last day, or null
     * @param endedOn the day on which the department has first said what it thinks, or null
     * @param late whether that day has passed, or had passed when it did
     * @param workingDaysLeft how many working days are left; null when nothing is waited for
     * @param light green, yellow or red; null when nothing is waited for
     * @param stands whether its clock stands for a special procedure of its own
     * @param toExamine what has still to be done before the department says what it thinks
     * @param opinions what the department has said, the last counts; none for the applicant
     * @param above the centre above that decides it; null where that is this one
     */
    public record BranchView(
            String id,
            String item,
            Integer itemVersion,
            String name,
            String department,
            String organ,
            String fee,
            boolean decides,
            String state,
            String stateName,
            LocalDate start,
            String limit,
            LocalDate due,
            LocalDate endedOn,
            boolean late,
            Integer workingDaysLeft,
            String light,
            boolean stands,
            List<ExaminationKind> toExamine,
            List<BranchOpinionView> opinions,
            AboveView above) {
        public BranchView {
            toExamine = List.copyOf(toExamine);
            opinions = List.copyOf(opinions);
        }

        /** Whether an opinion is waited for. */
        public boolean waits() {
            return BranchState.OPEN.name().equals(state);
        }

        /** Whether a centre above waits for an answer of the applicant. */
        public boolean asks() {
            return above != null && above.asks();
        }
    }

    /**
     * A branch that a centre above decides.
     *
     * @param centre which (tenant)
     * @param centreName what it is called
     * @param department its department
     * @param number the number of the file at the next centre above; null before it is known, and for the applicant
     * @param state where it stands there; likewise
     * @param due the day by which that centre must act next, as far as it is known; likewise
     * @param returned whether it has been handed back, and has not gone up again
     * @param asks whether it waits for an answer of the applicant
     * @param decisionNumber number of the paper that tells the decision there, or null
     * @param resultNumber number of the result that was made out there, or null
     */
    public record AboveView(
            String centre,
            String centreName,
            String department,
            String number,
            String state,
            LocalDate due,
            boolean returned,
            boolean asks,
            String decisionNumber,
            String resultNumber) {}

    /**
     * What a department has said: outcome, words, conditions or null, by whom, when.
     *
     * @param recorded whether somebody who is not of the department has written it down for it
     */
    public record BranchOpinionView(
            BranchOutcome outcome, String opinion, String conditions, String by, Instant at, boolean recorded) {}

    /** A meeting: day, agenda, participants, what was agreed, by whom recorded. */
    public record MeetingView(
            LocalDate heldOn,
            String agenda,
            List<String> participants,
            List<AgreementView> agreements,
            String by,
            Instant at) {}

    /**
     * What was agreed of a problem, and what has come of it.
     *
     * @param problem what stood in the way
     * @param agreement what is done about it
     * @param responsible by whom
     * @param by until when
     * @param doneOn on which day it was done; null while it is not
     * @param overdue whether that day was missed, or has passed
     * @param reports what was said of it, in order
     */
    public record AgreementView(
            String problem,
            String agreement,
            String responsible,
            LocalDate by,
            LocalDate doneOn,
            boolean overdue,
            List<ReportView> reports) {
        public AgreementView {
            reports = List.copyOf(reports);
        }
    }

    /** What was said of an agreement: what was done, by whom recorded, on which day. */
    public record ReportView(String words, String by, LocalDate on) {}

    /** When a case was raised: day, reason, by when, what was settled and by which document, when; null before. */
    public record RaisedView(
            LocalDate on, String reason, LocalDate due, String settlement, String document, Instant settledAt) {}
}
