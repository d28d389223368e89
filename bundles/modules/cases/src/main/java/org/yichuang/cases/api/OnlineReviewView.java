package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The review of an application that came in online (网上预审), the last one where it was corrected since.
 *
 * @param due the last day on which the centre has promised to make it
 * @param overdue whether that day has passed, or had when it was made
 * @param outcome what has come of it; null as long as it is waited for, and where the law was faster
 * @param outcomeName the same in Chinese, or null
 * @param words what the applicant was told besides, or null
 * @param at when it was made, or null
 */
public record OnlineReviewView(
        LocalDate due, boolean overdue, OnlineReviewOutcome outcome, String outcomeName, String words, Instant at) {}
