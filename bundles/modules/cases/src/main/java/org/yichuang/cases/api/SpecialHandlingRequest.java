package org.yichuang.cases.api;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * That a case is handled specially (特办件).
 *
 * @param ground by which of the two ways
 * @param reason why
 * @param approver the leader who has approved it, with their office; of {@link SpecialGround#LEADER_APPROVAL} only
 * @param approval number or name of the paper on which they have; of that ground only
 * @param approvedOn the day that stands on it, not a later one than today; of that ground only
 */
public record SpecialHandlingRequest(
        @NotNull SpecialGround ground,
        @NotBlank @Size(max = 500) String reason,
        @Size(max = 100) String approver,
        @Size(max = 100) String approval,
        LocalDate approvedOn)
        implements CaseRequests.Request {}
