package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The file of keys of other deployments, as operators treat it. */
public class TrustFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private TrustFile trust;

    @Before
    public void name() {
        file = folder.getRoot().toPath().resolve("trust.json");
        trust = new TrustFile(file.toString());
    }

    @Test
    public void withoutAFileNobodyLivesElsewhere() {
        assertFalse(trust.names(YANTAI));
    }

    @Test
    public void itIsReadAgainWhenItHasBeenChanged() throws IOException {
        write("[]");
        assertFalse(trust.names(YANTAI));
        write("[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}, null]");

        assertTrue(trust.names(YANTAI));
        assertFalse(trust.names(HAIYANG));
        assertEquals("p", trust.find(YANTAI, "k1").orElseThrow().publicKey());

        write("[]");
        assertFalse(trust.names(YANTAI));
    }

    @Test
    public void whatItSaidBeforeStandsWhileItIsGone() throws IOException {
        write("[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}]");
        assertTrue(trust.names(YANTAI));

        Files.delete(file);

        assertTrue(trust.names(YANTAI));
        assertTrue(trust.failure(), trust.failure().contains("trust.json"));
        TrustFile restarted = new TrustFile(file.toString());
        assertTrue(restarted.names(YANTAI));
        assertFalse(restarted.failure().isEmpty());
        write("[]");
        assertFalse(restarted.names(YANTAI));
        assertEquals("", restarted.failure());
    }

    @Test
    public void whatItSaidBeforeStandsWhileItCannotBeRead() throws IOException {
        write("[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}]");
        assertTrue(trust.names(YANTAI));

        write("[{\"centre\":");
        assertTrue(trust.names(YANTAI));
        write("[{");
        assertTrue("however often", trust.names(YANTAI));
    }

    @Test
    public void whatItSaidBeforeStandsAfterARestartToo() throws IOException {
        write("[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}]");
        assertEquals("", trust.failure());

        write("[{\"centre\":\"yantai\",},]");
        TrustFile restarted = new TrustFile(file.toString());
        assertTrue(restarted.names(YANTAI));
        assertEquals("p", restarted.find(YANTAI, "k1").orElseThrow().publicKey());
        assertTrue(restarted.failure(), restarted.failure().contains("trust.json"));
    }

    @Test
    public void whatHasNeverBeenReadKeepsNobodyFromWorkingHere() throws IOException {
        write("[{");

        assertFalse(trust.names(YANTAI));
        assertFalse(trust.failure().isEmpty());
        assertEquals(List.of(), trust.keys());
    }

    @Test
    public void whomAnOperatorHasTakenOutStaysOutAfterARestart() throws IOException {
        write("[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}]");
        assertTrue(trust.names(YANTAI));
        write("[]");
        assertFalse(trust.names(YANTAI));

        write("[{");
        assertFalse(new TrustFile(file.toString()).names(YANTAI));
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
