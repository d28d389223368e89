package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** The database is set back to a copy, under the anchors that lie outside of it. */
public class EpochsTest extends OnBothStores {
    private static final Epochs.Beginning NOTHING = (epoch, knows, unit) -> {};

    @Before
    public void fourAnchors() {
        for (int number = 1; number <= 4; number++) {
            write(number);
        }
    }

    @Test
    public void aDatabaseThatHasAllThatWasAnchoredIsInItsFirstEpoch() {
        assertEquals(0, house.epochs.current(NORTH));
        assertEquals("who has no anchors yet", 0, house.epochs.current(SOUTH));
        assertEquals(List.of(), house.epochs.setBack());
    }

    @Test
    public void oneThatIsOlderThanItsAnchorsSaysNothingUntilSomebodySaysSo() {
        setBackTo(2);

        assertEquals(List.of(NORTH), house.epochs.setBack());
        ProblemException refusal = assertThrows(ProblemException.class, () -> house.epochs.current(NORTH));
        assertEquals(JournalError.DATABASE_SET_BACK, refusal.code());
        assertEquals("another centre has lost nothing", 0, house.epochs.current(SOUTH));

        long epoch = house.epochs.begin("磁盘损坏，恢复到昨夜备份", NOTHING, house.clerk(NORTH));

        assertTrue(epoch > 0);
        assertEquals(epoch, house.epochs.current(NORTH));
        assertEquals(List.of(), house.epochs.setBack());
    }

    @Test
    public void oneThatHasGoneOnSinceIsFoundByAnAnchorThatDiffers() {
        setBackTo(2);
        for (int number = 3; number <= 6; number++) {
            write(number);
        }

        assertEquals(List.of(NORTH), house.epochs.setBack());
    }

    @Test
    public void theEntrySaysWhatHasBeenLostAndTheFileOfItStaysAsEvidence() throws IOException {
        List<String> before = Files.readAllLines(file("north.log"));
        setBackTo(2);
        house.epochs.begin("恢复到昨夜备份", NOTHING, house.clerk(NORTH));
        house.epochs.current(NORTH);

        JournalEntry entry = house.journal
                .entries("epoch", "north", PageRequest.of(10, null), house.auditor(NORTH))
                .items()
                .get(0);
        assertEquals("begin", entry.action());
        assertEquals("恢复到昨夜备份", entry.details().get("reason"));
        assertEquals(before.get(3), entry.details().get("filed"));
        assertEquals("2", entry.details().get("anchor"));
        assertEquals(before, Files.readAllLines(file("north.before-0")));
        assertEquals(before.subList(1, 2), Files.readAllLines(file("north.log")));
        write(5);
        write(6);
        assertEquals("2, and two more", 3, Files.readAllLines(file("north.log")).size());
        Journal.Verification verification = house.journal.verify(NORTH);
        assertTrue(verification.firstBreak(), verification.sound());
    }

    @Test
    public void whatElseIsWrittenIsToldHowFarItKnows() {
        receive("m-1", NORTH);
        house.clock.forward(Duration.ofMinutes(1));
        Instant last = house.clock.instant();
        receive("m-2", NORTH);
        receive("m-3", SOUTH);
        house.clock.forward(Duration.ofMinutes(1));
        setBackTo(2);
        List<Object> told = new ArrayList<>();

        long epoch = house.epochs.begin(
                "恢复",
                (begun, knows, unit) -> {
                    told.addAll(List.of(begun, knows));
                    String id = Epochs.notice(begun, NORTH, SOUTH);
                    unit.send(new OutgoingMessage(id, Epochs.TOPIC, "south", "epoch", begun, "set-back", "{}"));
                },
                house.clerk(NORTH));

        assertEquals(List.of(epoch, last), told);
        assertEquals("of what has come since", List.of("taken"), answered(last));
        assertTrue("it has not said what it had heard", isAwaited());
        house.outbox.delivered(
                house.outbox.claim(Epochs.TOPIC, 9, Duration.ofMinutes(1)).get(0), "receipt");
        assertFalse(isAwaited());
        assertEquals(Optional.of(new Epochs.Begun(epoch, last)), house.epochs.begun(NORTH));
        assertEquals(Optional.empty(), house.epochs.begun(SOUTH));
    }

    @Test
    public void whoIsNotToldForFiveWeeksIsAwaitedNoLonger() {
        setBackTo(2);
        house.epochs.begin("恢复", NOTHING, house.clerk(NORTH));
        assertTrue(isAwaited());

        house.clock.forward(Duration.ofDays(36));

        assertFalse("and could send nothing again", isAwaited());
        assertEquals(Optional.empty(), house.epochs.begun(NORTH));
    }

    @Test
    public void whoseDatabaseWasSetBackMayBeKnownBetterByEachNeighbourUntilThatIsSaid() {
        assertFalse(isAwaited());
        setBackTo(2);

        assertTrue("nobody has looked since", isAwaited());
    }

    @Test
    public void oneThatIsSetBackUnderANodeThatHasJustLookedIsNotDecidedIn() {
        assertEquals(0, house.epochs.current(NORTH));
        loseAfter(2);
        assertEquals("what was seen is believed for a while", 0, house.epochs.current(NORTH));

        assertTrue(isAwaited());
        assertFalse(
                "another centre has lost nothing",
                house.transactions.read(house.clerk(SOUTH), unit -> house.epochs.isAwaited(NORTH, unit)));
    }

    @Test
    public void allThatWasAnsweredIsToldHoweverMuchItIs() {
        Instant since = house.clock.instant();
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            for (int message = 1; message <= 2_300; message++) {
                unit.firstSeen("linkage", "m-" + message);
                unit.answer("linkage", "m-" + message, "taken " + message);
            }
            return null;
        });
        house.clock.forward(Duration.ofMinutes(1));
        receive("last", NORTH);

        List<String> all = answered(since);

        assertEquals(2_301, all.size());
        assertEquals("each once", 2_301, Set.copyOf(all).size());
        assertEquals("in the order of receipt", "taken", all.get(2_300));
    }

    private List<String> answered(Instant since) {
        return house.transactions.read(house.clerk(NORTH), unit -> {
            List<String> all = new ArrayList<>();
            house.epochs.answered("linkage", since, all::add, unit);
            return all;
        });
    }

    private void receive(String id, TenantId tenant) {
        house.transactions.write(house.clerk(tenant), Void.class, unit -> {
            unit.firstSeen("linkage", id);
            unit.answer("linkage", id, "taken");
            return null;
        });
    }

    private boolean isAwaited() {
        return house.transactions.read(house.clerk(NORTH), unit -> house.epochs.isAwaited(SOUTH, unit));
    }

    @Test
    public void setBackTwiceToTheSameCopyItHasNoEpochTwice() {
        setBackTo(2);
        long first = house.epochs.begin("one", NOTHING, house.clerk(NORTH));
        assertEquals(first, house.epochs.current(NORTH));
        house.clock.forward(Duration.ofMinutes(1));
        setBackTo(2);

        assertEquals("it has what the file says, and not the epoch", List.of(NORTH), house.epochs.setBack());
        long second = house.epochs.begin("two", NOTHING, house.clerk(NORTH));

        assertTrue(second > first);
        assertEquals(second, house.epochs.current(NORTH));
    }

    @Test
    public void anotherNodeHearsOfItByItselfAndKeepsItsOwnEvidence() throws IOException {
        File other = folder.newFolder("other");
        copy(folder.getRoot().toPath().resolve("keys"), other.toPath().resolve("keys"));
        copy(folder.getRoot().toPath().resolve("anchors"), other.toPath().resolve("anchors"));
        setBackTo(2);
        House second = new House(store, other);
        assertEquals(List.of(NORTH), second.epochs.setBack());

        long epoch = house.epochs.begin("恢复", NOTHING, house.clerk(NORTH));
        house.epochs.current(NORTH);
        house.clock.forward(Duration.ofSeconds(2));
        second.clock.forward(Duration.ofSeconds(2));
        second.anchoring.catchUp(NORTH);

        assertEquals(epoch, second.epochs.current(NORTH));
        assertTrue(Files.exists(other.toPath().resolve("anchors/north.before-0")));
        assertEquals(List.of(), second.epochs.setBack());
    }

    @Test
    public void aRowThatWasNotWrittenHereBeginsNoEpoch() {
        setBackTo(2);
        store.run("INSERT INTO JOURNAL_EPOCH (TENANT, EPOCH, KNOWS_MICROS, SEAL) VALUES ('north', 77, 0, '"
                + "0".repeat(64) + "')");

        assertEquals(List.of(NORTH), house.epochs.setBack());
        assertTrue(house.epochs.begin("恢复", NOTHING, house.clerk(NORTH)) > 77);
        assertEquals(List.of(), house.epochs.setBack());
    }

    @Test
    public void oneThatIsSetBackToBeforeItsFirstAnchorBeginsAnewAsWell() throws IOException {
        setBackTo(0);
        assertEquals(List.of(NORTH), house.epochs.setBack());

        house.epochs.begin("恢复", NOTHING, house.clerk(NORTH));
        house.epochs.current(NORTH);

        assertTrue(Files.exists(file("north.before-0")));
        write(1);
        write(2);
        house = new House(store, folder.getRoot());
        house.anchoring.catchUp(NORTH);
        assertEquals(List.of(), house.epochs.setBack());
        assertTrue(house.journal.verify(NORTH).sound());
    }

    @Test
    public void nobodyBeginsOneWithoutAReason() {
        assertEquals(
                CommonError.FIELDS_INVALID,
                assertThrows(ProblemException.class, () -> house.epochs.begin(" ", NOTHING, house.clerk(NORTH)))
                        .code());
        assertFalse(Files.exists(file("epochs")));
    }

    private Path file(String name) {
        return folder.getRoot().toPath().resolve("anchors").resolve(name);
    }

    private void write(int number) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.record(
                    new AuditEntry("plain", "e" + number + "-" + System.nanoTime(), "done", "", "", Map.of()),
                    ChainHead.START);
            return null;
        });
        house.anchor(NORTH);
    }

    /** As restoring a copy does that was made after so many anchors; then the container is started. */
    private void setBackTo(int anchors) {
        loseAfter(anchors);
        House before = house;
        house = new House(store, folder.getRoot());
        house.clock.forward(Duration.between(house.clock.instant(), before.clock.instant()));
    }

    private void loseAfter(int anchors) {
        store.run("DELETE FROM JOURNAL_ANCHOR WHERE ANCHOR_NUMBER>" + anchors);
        store.run("DELETE FROM JOURNAL_PENDING");
        store.run("DELETE FROM JOURNAL_PROOF");
        store.run("DELETE FROM JOURNAL_EPOCH");
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_ID>='e" + (anchors + 1) + "'");
        store.run(
                anchors == 0
                        ? "DELETE FROM JOURNAL_HEAD"
                        : "UPDATE JOURNAL_HEAD SET ANCHOR_NUMBER=" + anchors + ", ENTRIES=" + anchors);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(each.getFileName()));
            }
        }
    }
}
