package org.yichuang.agency.internal.domain;

import java.util.List;

/**
 * What of a request is kept encrypted.
 *
 * @param applicant who asks
 * @param needs what is to be done for them
 * @param notes what has been done
 */
public record RequestContent(Applicant applicant, String needs, List<Note> notes) {
    public RequestContent {
        needs = needs == null ? "" : needs;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * Who asks.
     *
     * @param kind {@code person} or {@code enterprise}
     * @param name full name
     * @param idType key of the document, e.g. {@code uscc}
     * @param idNumber its number, as it is normalised
     * @param contact whom to ask for, empty for the applicant
     * @param phone where they can be reached
     */
    public record Applicant(String kind, String name, String idType, String idNumber, String contact, String phone) {
        public Applicant {
            contact = contact == null ? "" : contact;
        }

        /** Whether a natural person asks. */
        public boolean isPerson() {
            return kind.equals("person");
        }
    }
}
