package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.journal.internal.House.NORTH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class KeyFileTest extends OnBothStores {
    @Test
    public void theKeyIsMadeOnceAndForItsOwnerOnly() throws IOException {
        Path file = file();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                house.key.hash("x"),
                KeyFile.open(folder.getRoot().getPath(), house.boundary).hash("x"));
    }

    @Test
    public void anotherKeyIsRefused() throws IOException {
        Files.writeString(file(), "00".repeat(32));

        assertThrows(
                IllegalStateException.class, () -> KeyFile.open(folder.getRoot().getPath(), house.boundary));
    }

    @Test
    public void aLostKeyIsNotReplaced() throws IOException {
        Files.delete(file());

        assertThrows(
                IllegalStateException.class, () -> KeyFile.open(folder.getRoot().getPath(), house.boundary));
    }

    @Test
    public void aDamagedKeyIsRefused() throws IOException {
        Files.writeString(file(), "not hexadecimal");

        assertThrows(
                IllegalStateException.class, () -> KeyFile.open(folder.getRoot().getPath(), house.boundary));
    }

    @Test
    public void aDatabaseOfANewerProgramIsNotWorkedWith() {
        house.count("a", house.clerk(NORTH));
        newest(Generation.OURS + 1);
        house.boundary.guard().askAgain();

        ProblemException refusal = assertThrows(ProblemException.class, () -> house.count("a", house.clerk(NORTH)));
        assertEquals(CommonError.UNAVAILABLE, refusal.code());
        assertThrows("again", ProblemException.class, () -> house.counted("a", NORTH));
        assertThrows("at the start", ProblemException.class, () -> new House(store, folder.getRoot()));

        newest(Generation.OURS);
        int changes = house.boundary.guard().changes();
        assertEquals(2, house.count("a", house.clerk(NORTH)).counted());
        assertEquals("it is the same database", changes, house.boundary.guard().changes());
    }

    @Test
    public void theAnchorJobLooksWhetherANewerProgramHasCome() {
        AnchorJob job = new AnchorJob(house.anchoring, house.watch, house.heads, house.leases, new JournalSettings());
        newest(Generation.OURS + 1);

        job.run();

        assertThrows(ProblemException.class, () -> house.count("a", house.clerk(NORTH)));
    }

    @Test
    public void aDatabaseOfAnOlderProgramBecomesOneOfThisOne() {
        newest(Generation.OURS - 1);
        house.boundary.guard().askAgain();
        house.count("a", house.clerk(NORTH));

        house.boundary.guard().askAgain();
        newest(Generation.OURS + 1);
        assertThrows(ProblemException.class, () -> house.count("a", house.clerk(NORTH)));
    }

    private void newest(int generation) {
        store.run("UPDATE JOURNAL_MARK SET MARK='" + generation + "' WHERE MARK_NAME='generation'");
    }

    private Path file() {
        return folder.getRoot().toPath().resolve("keys").resolve("journal.key");
    }
}
