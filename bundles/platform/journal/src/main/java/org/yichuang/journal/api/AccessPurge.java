package org.yichuang.journal.api;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Removes old entries about refused calls, which come by the thousand and are of use for a year or two; all others in a
 * trail stay for ever. The trail is provable afterwards: in place of what is removed stands a summary, an entry of the
 * trail itself, with the numbers of the entries and the digests of the first and of the last, and the anchors keep the
 * digest of each.
 */
public interface AccessPurge {
    /**
     * Removes a centre's entries about refused calls up to the end of a year. Before, the trail is proved as a whole;
     * an interrupted purge is gone on with by the next one.
     *
     * @param year the year before the last one at the latest
     * @throws ProblemException {@code purge-too-early}; {@code trail-broken} when the proof finds something: nothing is
     *     removed; {@code anchors-overdue}
     */
    @RequiresPermission(JournalPermission.PURGE)
    Purged purge(int year, CallContext context);

    /**
     * What was removed.
     *
     * @param chains of how many chains
     * @param entries how many entries
     */
    record Purged(int chains, long entries) {}
}
