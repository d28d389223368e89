package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyViews.NoteView;

/** What is shown of joint annual inspections. */
public interface InspectionViews {
    /**
     * How many bodies.
     *
     * @param called all that are called
     * @param came those that have come
     * @param passed those of which all is in order
     * @param toRight those of which something is to be put right
     * @param righted those that have put right what was to be
     */
    record Counts(long called, long came, long passed, long toRight, long righted) {}

    /** A department, and the kind of certificate that it looks at. */
    record PartView(String department, String certificate) {}

    /**
     * An inspection.
     *
     * @param closedOn when it ended, absent while it goes on
     * @param version grows with every step
     */
    record InspectionView(
            String id,
            String name,
            LocalDate from,
            LocalDate to,
            LocalDate closedOn,
            List<PartView> parts,
            Counts counts,
            int version) {}

    /**
     * What was found of a certificate.
     *
     * @param found whether somebody has said so yet
     * @param due until when it is to be put right, absent where all is in order
     * @param rightedOn when it was, absent before
     * @param mine whether whoever looks speaks for the department
     */
    record FindingView(
            String certificate,
            String department,
            boolean found,
            boolean passed,
            String words,
            LocalDate foundOn,
            String by,
            LocalDate due,
            LocalDate rightedOn,
            boolean mine) {
        /** Whether something is still to be put right. */
        public boolean isOpen() {
            return found && !passed && rightedOn == null;
        }
    }

    /**
     * A body.
     *
     * @param visitedOn when it came, absent before
     * @param findings of each of its certificates
     * @param version grows with every step
     */
    record BodyView(
            String id,
            String inspection,
            String name,
            String idNumber,
            InspectionState state,
            LocalDate visitedOn,
            boolean late,
            List<FindingView> findings,
            List<NoteView> notes,
            int version) {}
}
