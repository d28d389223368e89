package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.cases.api.SpecialGround;

/**
 * That a case is handled specially.
 *
 * @param ground by which of the two ways
 * @param reason why
 * @param approver the leader who has approved it, or null
 * @param approval the paper on which they have, or null
 * @param approvedOn the day on it, or null
 * @param on since when
 */
public record SpecialHandling(
        SpecialGround ground, String reason, String approver, String approval, LocalDate approvedOn, LocalDate on) {}
