package org.yichuang.journal.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that are there as a whole or not at all. */
public class DurableFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private Path draft;

    @Before
    public void name() {
        file = folder.getRoot().toPath().resolve("x.key");
        draft = file.resolveSibling("x.key.new");
    }

    @Test
    public void whatIsWrittenReplacesWhatWasThereAndLeavesNoDraft() throws IOException {
        DurableFile.write(file, bytes("a longer text"));
        DurableFile.write(file, bytes("short"));

        assertEquals("short", Files.readString(file));
        assertFalse(Files.exists(draft));
    }

    @Test
    public void theDraftOfACrashIsNoObstacleAndNoContent() throws IOException {
        Files.writeString(draft, "half a wor");
        DurableFile.write(file, bytes("whole"));

        assertEquals("whole", Files.readString(file));
        assertFalse(Files.exists(draft));
    }

    @Test
    public void whatCannotBeWrittenLeavesTheOldContent() throws IOException {
        DurableFile.write(file, bytes("old"));
        Files.createDirectories(draft.resolve("in the way"));

        assertThrows(IOException.class, () -> DurableFile.write(file, bytes("new")));
        assertEquals("old", Files.readString(file));
    }

    @Test
    public void aSecretIsItsOwnersAlone() throws IOException {
        Path secret = folder.getRoot().toPath().resolve("keys/x.key");
        DurableFile.writeSecret(secret, bytes("secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        DurableFile.writeSecret(secret, bytes("another"));

        assertEquals("another", Files.readString(secret));
        assertEquals("rw-------", permissions(secret));
        assertEquals("rwx------", permissions(secret.getParent()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
