package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.TestNode.NORTH;
import static org.yichuang.testing.TestNode.SOUTH;

import org.junit.Test;
import org.yichuang.kernel.api.TenantId;

/** A message that comes twice has its effect once, and is answered as the first time. */
public abstract class InboxContract extends Contract {
    @Test
    public void aMessageThatComesAgainIsKnownWithItsAnswerOnAnotherNode() {
        assertNull(seen(node, NORTH, "topic", "m"));

        assertEquals("answer of m", seen(other, NORTH, "topic", "m"));
    }

    @Test
    public void topicsAndTenantsHaveMessagesOfTheirOwn() {
        seen(node, NORTH, "topic", "m");

        assertNull(seen(node, NORTH, "another", "m"));
        assertNull(seen(node, SOUTH, "topic", "m"));
    }

    @Test
    public void aMessageWhoseEffectFailedIsNew() {
        assertThrows(
                IllegalStateException.class, () -> node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
                    unit.firstSeen("topic", "m");
                    throw new IllegalStateException("no effect");
                }));

        assertNull(seen(node, NORTH, "topic", "m"));
    }

    private static String seen(TestNode at, TenantId tenant, String topic, String message) {
        return at.transactions().write(at.clerk(tenant), String.class, unit -> {
            String answer = unit.firstSeen(topic, message);
            if (answer == null) {
                unit.answer(topic, message, "answer of " + message);
            }
            return answer;
        });
    }
}
