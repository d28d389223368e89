package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.documents.internal.scan.PlayedClamd.Manner;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.UnitOfWork;

/** No file is given out that a scanner has not found clean, on both databases. */
public class FileScansTest extends ScanContract {
    @Test
    public void whereNobodyLooksFilesAreGivenOut() throws IOException {
        Kept kept = keep(PDF);

        assertEquals(FileState.OPEN, state(kept));
        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aFileIsLookedAtAtOnceAfterItsCommitAndThenGivenOut() throws Exception {
        switchOn();
        Kept kept = keep(PDF);

        await("it is looked at without the job", () -> state(kept) == FileState.OPEN);

        assertArrayEquals(PDF, read(kept));
        assertArrayEquals(PDF, clamd.had().get(0));
        assertEquals(
                List.of("keep", "scan"),
                entries().stream().map(JournalEntry::action).toList());
        assertSound();
    }

    @Test
    public void whatIsInfectedIsGivenToNobodyEver() throws Exception {
        switchOn();
        Kept kept = keep(INFECTED);
        await("it is looked at", () -> state(kept) == FileState.INFECTED);

        assertEquals("file-infected", codeOf(() -> read(kept)));
        assertEquals("nor taken again", "file-infected", codeOf(() -> handIn(INFECTED)));
        switchOff();
        assertEquals("nor when nobody looks any more", "file-infected", codeOf(() -> read(kept)));
        assertEquals(FileState.INFECTED, state(kept));
        assertEquals(PlayedClamd.NAME, entries().get(1).details().get("found"));
        assertSound();
    }

    @Test
    public void whatNeedsAnInfectedFileIsToldOf() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back
        List<String> told = new CopyOnWriteArrayList<>();
        node.anchoring();
        node.listen(new EventListener() {
            @Override
            public String name() {
                return "test-infected";
            }

            @Override
            public EventFilter wants() {
                return EventFilter.of("documents", FileStore.INFECTED_EVENT);
            }

            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                told.addAll(files.users(event.event().number(), unit));
            }
        });
        Kept kept = keep(INFECTED);
        Kept clean = keep(PDF);
        node.transactions().write(call(), Void.class, unit -> {
            files.use(kept.sha256(), "case-file/1", unit);
            files.use(kept.sha256(), "case-file/2", unit);
            files.use(clean.sha256(), "case-file/3", unit);
            return null;
        });
        switchOn();
        run();

        await("whoever needs it is told", () -> told.size() >= 2);
        // At least once: the same event may come again
        assertEquals(Set.of("case-file/1", "case-file/2"), Set.copyOf(told));
        assertEquals(List.of(), node.transactions().read(call(), unit -> files.users("0".repeat(64), unit)));
    }

    @Test
    public void aScannerThatIsAwayHoldsFilesBackUntilItIsThere() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        int port = clamd.port();
        clamd.close();
        Kept kept = keep(PDF);

        run();
        assertEquals(FileState.NOT_SCANNED, state(kept));
        assertEquals("file-not-scanned", codeOf(() -> read(kept)));
        assertEquals("nothing is written of it", 1, entries().size());

        clamd = new PlayedClamd(port);
        clock.forward(Duration.ofMinutes(6));
        run();
        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aScannerThatIsAwayIsLeftAloneForAWhile() throws Exception {
        keep(PDF);
        keep(INFECTED);
        switchOn();
        int port = clamd.port();
        clamd.close();
        run();

        clamd = new PlayedClamd(port);
        run();
        assertEquals("not asked yet", 0, clamd.had().size());
        switchOn();
        run();
        assertEquals("other settings may have helped", 2, clamd.had().size());
    }

    @Test
    public void aFileOnWhichTheScannerFailsHoldsUpNoOther() throws Exception {
        Kept bad = keep(PDF);
        Kept good = keep("%PDF-1.4 another".getBytes(StandardCharsets.US_ASCII));
        switchOn();
        clamd.manner(Manner.ERROR);
        run();
        assertEquals(FileState.NOT_SCANNED, state(bad));

        clamd.manner(Manner.HONEST);
        run();
        assertEquals("it is not tried at once", 2, clamd.had().size());
        clock.forward(Duration.ofMinutes(1));
        run();

        assertEquals(FileState.OPEN, state(bad));
        assertEquals(FileState.OPEN, state(good));
        assertEquals(0, database.run("DELETE FROM DOCUMENTS_SCAN"));
    }

    @Test
    public void whatBreaksOffHangsOrLiesLeavesFilesUnscanned() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back, by a scanner that is still honest
        settings.updated(
                new Hashtable<>(Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT0.4S")));
        Kept kept = keep(PDF);
        Set<Manner> honest = Set.of(Manner.HONEST, Manner.HASTY, Manner.LEARNED);
        for (Manner manner : Manner.values()) {
            if (!honest.contains(manner)) {
                database.run("UPDATE DOCUMENTS_SCAN SET DUE_MICROS=0");
                clamd.manner(manner);
                settings.updated(new Hashtable<>(
                        Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT0.4S")));
                run();
                assertEquals(manner.name(), "file-not-scanned", codeOf(() -> read(kept)));
            }
        }
    }

    @Test
    public void whatWasKeptBeforeIsLookedAtWhenItIsSwitchedOn() throws IOException {
        Kept clean = keep(PDF);
        Kept infected = keep(INFECTED);
        switchOn();
        assertEquals(FileState.NOT_SCANNED, state(clean));

        run();

        assertEquals(FileState.OPEN, state(clean));
        assertEquals(FileState.INFECTED, state(infected));
        int scanned = clamd.had().size();
        run();
        assertEquals("once", scanned, clamd.had().size());
    }

    @Test
    public void whatIsNotYetLookedAtIsGivenOutWhenItIsSwitchedOff() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();
        Kept kept = keep(PDF);
        assertEquals("file-not-scanned", codeOf(() -> read(kept)));

        switchOff();

        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aScannerThatIsNotHereHoldsFilesBack() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        settings.updated(new Hashtable<>(Map.of("scan.by", "another")));
        Kept kept = keep(PDF);

        run();

        assertEquals("file-not-scanned", codeOf(() -> read(kept)));
    }

    @Test
    public void whatThisHouseMakesItselfNeedsNoLook() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();

        String sha256 = node.transactions().write(call(), String.class, unit -> {
            JointStatements together = new JointStatements();
            String own = files.addOwn(PDF, "document/1", together, unit);
            together.run(unit.connection());
            return own;
        });

        assertArrayEquals(PDF, read(new Kept(sha256, PDF.length)));
    }

    @Test
    public void whoForgesThatAFileIsCleanIsFound() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();
        keep(PDF);

        for (String forged : List.of("CLEAN", "nonsense")) {
            database.run("UPDATE DOCUMENTS_FILE SET SCAN_STATE='" + forged + "'");

            assertFalse(forged, node.journal().verify(HERE).sound());
        }
    }
}
