package org.yichuang.linkage.internal.routes;

import java.time.Duration;
import org.yichuang.journal.api.Outbox.Pending;

/**
 * A message that is ours for a while.
 *
 * @param pending the message
 * @param until when the claim lapses, by {@link System#nanoTime()}
 */
record Claimed(Pending pending, long until) {
    static Claimed now(Pending pending, Duration claim) {
        return new Claimed(pending, System.nanoTime() + claim.toNanos());
    }

    String receiver() {
        return pending.message().receiver();
    }

    boolean isLapsed() {
        return System.nanoTime() - until >= 0;
    }
}
