package org.yichuang.documents.internal.files;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SpoolTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whatAKilledContainerLeftIsRemovedWhenItIsOldEnough() throws IOException {
        Path left = Files.createFile(folder.getRoot().toPath().resolve("kept1.parts"));
        Path anothers = Files.createFile(folder.getRoot().toPath().resolve("else.parts"));
        Instant now = Files.getLastModifiedTime(left).toInstant();

        Spool.removeLeftOvers(folder.getRoot().toPath(), now.plus(Duration.ofHours(5)));
        assertTrue(Files.exists(left));
        Spool.removeLeftOvers(folder.getRoot().toPath(), now.plus(Duration.ofHours(7)));

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(anothers));
    }
}
