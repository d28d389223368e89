package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.internal.scan.InfectedFiles.InfectedFile;
import org.yichuang.documents.internal.scan.PlayedClamd.Manner;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** What was found by a false alarm is scanned again by the staff, wherever it lies, on both databases. */
public class InfectedFilesTest extends ScanContract {
    private InfectedFiles infected;
    private CallContext clerk;

    @Before
    public void open() {
        infected = new InfectedFiles(rows, files, node.transactions(), node.journal());
        clerk = as(Set.of(DocumentsPermission.SCAN_AGAIN));
    }

    @Test
    public void aFalseAlarmIsScannedAgainWithAReasonAndGivenOutOnlyWhenNothingIsFoundAnyMore() throws Exception {
        switchOn();
        Kept kept = keep(INFECTED);
        await("it is looked at", () -> state(kept) == FileState.INFECTED);
        assertEquals("not-allowed", codeOf(() -> files.scanAgain(kept.sha256(), "误报", as(Set.of()))));
        assertEquals("fields-invalid", codeOf(() -> files.scanAgain(kept.sha256(), " ", clerk)));
        switchOff();
        assertEquals("scanner-off", codeOf(() -> files.scanAgain(kept.sha256(), "误报", clerk)));
        switchOn();

        files.scanAgain(kept.sha256(), "误报，联系人 13800138000", clerk);
        await(
                "it is found again",
                () -> state(kept) == FileState.INFECTED && entries().size() == 4);
        assertEquals("file-infected", codeOf(() -> read(kept)));

        clamd.manner(Manner.LEARNED);
        files.scanAgain(kept.sha256(), "病毒库已更新", clerk);
        await("it is found no more", () -> state(kept) == FileState.OPEN);
        assertArrayEquals(INFECTED, read(kept));
        assertEquals("file-not-infected", codeOf(() -> files.scanAgain(kept.sha256(), "误报", clerk)));
        assertEquals(
                List.of("keep", "scan", "scan-again", "scan", "scan-again", "scan"),
                entries().stream().map(JournalEntry::action).toList());
        String reason = entries().get(2).details().get("reason");
        assertFalse("nobody's number is in it: " + reason, reason.contains("13800138000"));
        assertEquals("病毒库已更新", entries().get(4).details().get("reason"));
        assertSound();
    }

    @Test
    public void thatAFileIsScannedAgainIsToldToThoseWhoNeedIt() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        node.anchoring();
        node.listen(new EventListener() {
            @Override
            public String name() {
                return "test-scan-again";
            }

            @Override
            public EventFilter wants() {
                return EventFilter.of("documents", FileStore.SCAN_AGAIN_EVENT);
            }

            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                told.addAll(files.users(event.event().number(), "form_", unit));
            }
        });
        Kept kept = keep(INFECTED);
        node.transactions().write(call(), Boolean.class, unit -> {
            List.of("case/1", "form/1", "form_/1", "form_/2").forEach(by -> files.use(kept.sha256(), by, unit));
            return true;
        });
        switchOn();
        run();
        assertEquals(FileState.INFECTED, state(kept));

        files.scanAgain(kept.sha256(), "误报", clerk);

        await("whoever needs it is told", () -> told.size() >= 2);
        assertEquals(Set.of("form_/1", "form_/2"), Set.copyOf(told));
    }

    @Test
    public void whoIsRefusedAFileByAFalseAlarmTellsItsDigestAndTheStaffHaveItScannedAgain() throws Exception {
        switchOn();
        handIn(INFECTED);
        String sha256 = Digests.sha256(INFECTED);
        await("it is looked at", () -> state(sha256) == FileState.INFECTED);
        ProblemException refusal = assertThrows(ProblemException.class, () -> handIn(INFECTED));
        assertTrue(refusal.zh(), refusal.zh().contains(sha256) && refusal.en().contains(sha256));

        PageRequest all = PageRequest.of(null, null);
        assertEquals("not-allowed", codeOf(() -> infected.list(all, as(Set.of()))));
        assertEquals("not-allowed", codeOf(() -> infected.get(sha256, as(Set.of()))));
        assertEquals("not-allowed", codeOf(() -> infected.scanAgain(sha256, "误报", as(Set.of()))));
        InfectedFile file = infected.list(all, clerk).items().get(0);
        assertEquals(sha256, file.sha256());
        assertEquals("it belongs to nothing", 0, file.uses());
        assertEquals(PlayedClamd.NAME, infected.get(sha256, clerk).found());
        clamd.manner(Manner.LEARNED);
        infected.scanAgain(sha256, "病毒库已更新", clerk);
        await("nothing is found any more", () -> state(sha256) == FileState.OPEN);

        handIn(INFECTED);
        assertEquals(List.of(), infected.list(all, clerk).items());
        assertEquals("file-not-infected", codeOf(() -> infected.get(sha256, clerk)));
        assertSound();
    }

    @Test
    public void whatIsFoundAfterManyUsesIsToldWithItsDay() throws Exception {
        Kept kept = keep(INFECTED);
        node.transactions().write(call(), Boolean.class, unit -> {
            for (int i = 0; i < PageRequest.MAXIMUM; i++) {
                files.use(kept.sha256(), "case/" + i, unit);
            }
            return true;
        });
        province.pass(Duration.ofDays(1));
        switchOn();
        run();

        InfectedFiles.Finding finding = infected.get(kept.sha256(), clerk);
        assertEquals(PlayedClamd.NAME, finding.found());
        assertTrue(
                finding.foundAt() + " is no day after " + finding.file().keptAt(),
                finding.foundAt().isAfter(finding.file().keptAt().plus(Duration.ofHours(23))));
    }

    @Test
    public void infectedFilesAreListedPartByPart() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(keep((new String(INFECTED, StandardCharsets.US_ASCII) + i).getBytes(StandardCharsets.US_ASCII))
                    .sha256());
        }
        keep(PDF);
        run();

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Page<InfectedFile> page = infected.list(PageRequest.of(2, cursor), clerk);
            page.items().forEach(file -> listed.add(file.sha256()));
            cursor = page.next();
        } while (cursor != null);

        assertEquals(Set.copyOf(kept), Set.copyOf(listed));
        assertEquals(5, listed.size());
    }

    private CallContext as(Set<String> permissions) {
        Actor zhou = new Actor("zhou", "zhou", Set.of("clerk"), Set.of(), permissions);
        return new CallContext(HERE, zhou, clock.instant(), "r", Optional.empty(), Optional.empty());
    }
}
