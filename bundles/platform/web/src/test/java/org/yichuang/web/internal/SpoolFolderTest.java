package org.yichuang.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SpoolFolderTest {
    @Rule
    public final TemporaryFolder base = new TemporaryFolder();

    @Test
    public void whatAKilledProcessLeftIsDeletedAtTheNextStart() throws Exception {
        Path left = Files.createDirectories(spool().resolve("process1"));
        Files.writeString(left.resolve("owner.lock"), "");
        Files.writeString(left.resolve("body1.bin"), "secret");
        Path unlocked = Files.createDirectories(spool().resolve("process2"));

        try (SpoolFolder folder = open()) {
            assertFalse(Files.exists(left));
            assertFalse(Files.exists(unlocked));
            assertTrue(Files.exists(folder.createFile()));
        }
    }

    @Test
    public void whatALivingProcessNeedsStays() throws Exception {
        try (SpoolFolder one = open()) {
            Path needed = one.createFile();
            open().close();

            assertTrue(Files.exists(needed));
        }
    }

    @Test
    public void anOrderlyEndLeavesNothing() throws Exception {
        SpoolFolder folder = open();
        folder.createFile();

        folder.close();

        try (var left = Files.list(spool())) {
            assertEquals(0, left.filter(Files::isDirectory).count());
        }
    }

    private SpoolFolder open() {
        return SpoolFolder.open(base.getRoot().toString());
    }

    private Path spool() {
        return base.getRoot().toPath().resolve("spool");
    }
}
