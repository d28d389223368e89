package org.yichuang.cases.api;

import java.time.LocalDate;

/**
 * That a case is handled specially (特办件), and by whose word.
 *
 * @param ground by which of the two ways
 * @param groundName the same in Chinese
 * @param foundOn since when
 * @param due the last day that the centre promises by it, counted without regard to holidays; null for none of its own
 * @param reason why; null for the applicant
 * @param approver the leader who has approved it; null for none, and for the applicant
 * @param approval the paper on which they have; null for none, and for the applicant
 * @param approvedOn the day on it; null for none, and for the applicant
 */
public record SpecialHandlingView(
        SpecialGround ground,
        String groundName,
        LocalDate foundOn,
        LocalDate due,
        String reason,
        String approver,
        String approval,
        LocalDate approvedOn) {}
