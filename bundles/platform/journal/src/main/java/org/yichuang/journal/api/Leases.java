package org.yichuang.journal.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may run a timer: one container at a time, with a fencing token that a late holder fails on. */
public interface Leases {
    /** Takes or renews a lease; empty when another container holds it. */
    Optional<UnitOfWork.Lease> acquire(String name, Duration duration);

    /** Gives a lease back before it lapses. */
    void release(UnitOfWork.Lease lease);

    /** Returns all leases with their holders, for operators. */
    List<Held> held();

    /**
     * A lease as operators see it.
     *
     * @param name what it is for
     * @param holder the container
     * @param token the fencing token
     * @param until when it lapses, ISO-8601
     */
    record Held(String name, String holder, long token, String until) {}
}
