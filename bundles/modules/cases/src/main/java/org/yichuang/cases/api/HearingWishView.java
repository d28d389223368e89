package org.yichuang.cases.api;

import java.time.LocalDate;

/**
 * What somebody has said about a hearing.
 *
 * @param on when
 * @param by who; empty for the applicant
 * @param statement why, or null
 * @param until until when they asked, or null
 */
public record HearingWishView(LocalDate on, String by, String statement, LocalDate until) {}
