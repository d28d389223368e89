package org.yichuang.cases.api;

import javax.validation.constraints.Size;

/**
 * That an application which came in online is ready to be accepted.
 *
 * @param words what the applicant is told of it, as what to bring to the window; may be absent
 */
public record OnlineReviewRequest(@Size(max = 500) String words) implements CaseRequests.Request {}
