package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;

public class AnchorFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private AnchorFiles files;
    private Path file;

    @Before
    public void emptyFolder() {
        files = new AnchorFiles(folder.getRoot().getPath(), new ChainKey(new byte[32]));
        file = folder.getRoot().toPath().resolve("anchors").resolve("north.log");
    }

    @Test
    public void headsComeBackInOrder() throws IOException {
        files.append(NORTH, head(1));
        files.append(NORTH, head(2));

        assertEquals(List.of(head(1), head(2)), files.read(NORTH));
    }

    @Test
    public void aTornLineIsOverwritten() throws IOException {
        files.append(NORTH, head(1));
        Files.writeString(file, "2 00ab", StandardOpenOption.APPEND);

        assertEquals(List.of(head(1)), files.read(NORTH));
        files.append(NORTH, head(2));
        assertEquals(List.of(head(1), head(2)), files.read(NORTH));
    }

    @Test
    public void aLongFileKeepsItsEnd() throws IOException {
        files.append(NORTH, head(1));
        StringBuilder lines = new StringBuilder();
        for (int i = 2; i < 5000; i++) {
            lines.append(i).append(' ').append(head(i).hash()).append('\n');
        }
        Files.writeString(file, lines, StandardOpenOption.APPEND);
        files.append(NORTH, head(5000));

        List<AnchorHead> heads = files.read(NORTH);
        assertEquals(head(5000), heads.get(heads.size() - 1));
        assertEquals(head(4999), heads.get(heads.size() - 2));
        assertTrue(heads.size() < 1000);
    }

    private static AnchorHead head(int number) {
        return new AnchorHead(number, String.format("%064x", number));
    }
}
