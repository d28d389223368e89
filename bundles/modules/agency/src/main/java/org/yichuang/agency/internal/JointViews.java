package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.AgencyViews.ApplicantView;
import org.yichuang.agency.internal.AgencyViews.NoteView;

/** What is shown of requests for joint handling. */
public interface JointViews {
    /**
     * A request in a list.
     *
     * @param items names of the items
     * @param due the last day for the centre's answer, absent when it has answered
     */
    record JointSummary(
            String id, JointState state, List<String> items, LocalDate receivedOn, LocalDate due, boolean late) {}

    /** An item that is to be handled jointly. */
    record ItemView(String code, String name, String department) {}

    /**
     * A request.
     *
     * @param lead who leads, empty before the centre has consented
     * @param bundle the code under which it is handed in, empty when it cannot be
     * @param caseNumber the case that it has become, empty before
     * @param online whether an account has asked for it
     * @param steps what whoever asks may do with it
     * @param version grows with every step
     */
    record JointView(
            JointSummary summary,
            List<ItemView> items,
            ApplicantView applicant,
            String reason,
            String lead,
            String bundle,
            String caseNumber,
            boolean online,
            List<NoteView> notes,
            List<JointStep> steps,
            int version) {
        /** Its id. */
        public String id() {
            return summary.id();
        }
    }
}
