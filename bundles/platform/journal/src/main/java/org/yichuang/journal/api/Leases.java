package org.yichuang.journal.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may run a timer: one container at a time, with a fencing token that a late holder fails on. */
public interface Leases {
    /**
     * Takes a lease for somebody who begins, under a token of its own; empty when another container holds it. Whoever
     * had it in this container is fenced off: a worker that was stopped and is still at work commits nothing more.
     */
    Optional<UnitOfWork.Lease> acquire(String name, Duration duration);

    /**
     * Makes a lease last for its length from now on, under the same token; also one that has lapsed, if nobody has
     * taken it. Empty when somebody has, in this container or in another.
     */
    Optional<UnitOfWork.Lease> renew(UnitOfWork.Lease lease);

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
