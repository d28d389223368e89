package org.yichuang.cases.api;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * What somebody who was told of their right to a hearing says to it (R1-26).
 *
 * @param wanted whether they ask for one; else they declare that they ask for none
 * @param party which of the interested parties; absent for the applicant
 * @param statement why, or the declaration, may be absent
 */
public record HearingWish(@NotNull Boolean wanted, @Size(max = 100) String party, @Size(max = 1000) String statement)
        implements CaseRequests.Request {}
