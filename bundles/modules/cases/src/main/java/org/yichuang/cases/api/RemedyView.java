package org.yichuang.cases.api;

import java.time.LocalDate;

/**
 * Until when a refusal that has reached its applicant may be disputed (R1-38, R1-40).
 *
 * @param reconsiderationUntil the last day on which reconsideration may be applied for
 * @param litigationUntil the last day on which a court may be gone to directly; null where no court takes the matter
 *     before it has been reconsidered (R1-41)
 * @param told whether the applicant was told of it: else a year from the day on which they knew of the refusal
 */
public record RemedyView(LocalDate reconsiderationUntil, LocalDate litigationUntil, boolean told) {}
