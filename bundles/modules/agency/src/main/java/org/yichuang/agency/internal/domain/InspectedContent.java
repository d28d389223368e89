package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.agency.internal.domain.Inspection.Part;

/**
 * What of a body that is called is kept encrypted.
 *
 * @param name its name
 * @param idNumber its social credit code
 * @param parts who looks at what of it
 * @param findings what was found, each certificate once
 * @param notes what has been done
 */
public record InspectedContent(
        String name, String idNumber, List<Part> parts, List<Finding> findings, List<Note> notes) {
    public InspectedContent {
        parts = parts == null ? List.of() : List.copyOf(parts);
        findings = findings == null ? List.of() : List.copyOf(findings);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * What a department has found.
     *
     * @param words what is to be put right, or what was seen
     * @param foundOn when
     * @param by who has found it
     * @param due until when it is to be put right, null where all is in order
     * @param rightedOn when it was, null before
     */
    public record Finding(
            String certificate,
            String department,
            boolean passed,
            String words,
            LocalDate foundOn,
            String by,
            LocalDate due,
            LocalDate rightedOn) {
        /** Whether something is still to be put right. */
        public boolean isOpen() {
            return !passed && rightedOn == null;
        }

        Finding righted(LocalDate day) {
            return new Finding(certificate, department, passed, words, foundOn, by, due, day);
        }
    }
}
