package org.yichuang.agency.internal.domain;

import java.util.List;
import org.yichuang.agency.internal.domain.RequestContent.Applicant;

/**
 * What of a request for joint handling is kept encrypted.
 *
 * @param applicant who asks
 * @param items what is to be handled jointly
 * @param reason why
 * @param notes what has been done
 */
public record JointContent(Applicant applicant, List<Item> items, String reason, List<Note> notes) {
    public JointContent {
        items = items == null ? List.of() : List.copyOf(items);
        reason = reason == null ? "" : reason;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** An item by its code, with the name and the department that it had when it was asked for. */
    public record Item(String code, String name, String department) {}
}
