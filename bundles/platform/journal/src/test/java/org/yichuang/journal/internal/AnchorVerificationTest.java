package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What the files of anchors and their second place prove. */
public class AnchorVerificationTest extends VerificationScenario {
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
    public void whatIsSensitiveWaitsWhileAnchorsAreOverdue() {
        house.count("a", house.clerk(NORTH));
        look(List.of(NORTH));
        sensitive(NORTH);
        house.clock.forward(Duration.ofSeconds(61));
        look(List.of(NORTH));

        ProblemException refusal = assertThrows(ProblemException.class, () -> sensitive(NORTH));
        assertEquals("anchors-overdue", refusal.code().code());
        sensitive(SOUTH);

        house.anchor(NORTH);
        look(List.of());
        sensitive(NORTH);
    }

    private void sensitive(TenantId tenant) {
        house.transactions.write(house.clerk(tenant), Void.class, unit -> {
            unit.requireAnchored();
            return null;
        });
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
        house.keepHeads();
        house.keepHeads();

        assertSound();
        assertEquals(1, lines("second/north.heads").size());

        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.keepHeads();
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
        house.keepHeads();
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER=3");
        store.run("UPDATE JOURNAL_HEAD SET ANCHOR_NUMBER=2, ENTRIES=6");
        Files.write(anchorFile(), Files.readAllLines(anchorFile()).subList(0, 2));
        house = new House(store, folder.getRoot());
        secondPlace();

        house.keepHeads();
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
        house.keepHeads();
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
        house.keepHeads();
        Files.writeString(Path.of(second(), "north.heads"), "4 ab", StandardOpenOption.APPEND);
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        house.keepHeads();

        assertEquals(4, last(second).number());
        assertSound();
    }
}
