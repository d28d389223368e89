package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.util.Map;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.kernel.api.Digests;

public class VerificationTest extends VerificationScenario {
    @Test
    public void whatNobodyTouchedIsSound() {
        Verification verification = house.journal.verify(NORTH);

        assertTrue(verification.firstBreak(), verification.sound());
        assertEquals(4, verification.chains()); // three things, and that their rows are under proof
        assertEquals(13, verification.entries());
        assertEquals(3, verification.anchors());
        assertTrue(house.journal.verify(SOUTH).sound());
    }

    @Test
    public void aChangedEntryIsNamed() {
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='li' WHERE AGGREGATE_ID='b' AND SEQ=2");
        assertBreak("Entry 2 of thing/b has been changed");
    }

    @Test
    public void changedDetailsAreNoticed() {
        store.run("UPDATE JOURNAL_ENTRY SET DETAILS='{\"counted\":\"9\"}' WHERE AGGREGATE_ID='b' AND SEQ=4");
        assertBreak("Entry 4 of thing/b has been changed");
    }

    @Test
    public void aMovedMomentIsNoticed() {
        store.run("UPDATE JOURNAL_ENTRY SET AT_MICROS=AT_MICROS+1 WHERE AGGREGATE_ID='c' AND SEQ=1");
        assertBreak("Entry 1 of thing/c has been changed");
    }

    @Test
    public void aGapIsNamed() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ=2");
        assertBreak("thing/b lacks entry 2");
    }

    @Test
    public void aRemovedTailIsNamed() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ>=3");
        store.run("DELETE FROM JOURNAL_PENDING WHERE AGGREGATE_ID='b'");
        store.run("DELETE FROM THING WHERE ID='b'");
        assertBreak("Entry 3 of thing/b has been removed");
    }

    @Test
    public void aRemovedCaseIsNamedEvenWithItsRow() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='c'");
        store.run("DELETE FROM JOURNAL_PENDING WHERE AGGREGATE_ID='c'");
        store.run("DELETE FROM THING WHERE ID='c'");
        assertBreak("Entry 1 of thing/c has been removed");
    }

    @Test
    public void aTailRemovedBeforeItsAnchorIsNoticedByTheAggregate() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ=4");
        store.run("DELETE FROM JOURNAL_PENDING WHERE AGGREGATE_ID='b'");
        assertBreak("Entry 4 of thing/b has been removed");
    }

    @Test
    public void anEntryRemovedWhileItWaitsIsNamed() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ=4");
        assertBreak("Entry 4 of thing/b has been removed");
    }

    @Test
    public void aRemovedPendingRowIsNamed() {
        store.run("DELETE FROM JOURNAL_PENDING WHERE AGGREGATE_ID='a'");
        assertBreak("Entry 4 of thing/a is neither anchored nor waiting for it");
    }

    @Test
    public void aChangedAnchorIsNamed() {
        store.run("UPDATE JOURNAL_ANCHOR SET CONTENT='[]' WHERE ANCHOR_NUMBER=2");
        assertBreak("Anchor 2 has been changed");
    }

    @Test
    public void aRemovedAnchorIsNamed() {
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER=2");
        assertBreak("Anchor 2 has been removed");
    }

    @Test
    public void removedLastAnchorsAreNoticedByTheFile() {
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER>=2");
        assertBreak("Anchors 2 to 3 have been removed: the file of anchors still has them");
    }

    @Test
    public void everythingRemovedIsNoticedByTheFile() {
        store.run("DELETE FROM JOURNAL_ANCHOR");
        store.run("DELETE FROM JOURNAL_PENDING");
        store.run("DELETE FROM JOURNAL_ENTRY");
        store.run("DELETE FROM THING");
        assertBreak("Anchors 1 to 3 have been removed: the file of anchors still has them");
    }

    @Test
    public void anAggregateThatWasSetBackIsNamed() {
        store.run("UPDATE THING SET CHAIN_SEQUENCE=3, CHAIN_HASH=(SELECT HASH FROM JOURNAL_ENTRY WHERE TENANT='north' "
                + "AND AGGREGATE_TYPE='thing' AND AGGREGATE_ID='b' AND SEQ=3) WHERE ID='b'");
        assertBreak("thing/b does not match the end of its audit chain");
    }

    @Test
    public void aForgedHeadIsNamed() {
        store.run("UPDATE THING SET CHAIN_HASH='00' WHERE ID='b'");
        assertBreak("thing/b does not match the end of its audit chain");
    }

    @Test
    public void aRowChangedPastTheJournalIsNamed() {
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='b'");
        assertBreak("thing/b has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aChangeThatALaterStepBuildsOnIsNamed() {
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='b'");
        house.count("b", house.clerk(NORTH));
        assertBreak("thing/b had been changed past the journal before entry 5 (count) of thing/b");
    }

    @Test
    public void swappedRowsAreNamed() {
        house.count("c", house.clerk(NORTH));
        store.run("UPDATE THING SET COUNTED=CASE ID WHEN 'b' THEN 5 ELSE 4 END WHERE ID IN ('b','c')");
        assertBreak("thing/b has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aRowThatNoStepMadeIsNamed() {
        store.run("INSERT INTO THING (TENANT, ID, COUNTED, CHAIN_SEQUENCE, CHAIN_HASH, VERSION) "
                + "VALUES ('north', 'ghost', 1, 0, '', 1)");
        assertBreak("thing/ghost has no audit entries");
    }

    @Test
    public void aRowWithTheHeadOfAnotherIsNamed() {
        store.run("INSERT INTO THING (TENANT, ID, COUNTED, CHAIN_SEQUENCE, CHAIN_HASH, VERSION) "
                + "SELECT TENANT, 'ghost', COUNTED, CHAIN_SEQUENCE, CHAIN_HASH, VERSION FROM THING WHERE ID='b'");
        assertBreak("thing/ghost has no audit entries");
    }

    @Test
    public void rowsOfAVersionWithoutDigestsComeUnderProofOnce() {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            Thing old = new Thing("old");
            unit.entities(store.things()).persist(old);
            old.head(unit.record(
                    new AuditEntry("thing", "old", "count", "", Digests.sha256("old"), Map.of()), old.head()));
            return null;
        });

        assertTrue(
                house.journal.verify(NORTH).firstBreak(),
                house.journal.verify(NORTH).sound());
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old'");
        assertBreak("thing/old has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aRowOfAnEarlierVersionGoesOnUnderProof() {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            Thing old = new Thing("old");
            unit.entities(store.things()).persist(old);
            old.head(unit.record(
                    new AuditEntry("thing", "old", "count", "", Digests.sha256("old"), Map.of()), old.head()));
            return null;
        });
        house.journal.verify(NORTH);

        house.count("old", house.clerk(NORTH));

        assertTrue(
                house.journal.verify(NORTH).firstBreak(),
                house.journal.verify(NORTH).sound());
        store.run("UPDATE THING SET COUNTED=7 WHERE ID='old'");
        house.count("old", house.clerk(NORTH));
        assertBreak("thing/old had been changed past the journal before entry 3 (count) of thing/old");
    }

    @Test
    public void aRemovedAggregateIsNamed() {
        store.run("DELETE FROM THING WHERE ID='b'");
        assertBreak("thing/b has audit entries, but itself has been removed");
    }

    @Test
    public void writingGoesOnWhileSomebodyVerifies() throws Exception {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 150; i++) {
                house.count("a", house.clerk(NORTH));
                if (i % 10 == 0) {
                    house.anchor(NORTH);
                }
            }
        });
        writer.start();
        while (writer.isAlive()) {
            Verification verification = house.journal.verify(NORTH);
            assertTrue(verification.firstBreak(), verification.sound());
        }
        writer.join();
        assertEquals(163, house.journal.verify(NORTH).entries());
    }
}
