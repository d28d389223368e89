package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TenantId;

public class VerificationTest extends OnBothStores {
    /** Three things with three entries each, anchored in three anchors; then three entries that wait. */
    @Before
    public void anAnchoredJournal() {
        for (int round = 0; round < 4; round++) {
            house.count("a", house.clerk(NORTH));
            house.count("b", house.clerk(NORTH));
            house.count("c", house.clerk(NORTH));
            if (round < 3) {
                house.anchor(NORTH);
            }
        }
        house.keepers.add(house.thingHeads());
    }

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
    public void anchorsReplacedAfterARemovalStayContradictedByTheFile() {
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER=3");
        house = new House(store, folder.getRoot());
        house.anchor(NORTH);
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);

        assertBreak("Anchor 3 is not the one in the file of anchors");
    }

    @Test
    public void aLineThatACrashKeptBackIsCompleted() throws IOException {
        Path file = folder.getRoot().toPath().resolve("anchors").resolve("north.log");
        String lines = Files.readString(file);
        Files.writeString(file, lines.substring(0, lines.length() - 20), StandardOpenOption.TRUNCATE_EXISTING);
        house = new House(store, folder.getRoot());

        assertEquals(2, house.files.read(NORTH).size());
        assertTrue(house.journal.verify(NORTH).sound());
        house.anchoring.catchUp(NORTH);

        assertEquals(lines, Files.readString(file));
    }

    @Test
    public void aContainerWithoutFilesBeginsWithTheLastHead() throws IOException {
        File other = folder.newFolder("other");
        Files.createDirectory(other.toPath().resolve("keys"));
        Files.copy(
                folder.getRoot().toPath().resolve("keys/journal.key"),
                other.toPath().resolve("keys/journal.key"));
        house = new House(store, other);
        house.keepers.add(house.thingHeads());

        house.anchoring.catchUp(NORTH);

        assertEquals(3, house.files.read(NORTH).get(0).number());
        assertTrue(
                house.journal.verify(NORTH).firstBreak(),
                house.journal.verify(NORTH).sound());
    }

    @Test
    public void aRemovedFileOfAnchorsIsNamedAndNotReplaced() throws IOException {
        Files.delete(anchorFile());
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.anchoring.catchUp(NORTH);
        assertBreak("The file of anchors has been removed or emptied");

        house = new House(store, folder.getRoot());
        house.anchoring.catchUp(NORTH);
        assertBreak("The file of anchors has been removed or emptied");
    }

    @Test
    public void anEmptiedFileOfAnchorsIsNamed() throws IOException {
        Files.writeString(anchorFile(), "");
        assertBreak("The file of anchors has been removed or emptied");
    }

    @Test
    public void aCutFileOfAnchorsIsLeftAloneAndNamed() throws IOException {
        List<String> lines = Files.readAllLines(anchorFile());
        Files.write(anchorFile(), lines.subList(0, 1));
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.anchoring.catchUp(NORTH);
        house.clock.forward(Duration.ofMinutes(5));

        assertBreak("The file of anchors ends with anchor 1: it stands behind anchor 4");
    }

    @Test
    public void aRegisterThatWasChangedIsNamed() throws IOException {
        Files.writeString(anchorFile().resolveSibling("register"), "south\n" + "0".repeat(64) + "\n");
        house = new House(store, folder.getRoot());
        Files.delete(anchorFile());

        assertTrue(house.journal
                .verify(NORTH)
                .firstBreak()
                .endsWith("The file of anchors cannot be read: The register of the anchor files has been changed"));
    }

    @Test
    public void anchorsThatDoNotComeAreABreak() {
        look(List.of(NORTH));
        assertTrue(house.journal.verify(NORTH).sound());
        house.clock.forward(Duration.ofSeconds(61));
        look(List.of(NORTH));

        assertEquals(List.of(NORTH), house.watch.overdue());
        assertBreak("Entries have been waiting for an anchor for more than a minute: they could be removed unseen");

        house.anchor(NORTH);
        look(List.of());
        assertTrue(
                house.journal.verify(NORTH).firstBreak(),
                house.journal.verify(NORTH).sound());
    }

    @Test
    public void aCentreThatKeepsWritingIsNotOverdueWhileAnchorsCome() {
        look(List.of(NORTH));
        house.anchor(NORTH);
        house.count("a", house.clerk(NORTH));
        house.clock.forward(Duration.ofSeconds(61));
        look(List.of(NORTH));

        assertEquals(List.of(), house.watch.overdue());
    }

    @Test
    public void theSecondPlaceKeepsSignedHeads() {
        FileHeadStore second = secondPlace();
        house.heads.keep(NORTH);
        house.heads.keep(NORTH);

        assertSound();
        assertEquals(1, lines("second/north.heads").size());

        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.heads.keep(NORTH);
        assertSound();
        assertEquals(4, last(second).number());
        assertEquals(
                "twelve counts, the thirteenth and the baseline",
                14,
                last(second).entries());
    }

    @Test
    public void databaseAndFileSetBackTogetherAreNamedByTheSecondPlace() throws IOException {
        secondPlace();
        house.heads.keep(NORTH);
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER=3");
        store.run("UPDATE JOURNAL_HEAD SET ANCHOR_NUMBER=2, ENTRIES=6");
        Files.write(anchorFile(), Files.readAllLines(anchorFile()).subList(0, 2));
        house = new House(store, folder.getRoot());
        secondPlace();

        house.heads.keep(NORTH);
        assertBreak("Anchors 3 to 3 have been removed: " + second() + " still has them");
        assertEquals(
                "what contradicts is evidence", 1, lines("second/north.heads").size());
    }

    @Test
    public void aSecondPlaceThatLagsIsABreak() {
        secondPlace();
        house.clock.forward(Duration.ofMinutes(5));
        assertBreak(second() + " ends with anchor 0: it stands behind anchor 3");
    }

    @Test
    public void aHeadThatWeDidNotSignIsNamed() throws IOException {
        secondPlace();
        house.heads.keep(NORTH);
        String line = lines("second/north.heads").get(0);
        Files.writeString(Path.of(second(), "north.heads"), line.replace(" 9 ", " 8 ") + "\n");
        assertBreak("The last head in " + second() + " was not signed by this journal");
    }

    @Test
    public void aSecondPlaceThatCannotBeReadIsABreak() throws IOException {
        secondPlace();
        Files.createDirectories(Path.of(second()));
        Files.writeString(Path.of(second(), "north.heads"), "something else\n");
        assertTrue(house.journal.verify(NORTH).firstBreak().contains("cannot be read"));
    }

    @Test
    public void aLineThatWasTornAtTheSecondPlaceIsPassedOver() throws IOException {
        FileHeadStore second = secondPlace();
        house.heads.keep(NORTH);
        Files.writeString(Path.of(second(), "north.heads"), "4 ab", StandardOpenOption.APPEND);
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.heads.keep(NORTH);

        assertEquals(4, last(second).number());
        assertSound();
    }

    private FileHeadStore secondPlace() {
        FileHeadStore second = new FileHeadStore(Path.of(second()));
        house.stores.add(second);
        return second;
    }

    private String second() {
        return folder.getRoot().toPath().resolve("second").toString();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.getRoot().toPath().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnchorHeadStore.Head last(FileHeadStore store) {
        try {
            return store.last(NORTH).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertSound() {
        Verification verification = house.journal.verify(NORTH);
        assertTrue(verification.firstBreak(), verification.sound());
    }

    private void look(List<TenantId> waiting) {
        house.watch.look(waiting, house.anchoring::lastAnchor, JtaUnitOfWork.micros(house.clock.instant()) * 1_000);
    }

    private Path anchorFile() {
        return folder.getRoot().toPath().resolve("anchors").resolve("north.log");
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

    private void assertBreak(String english) {
        Verification verification = house.journal.verify(NORTH);
        assertFalse("Nothing was found", verification.sound());
        assertTrue(verification.firstBreak(), verification.firstBreak().endsWith(" / " + english));
        assertTrue(house.journal.verify(SOUTH).sound());
    }
}
