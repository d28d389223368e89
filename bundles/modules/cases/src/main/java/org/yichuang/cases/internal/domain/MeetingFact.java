package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.JointRequests.Agreement;

/**
 * A meeting of the departments of a joint case (会商).
 *
 * @param heldOn on which day
 * @param agenda what about
 * @param participants who took part
 * @param agreements what was agreed of each problem
 * @param by who has recorded it
 * @param at when
 */
public record MeetingFact(
        LocalDate heldOn, String agenda, List<String> participants, List<Agreement> agreements, String by, Instant at) {
    public MeetingFact {
        participants = participants == null ? List.of() : List.copyOf(participants);
        agreements = agreements == null ? List.of() : List.copyOf(agreements);
    }
}
