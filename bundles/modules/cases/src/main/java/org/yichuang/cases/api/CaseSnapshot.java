package org.yichuang.cases.api;

import java.time.Instant;

/**
 * A case as it stands before a command takes effect: what gates may look at.
 *
 * @param number its number
 * @param state where it stands, null before it is submitted
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion the frozen version (R3-10)
 * @param itemType the item's type, e.g. {@code LICENCE}
 * @param department the department that has it now, empty before it is submitted
 * @param stage what the present stage of its route asks for: {@code ACCEPT}, {@code PRE_REVIEW} or {@code DECIDE}
 * @param applicant who applies
 * @param transferred whether it came from the centre below
 * @param receivedAt when it was handed in
 * @param decision what has been decided, or null
 */
public record CaseSnapshot(
        String number,
        CaseState state,
        String item,
        String itemName,
        int itemVersion,
        String itemType,
        String department,
        String stage,
        CaseRequests.Applicant applicant,
        boolean transferred,
        Instant receivedAt,
        CaseRequests.Outcome decision) {}
