package org.yichuang.journal.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.kernel.api.TenantId;

/** An anchored journal of some things, and what is found in it. */
abstract class VerificationScenario extends OnBothStores {
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

    FileHeadStore secondPlace() {
        FileHeadStore second = new FileHeadStore(Path.of(second()));
        house.stores.add(second);
        return second;
    }

    String second() {
        return folder.getRoot().toPath().resolve("second").toString();
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.getRoot().toPath().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AnchorHeadStore.Head last(FileHeadStore store) {
        try {
            return store.last(NORTH).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void assertSound() {
        Verification verification = house.journal.verify(NORTH);
        assertTrue(verification.firstBreak(), verification.sound());
    }

    void look(List<TenantId> waiting) {
        house.watch.look(waiting, house.anchoring::lastAnchor, JtaUnitOfWork.micros(house.clock.instant()) * 1_000);
    }

    Path anchorFile() {
        return folder.getRoot().toPath().resolve("anchors").resolve("north.log");
    }

    void assertBreak(String english) {
        Verification verification = house.journal.verify(NORTH);
        assertFalse("Nothing was found", verification.sound());
        assertTrue(verification.firstBreak(), verification.firstBreak().endsWith(" / " + english));
        assertTrue(house.journal.verify(SOUTH).sound());
    }
}
