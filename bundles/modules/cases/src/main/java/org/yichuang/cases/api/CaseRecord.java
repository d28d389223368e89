package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A case for other modules, without anything that identifies a person.
 *
 * @param number its number
 * @param state where it stands at the unit's centre
 * @param owner the centre in whose catalogue the item stands: code and version mean something only with it
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion the frozen version (R3-10)
 * @param itemType the item's type, e.g. {@code LICENCE}
 * @param department the department that has it now
 * @param stage what the present stage of its route asks for: {@code ACCEPT}, {@code PRE_REVIEW} or {@code DECIDE}
 * @param applicantKind {@code person} or {@code enterprise}
 * @param applicant the applicant's name, a person's masked
 * @param submitter the account that handed it in, the applicant's own or that of whoever took it in; empty when it came
 *     from the centre below
 * @param materials codes of the materials that were handed in, each as often as it was
 * @param transferred whether it came from the centre below
 * @param receivedAt when it was handed in, or came
 * @param due the day by which this centre must act next, or null
 * @param decision what has been decided, or null
 * @param licence the result of which it is, or null
 * @param items of what it decides: its item, or the members of a bundle that it needs and that no centre above
 *     decides by a case of its own
 * @param version grows with every step
 */
public record CaseRecord(
        String number,
        CaseState state,
        String owner,
        String item,
        String itemName,
        int itemVersion,
        String itemType,
        String department,
        String stage,
        String applicantKind,
        String applicant,
        String submitter,
        List<String> materials,
        boolean transferred,
        Instant receivedAt,
        LocalDate due,
        CaseChannel channel,
        String agent,
        CaseRequests.Outcome decision,
        CaseLicence licence,
        List<CaseItem> items,
        long version) {
    public CaseRecord {
        materials = List.copyOf(materials);
        items = List.copyOf(items);
    }
}
