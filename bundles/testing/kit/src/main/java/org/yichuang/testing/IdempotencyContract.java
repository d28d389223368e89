package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.TestNode.NORTH;
import static org.yichuang.testing.TestNode.SOUTH;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A command that comes twice under one key is done once, whichever nodes it reaches. */
public abstract class IdempotencyContract extends Contract {
    private final AtomicInteger runs = new AtomicInteger();

    /** What a command answers. */
    public record Answer(int run) {}

    @Test
    public void aRepeatedCommandGetsTheKeptAnswerOnAnotherNode() {
        Answer first = done(node, NORTH, "key", "same");
        Answer second = done(other, NORTH, "key", "same");

        assertEquals(first, second);
        assertEquals(1, database.run("DELETE FROM JOURNAL_ENTRY"));
    }

    @Test
    public void anotherCommandUnderTheSameKeyIsRefused() {
        done(node, NORTH, "key", "same");

        ProblemException refusal = assertThrows(ProblemException.class, () -> done(other, NORTH, "key", "different"));

        assertEquals("idempotency-key-reused", refusal.code().code());
    }

    @Test
    public void keysOfDifferentTenantsHaveNothingToDoWithEachOther() {
        done(node, NORTH, "key", "same");
        done(node, SOUTH, "key", "different");

        assertEquals(2, database.run("DELETE FROM JOURNAL_ENTRY"));
    }

    private Answer done(TestNode at, TenantId tenant, String key, String fingerprint) {
        CallContext context = at.clerk(tenant, Optional.of(new IdempotencyKey(key, fingerprint)));
        return at.transactions().write(context, Answer.class, unit -> {
            unit.record(new AuditEntry("plain", "one", "done", "", "", Map.of()), ChainHead.START);
            return new Answer(runs.incrementAndGet());
        });
    }
}
