package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal.Verification;

public class RecentVerificationTest extends VerificationScenario {
    private Verification whole;

    @Before
    public void proveAll() {
        house.baseline.ensure(NORTH);
        house.anchor(NORTH);
        whole = house.journal.verify(NORTH);
        assertTrue(whole.firstBreak(), whole.sound());
    }

    @Test
    public void onlyWhatHasComeSinceTheLastProofIsProved() {
        house.count("a", house.clerk(NORTH));
        house.count("new", house.clerk(NORTH));
        house.anchor(NORTH);
        house.count("new", house.clerk(NORTH));

        Verification recent = recent();

        assertTrue(recent.firstBreak(), recent.sound());
        assertEquals(whole.anchors(), recent.since());
        assertEquals(2, recent.chains());
        assertEquals(3, recent.entries());
        assertEquals("the next goes on from there", whole.anchors() + 1, recent().since());
    }

    @Test
    public void withoutAProofToGoOnFromEverythingIsProved() {
        store.run("DELETE FROM JOURNAL_PROOF");

        Verification recent = recent();

        assertEquals(0, recent.since());
        assertEquals(whole.entries(), recent.entries());
    }

    @Test
    public void aMarkThatWasNotWrittenHereIsNotBelieved() {
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='nobody' WHERE AGGREGATE_ID='a' AND SEQ=1");
        store.run("UPDATE JOURNAL_PROOF SET ANCHOR_NUMBER=ANCHOR_NUMBER+1, ENTRIES=ENTRIES+1");

        Verification recent = recent();

        assertEquals(0, recent.since());
        assertFalse(recent.sound());
    }

    @Test
    public void newEntriesAndTheirRowsAreProved() {
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        store.run("UPDATE THING SET COUNTED=77 WHERE ID='a'");

        assertBroken("thing/a has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aChangedNewEntryIsNamed() {
        house.count("b", house.clerk(NORTH));
        house.anchor(NORTH);
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='nobody' WHERE AGGREGATE_ID='b' AND SEQ=5");

        assertBroken("Entry 5 of thing/b has been changed");
    }

    @Test
    public void aRemovedNewEntryIsNamed() {
        house.count("b", house.clerk(NORTH));
        house.anchor(NORTH);
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='b' AND SEQ=5");

        assertBroken("Entry 5 of thing/b has been removed");
    }

    @Test
    public void aRemovedNewRowIsNamed() {
        house.count("new", house.clerk(NORTH));
        store.run("DELETE FROM THING WHERE ID='new'");

        assertBroken("thing/new has audit entries, but itself has been removed");
    }

    @Test
    public void olderEntriesAreCounted() {
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID='a' AND SEQ=2");

        Verification recent = recent();

        assertFalse(recent.sound());
        assertTrue(recent.firstBreak(), recent.firstBreak().endsWith("entries have been removed or added"));
    }

    @Test
    public void anEntryAddedPastTheJournalIsCounted() {
        store.run("INSERT INTO JOURNAL_ENTRY (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, AT_MICROS, ACTOR, ACTOR_NAME, "
                + "ACTION, DIGEST_BEFORE, DIGEST_AFTER, DETAILS, REQUEST_ID, HASH) "
                + "VALUES ('north', 'thing', 'ghost', 1, 0, '', '', '', '', '', '{}', '', '')");

        assertFalse(recent().sound());
    }

    @Test
    public void theAnchorWithWhichTheProofEndedMustStand() {
        store.run("UPDATE JOURNAL_ANCHOR SET HASH='x' WHERE ANCHOR_NUMBER=" + whole.anchors());

        assertBroken("Anchor " + whole.anchors() + " has been changed");
    }

    @Test
    public void rowsOfAModuleThatIsAwayAreProvedWhenItIsBack() {
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        List<ChainHeadProvider> there = List.copyOf(house.keepers);
        house.keepers.clear();

        Verification recent = recent();
        assertTrue(recent.firstBreak(), recent.sound());
        assertEquals(List.of("thing"), recent.absent());
        assertEquals(List.of("thing"), house.journal.verify(NORTH).absent());

        house.count("b", house.clerk(NORTH));
        house.anchor(NORTH);
        assertEquals(List.of("thing"), recent().absent());
        store.run("UPDATE THING SET COUNTED=77 WHERE ID='b'");
        house.keepers.addAll(there);
        assertBroken("thing/b has been changed past the journal: it is not what its last audit entry left");
    }

    private Verification recent() {
        return house.journal.verifyRecent(NORTH);
    }

    private void assertBroken(String english) {
        Verification recent = recent();
        assertFalse("Nothing was found", recent.sound());
        assertTrue(recent.firstBreak(), recent.firstBreak().endsWith(" / " + english));
    }
}
