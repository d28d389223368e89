package org.yichuang.agency.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestOutcome;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.agency.internal.domain.Note;
import org.yichuang.agency.internal.domain.ProjectContent;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.identifier.Masking;

/** What is shown of agents and of what they serve. */
public interface AgencyViews {
    /**
     * An agent as everybody may see them: without telephone and account.
     *
     * @param id in the register
     * @param organisation the chamber, park or enterprise, empty for the centre
     * @param serviceArea where they serve
     */
    record Published(String id, String name, AgentSource source, String organisation, String serviceArea) {}

    /**
     * An agent as the staff see them.
     *
     * @param phone masked
     * @param trainedUntil until when the training holds, absent without one
     * @param authorisedUntil until when the authorisation holds, absent without one
     * @param qualified whether they may act today
     * @param notes what has become of them
     * @param version grows with every step
     */
    record AgentView(
            String id,
            String name,
            AgentSource source,
            String organisation,
            String serviceArea,
            String account,
            String phone,
            LocalDate trainedUntil,
            LocalDate authorisedUntil,
            boolean qualified,
            List<NoteView> notes,
            int version) {}

    /** What was done, by the word of the step. */
    record NoteView(Instant at, String step, String by, String words, boolean late) {
        static List<NoteView> of(List<Note> notes) {
            return notes.stream()
                    .map(note -> new NoteView(note.at(), note.step(), note.by(), note.words(), note.late()))
                    .toList();
        }

        /**
         * For those who do not see whose it is; who has signed an entrustment stood in notes of before.
         *
         * @param masked the account whose name is masked, empty for nobody's
         */
        static List<NoteView> masked(List<Note> notes, String masked) {
            return notes.stream()
                    .map(note -> new NoteView(
                            note.at(),
                            note.step(),
                            by(note, masked),
                            note.step().equals(RequestStep.ENTRUST.word()) ? "" : Masking.text(note.words()),
                            note.late()))
                    .toList();
        }

        private static String by(Note note, String masked) {
            boolean isMasked = !masked.isEmpty() && note.account().equals(masked);
            return isMasked ? Masking.name(true, note.by()) : note.by();
        }
    }

    /** A class of projects, and the least investment in fen from which on it is served; 0 for any. */
    record EligibilityView(Eligibility eligibility, String name, long leastFen) {}

    /**
     * A request in a list.
     *
     * @param due the last day for what is to be done next, absent for none
     */
    record Summary(
            String id,
            RequestState state,
            RequestOutcome outcome,
            Eligibility eligibility,
            String project,
            String agentName,
            LocalDate receivedOn,
            LocalDate due,
            boolean late) {}

    /** Who asks; masked where it is shown to others. */
    record ApplicantView(String kind, String name, String idType, String idNumber, String contact, String phone) {}

    /** A case that is served. */
    record ServedView(String number, String itemName, CaseState state, LocalDate since) {
        static List<ServedView> of(List<ServedCase> cases) {
            return cases.stream()
                    .map(each -> new ServedView(each.caseNumber(), each.itemName(), each.state(), each.sinceOn()))
                    .toList();
        }
    }

    /**
     * A request.
     *
     * @param agent who is assigned, empty for nobody
     * @param agentQualified whether they may act today
     * @param steps what whoever asks may do with it
     * @param version grows with every step
     */
    record RequestView(
            Summary summary,
            long investmentFen,
            ApplicantView applicant,
            String needs,
            String agent,
            boolean agentQualified,
            LocalDate closedOn,
            List<ServedView> cases,
            List<NoteView> notes,
            List<RequestStep> steps,
            int version) {
        /** Its id. */
        public String id() {
            return summary.id();
        }
    }

    /**
     * An agreement.
     *
     * @param localCode the code of a functional zone, or empty
     * @param scope the sentence that says what it covers
     * @param items codes of the items
     * @param endedOn when it was ended before its day, absent where it was not
     * @param holds whether it holds today
     */
    record AgreementView(
            String id,
            String number,
            String body,
            String localCode,
            String scope,
            List<String> items,
            String signedBy,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate endedOn,
            boolean holds,
            int version) {}

    /**
     * A review that is recognised.
     *
     * @param document the number of the review
     * @param issuedOn when the result was made out, absent before
     * @param sameDay whether that was on the day on which the review was presented
     * @param takenBackOn when it was taken back, absent while it stands
     * @param agreement the agreement under which it is recognised
     */
    record RecognitionView(
            String caseNumber,
            String itemName,
            String body,
            String document,
            String signer,
            LocalDate signedOn,
            LocalDate presentedOn,
            LocalDate issuedOn,
            boolean sameDay,
            LocalDate takenBackOn,
            String agreement) {}

    /**
     * A project in a list.
     *
     * @param closedOn when it was closed, absent while it is tracked
     * @param open how many problems are not solved
     * @param late of how many of these the day has passed
     * @param solved how many are solved
     */
    record ProjectSummary(
            String id,
            String name,
            String enterprise,
            String leaderName,
            LocalDate openedOn,
            LocalDate closedOn,
            int open,
            int late,
            int solved) {}

    /**
     * A problem.
     *
     * @param agreement what was agreed about it, or empty
     * @param solvedOn when it was solved, absent before
     * @param chased how often its leader was told that its day has passed
     */
    record ProblemView(
            String id,
            String words,
            String agreement,
            String responsible,
            LocalDate due,
            LocalDate solvedOn,
            String solution,
            boolean late,
            int chased) {}

    /**
     * A project.
     *
     * @param leads whether whoever asks may do something with it
     * @param version grows with every step
     */
    record ProjectView(
            ProjectSummary summary,
            long investmentFen,
            List<ServedView> cases,
            List<ProblemView> problems,
            List<ProjectContent.Meeting> meetings,
            List<NoteView> notes,
            boolean leads,
            int version) {}
}
