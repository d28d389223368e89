package org.yichuang.cases.api;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * What the organ does for a hearing (R1-25 to R1-28).
 *
 * @param step which
 * @param reason whose interests are at stake, or why it is held, or called off; of another time or presider, why
 * @param parties who has a major interest besides the applicant; with the first step of a hearing only
 * @param time when it is held; demanded with {@link HearingStep#CONVENED}
 * @param place where; likewise
 * @param presider who presides, nobody who has examined the case (R1-27); likewise
 * @param presiderAccount by which account; absent where they have none here, or convene it themselves
 * @param closedReason why it is not public; absent for one that is
 * @param participants who has taken part; demanded with {@link HearingStep#HELD}
 * @param record what was said, as they have confirmed by signature; likewise
 * @param facts see {@link CaseRequests.Request#facts}; absent means none
 */
public record HearingRequest(
        @NotNull HearingStep step,
        @Size(max = 1000) String reason,
        @Size(max = 20) List<@NotNull @Valid InterestedParty> parties,
        LocalDateTime time,
        @Size(max = 200) String place,
        @Size(max = 50) String presider,
        @Size(max = 100) String presiderAccount,
        @Size(max = 500) String closedReason,
        @Size(max = 50) List<@NotBlank @Size(max = 100) String> participants,
        @Size(max = 10_000) String record,
        @Size(max = 10) Map<String, String> facts)
        implements CaseRequests.Request {
    public HearingRequest {
        parties = parties == null ? List.of() : Collections.unmodifiableList(parties);
        participants = participants == null ? List.of() : Collections.unmodifiableList(participants);
        facts = CaseRequests.given(facts);
    }

    /** Of a presider of whom nobody says the account. */
    public HearingRequest(
            HearingStep step,
            String reason,
            List<InterestedParty> parties,
            LocalDateTime time,
            String place,
            String presider,
            String closedReason,
            List<String> participants,
            String record,
            Map<String, String> facts) {
        this(step, reason, parties, time, place, presider, null, closedReason, participants, record, facts);
    }

    /**
     * Somebody whose major interest the case touches (R1-12).
     *
     * @param name full name
     * @param contact how they are reached
     * @param interest what is at stake for them, may be absent
     */
    public record InterestedParty(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String contact,
            @Size(max = 500) String interest) {}
}
