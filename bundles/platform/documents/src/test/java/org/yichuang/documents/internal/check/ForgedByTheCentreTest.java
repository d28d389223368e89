package org.yichuang.documents.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.documents.internal.PackageHouse;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.kernel.api.Digests;
import org.yichuang.testing.ModuleTransactions;

/** Also whoever holds the centre's key cannot have a log, a material or a document say what the others deny. */
public class ForgedByTheCentreTest {
    private static final String LOG = "log/case-1.json";

    private static ModuleTransactions transactions;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Test
    public void whatIsSignedAnewWithoutAChangeIsSound() throws IOException {
        assertEquals(List.of(), findings(files -> {}));
    }

    @Test
    public void anEntryThatIsChangedIsNamedByItsPlace() throws IOException {
        assertEquals(
                List.of(LOG + " #2 log.digest"),
                findings(files -> replace(files, LOG, "\"step\" : \"accept\"", "\"step\" : \"reject\"")));
    }

    @Test
    public void anEntryThatIsLeftOutIsNamedByItsPlace() throws IOException {
        List<String> findings = findings(files -> {
            String log = text(files, LOG);
            int second = log.indexOf("\"sequence\" : 2");
            int from = log.lastIndexOf('{', second);
            int to = log.lastIndexOf('{', log.indexOf("\"sequence\" : 3"));
            files.put(LOG, (log.substring(0, from) + log.substring(to)).getBytes(StandardCharsets.UTF_8));
        });
        assertTrue(findings.toString(), findings.contains(LOG + " #2 log.sequence"));
        assertTrue(findings.toString(), findings.contains(LOG + " #2 log.previous"));
    }

    @Test
    public void aHashThatDoesNotFollowIsNamedByItsPlace() throws IOException {
        List<String> findings = findings(files -> {
            String log = text(files, LOG);
            int at = log.indexOf("\"hash\" : \"") + 10;
            replace(files, LOG, log.substring(at, at + 8), "00000000");
        });
        assertTrue(findings.toString(), findings.contains(LOG + " #1 log.digest"));
    }

    @Test
    public void aMaterialThatTheApplicationDoesNotNameIsNamed() throws IOException {
        assertEquals(
                List.of("materials/1-平面图.pdf material.other"),
                findings(files -> files.put("materials/1-平面图.pdf", new byte[] {1, 2, 3})));
    }

    @Test
    public void aDocumentThatItsLogDoesNotKnowIsNamed() throws IOException {
        List<String> findings = findings(files -> files.replaceAll((name, bytes) ->
                name.startsWith("documents/") ? "%PDF-1.7 forged".getBytes(StandardCharsets.US_ASCII) : bytes));
        assertEquals(1, findings.size());
        assertTrue(findings.get(0), findings.get(0).matches("documents/3-.*收〔2026〕1号\\.pdf document\\.other"));
    }

    /** A change that somebody makes in the files of a package. */
    private interface Change {
        void make(Map<String, byte[]> files);
    }

    private List<String> findings(Change change) throws IOException {
        transactions.clear();
        PackageHouse house = new PackageHouse(transactions).printed();
        Map<String, byte[]> files = Zips.read(house.make());
        String manifest = text(files, "manifest.json");
        files.remove("signature.json");
        files.remove("manifest.json");
        change.make(files);
        Map<String, byte[]> forged = new LinkedHashMap<>(files);
        byte[] listed = listed(manifest, files).getBytes(StandardCharsets.UTF_8);
        forged.put("manifest.json", listed);
        CentreSigner.Signature signature = house.signer.sign(HAIYANG, "package", Digests.sha256(listed));
        forged.put(
                "signature.json",
                ("{\"keyId\":\"" + signature.keyId() + "\",\"publicKey\":\"" + signature.publicKey()
                                + "\",\"signature\":\"" + signature.value() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        Path file = folder.getRoot().toPath().resolve("case.zip");
        Files.write(file, Zips.write(forged));
        return new PackageVerifier()
                .check(file).stream()
                        .map(finding -> finding.place() + " " + finding.kind())
                        .toList();
    }

    /** The manifest with the digests that the files have now. */
    private static String listed(String manifest, Map<String, byte[]> files) {
        List<String> lines = new ArrayList<>();
        PackageManifest.read(manifest)
                .files()
                .forEach(file -> lines.add("{\"name\":\"" + file.name() + "\",\"size\":" + files.get(file.name()).length
                        + ",\"sha256\":\"" + Digests.sha256(files.get(file.name())) + "\",\"about\":\"" + file.about()
                        + "\"}"));
        return manifest.replaceAll("(?s)\"files\" : \\[.*]", "\"files\" : [" + String.join(",", lines) + "]");
    }

    private static void replace(Map<String, byte[]> files, String name, String from, String to) {
        files.put(name, text(files, name).replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
