package org.yichuang.linkage.api;

import java.time.Instant;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** How the centres that a centre writes to are reached. */
public interface CentreWays {
    /**
     * Returns the ways to the centres above and below the context's one, and to whomever else its messages wait for.
     */
    @RequiresPermission(LinkagePermission.VIEW)
    List<CentreWay> ways(CallContext context);

    /**
     * The way to a centre.
     *
     * @param centre the receiver
     * @param transport {@code local} in this deployment, else the endpoint; empty when there is no such centre
     * @param waiting how many messages wait to reach it
     * @param oldest when the first of them was written, null when none waits
     * @param parked how many are parked
     * @param shutUntil until when nothing is tried, as this node has found the way dead; null while it is open
     */
    record CentreWay(String centre, String transport, long waiting, Instant oldest, long parked, Instant shutUntil) {}
}
