package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case as it stands before a command takes effect: what gates may look at.
 *
 * @param number its number
 * @param state where it stands, null before it is submitted
 * @param owner the centre in whose catalogue the item stands: code and version mean something only with it
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion the frozen version (R3-10)
 * @param itemType the item's type, e.g. {@code LICENCE}
 * @param department the department that has it now, or that would take it in, before it is submitted
 * @param stage what the present stage of its route asks for: {@code ACCEPT}, {@code PRE_REVIEW} or {@code DECIDE}
 * @param applicant who applies
 * @param channel how it came in; null of cases from before that was kept
 * @param representative who acts for the applicant, or null
 * @param form the data of the form; of people, so for deciding and not for keeping
 * @param materials codes of the materials that were handed in
 * @param transferred whether it came from the centre below
 * @param receivedAt when it was handed in
 * @param decision what has been decided, or null
 * @param licence the result of which it is, or null
 * @param receivedOn the day that counts as the day of receipt (R2-09)
 * @param decidedAt the centre that decides
 * @param items of what it decides: its item, or the members of a bundle that it needs and that no centre above
 *     decides by a case of its own
 */
public record CaseSnapshot(
        String number,
        CaseState state,
        String owner,
        String item,
        String itemName,
        int itemVersion,
        String itemType,
        String department,
        String stage,
        CaseRequests.Applicant applicant,
        CaseChannel channel,
        Representative representative,
        Map<String, Object> form,
        List<String> materials,
        boolean transferred,
        Instant receivedAt,
        CaseRequests.Outcome decision,
        CaseLicence licence,
        LocalDate receivedOn,
        String decidedAt,
        List<CaseItem> items) {
    public CaseSnapshot {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
        materials = List.copyOf(materials);
        items = List.copyOf(items);
    }
}
