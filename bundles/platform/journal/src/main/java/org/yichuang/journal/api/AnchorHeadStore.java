package org.yichuang.journal.api;

import java.io.IOException;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;

/**
 * Whiteboard: a second place for the heads of the tenants' anchors, which the service's own user can add to and not
 * rewrite: another host, an object store with a lock, a file that may only be appended to. The heads are handed over by
 * every node, twice a minute at most and only when they have moved; what is verified is compared with the last one
 * kept.
 *
 * <p>A place is called on threads of its own, by one that hands over and one that asks. One that does not answer for
 * ten seconds is a trouble that the doctor names, and keeps nobody else waiting; a question is interrupted then.
 */
public interface AnchorHeadStore {
    /** What people call the place, e.g. its path; names it in what a verification finds. */
    String place();

    /**
     * Adds a head behind those that are kept, and returns when it is safe.
     *
     * @throws IOException when the place cannot be reached; the same or a later head is handed over again
     */
    void add(TenantId tenant, Head head) throws IOException;

    /**
     * Gives the head that was added last, absent when there is none.
     *
     * @throws IOException when the place cannot be reached or holds something else than heads
     */
    Optional<Head> last(TenantId tenant) throws IOException;

    /**
     * Where a tenant's chain of anchors stood.
     *
     * @param number the last anchor's
     * @param hash the last anchor's, 64 hexadecimal digits
     * @param entries how many audit entries this anchor and those before it hold
     * @param signature keyed hash over tenant and all of it, made by the journal
     */
    record Head(long number, String hash, long entries, String signature) {}
}
