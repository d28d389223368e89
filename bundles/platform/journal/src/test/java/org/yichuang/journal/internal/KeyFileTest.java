package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Test;

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

    private Path file() {
        return folder.getRoot().toPath().resolve("keys").resolve("journal.key");
    }
}
