package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import org.junit.Test;
import org.yichuang.journal.api.JournalChain;

/** What has happened to one thing, compared with the key as it is read. */
public class JournalChainTest extends VerificationScenario {
    @Test
    public void aChainThatNobodyTouchedIsSoundAndSaysWhereTheTrailStood() {
        JournalChain chain = chain("b");

        assertTrue(chain.isSound());
        assertEquals(4, chain.entries().size());
        assertEquals(0, chain.firstBreak());
        assertEquals(3, chain.anchor());
        assertEquals(64, chain.anchorHash().length());
    }

    @Test
    public void aChangedEntryIsNamedAndReturnedAllTheSame() {
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='li' WHERE AGGREGATE_ID='b' AND SEQ=2");

        assertFalse(chain("b").isSound());
        assertEquals(2, chain("b").firstBreak());
        assertEquals(4, chain("b").entries().size());
        assertTrue(chain("a").isSound());
    }

    @Test
    public void theEntryBehindAGapIsNamed() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ=2");

        assertEquals(3, chain("b").firstBreak());
    }

    @Test
    public void anotherCentresChainIsEmpty() {
        assertEquals(
                0,
                house.journal.chain("thing", "b", house.clerk(SOUTH)).entries().size());
    }

    private JournalChain chain(String id) {
        return house.journal.chain("thing", id, house.clerk(NORTH));
    }
}
