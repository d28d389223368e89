package org.yichuang.cases.internal.domain;

import java.time.Instant;
import org.yichuang.cases.api.OnlineReviewOutcome;

/**
 * The review of an application that came in online.
 *
 * @param outcome what has come of it
 * @param words what the applicant was told besides; null for nothing
 * @param at when
 */
public record OnlineReview(OnlineReviewOutcome outcome, String words, Instant at) {}
