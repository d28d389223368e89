package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
 * @param followed what has come of each agreement; in what older versions have kept of none
 */
public record MeetingFact(
        LocalDate heldOn,
        String agenda,
        List<String> participants,
        List<Agreement> agreements,
        String by,
        Instant at,
        List<AgreementFact> followed) {
    public MeetingFact {
        participants = participants == null ? List.of() : List.copyOf(participants);
        agreements = agreements == null ? List.of() : List.copyOf(agreements);
        followed = followed == null ? agreements.stream().map(AgreementFact::of).toList() : List.copyOf(followed);
    }

    /** The same with what has come of one agreement. */
    MeetingFact with(int agreement, UnaryOperator<AgreementFact> change) {
        List<AgreementFact> all = new ArrayList<>(followed);
        all.set(agreement, change.apply(all.get(agreement)));
        return new MeetingFact(heldOn, agenda, participants, agreements, by, at, all);
    }
}
