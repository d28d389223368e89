package org.yichuang.cases.api;

import javax.validation.constraints.Size;

/**
 * That a case goes on as it is, without what was asked for after its acceptance.
 *
 * @param remark may be absent
 */
public record ContinuationRequest(@Size(max = 500) String remark) implements CaseRequests.Request {}
