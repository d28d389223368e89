package org.yichuang.documents.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.documents.api.FileNames;
import org.yichuang.documents.api.PackageService.Part;
import org.yichuang.documents.api.PackageService.Prepared;
import org.yichuang.documents.api.PackageService.Request;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What goes into a package, and what is written about its making. */
public class PackagesTest {
    private static ModuleTransactions transactions;
    private PackageHouse house;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        house = new PackageHouse(transactions);
    }

    @Test
    public void itHoldsWhatTheModuleGivesTheDocumentsAndTheLogs() throws IOException {
        byte[] zip = house.printed().make();

        assertEquals(
                List.of(
                        "README.txt",
                        "application/application.json",
                        "materials/1-平面图.pdf",
                        "documents/3-海阳市政务服务中心收〔2026〕1号.pdf",
                        "log/case-1.json",
                        "log/document-" + house.document + ".json",
                        "manifest.json",
                        "signature.json"),
                names(zip));
        assertArrayEquals(PackageHouse.MATERIAL, entry(zip, "materials/1-平面图.pdf"));
    }

    @Test
    public void itsMakingStandsInTheTrailWithTheDigestOfTheManifest() throws IOException {
        byte[] zip = house.printed().make();

        ModuleTransactions.Entry taken = transactions.entries().stream()
                .filter(each -> each.entry().aggregateType().equals("package"))
                .findFirst()
                .orElseThrow();
        assertEquals("take", taken.entry().action());
        assertEquals("1", taken.entry().details().get("id"));
        assertEquals(
                org.yichuang.kernel.api.Digests.sha256(entry(zip, "manifest.json")),
                taken.entry().details().get("manifest"));
    }

    @Test
    public void nothingIsSentWhileADocumentIsBeingMade() {
        assertEquals("document-pending", code(() -> house.packages.prepare(house.request(), house.call())));
    }

    @Test
    public void nothingIsSentWhileNobodyCanSign() {
        house.printed().signers.clear();
        assertEquals("unavailable", code(() -> house.packages.prepare(house.request(), house.call())));
    }

    @Test
    public void whatIsCutOffHasNeitherSignatureNorEntry() {
        Prepared prepared = house.printed().packages.prepare(house.request(), house.call());

        assertThrows(IOException.class, () -> prepared.content().writeTo(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("The browser is gone");
            }
        }));
        assertTrue(transactions.entries().stream()
                .noneMatch(each -> each.entry().aggregateType().equals("package")));
    }

    @Test
    public void aLogThatWasChangedAtHomeIsCalledSo() throws IOException {
        house.printed();
        transactions.sql("UPDATE JOURNAL_ENTRY SET ACTOR='li' WHERE AGGREGATE_TYPE='case' AND SEQ=2");

        String log = new String(entry(house.make(), "log/case-1.json"), StandardCharsets.UTF_8);
        assertTrue(log, log.contains("\"sound\" : false") && log.contains("\"firstBreak\" : 2"));
    }

    @Test
    public void aLogWithoutItsEndIsCalledSo() throws IOException {
        house.printed();
        transactions.sql("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='case' AND SEQ=3");

        String log = new String(entry(house.make(), "log/case-1.json"), StandardCharsets.UTF_8);
        assertTrue(log, log.contains("\"sound\" : false") && log.contains("\"firstBreak\" : 3"));
    }

    @Test
    public void aDocumentsLogWithoutItsEndIsCalledSo() throws IOException {
        house.printed().revoked();
        assertTrue(documentLog().contains("\"sound\" : true"));

        transactions.sql("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='document' AND ACTION='revoke'");
        String log = documentLog();
        assertTrue(log, log.contains("\"sound\" : false") && log.contains("\"firstBreak\" : 3"));
    }

    private String documentLog() throws IOException {
        return new String(entry(house.make(), "log/document-" + house.document + ".json"), StandardCharsets.UTF_8);
    }

    @Test
    public void theManifestSaysWhetherADocumentIsInForce() throws IOException {
        assertTrue(manifest(house.printed().make()).contains("\"inForce\" : true"));
        assertTrue(manifest(house.revoked().make()).contains("\"inForce\" : false"));
    }

    private static String manifest(byte[] zip) throws IOException {
        return new String(entry(zip, "manifest.json"), StandardCharsets.UTF_8);
    }

    @Test
    public void aPartKeepsToItsFolder() {
        for (Part part : List.of(
                new Part("materials", "../etc/passwd", to -> {}),
                new Part("../materials", "a", to -> {}),
                new Part("materials", "a\u0000", to -> {}))) {
            Request request = new Request("case", "1", house.request().head(), "x", List.of(part));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> house.printed().packages.prepare(request, house.call()));
        }
    }

    @Test
    public void namesAreSuchAsEveryFileSystemTakes() {
        assertEquals("身份证.pdf", FileNames.portable("C:\\扫描\\身份证.pdf"));
        assertEquals("passwd", FileNames.portable("../../etc/passwd"));
        assertEquals("ab c.pdf", FileNames.portable(" .a\u202Eb:  c.pdf. "));
        assertEquals("_con.txt", FileNames.portable("con.txt"));
        assertEquals("_", FileNames.portable("??"));
        assertEquals(80, FileNames.portable("长".repeat(200) + ".pdf").length());
        assertTrue(FileNames.portable("长".repeat(200) + ".pdf").endsWith("长.pdf"));
    }

    @Test
    public void aNameThatIsPortableStaysAsItIs() {
        String[] letters = {
            "a",
            "长",
            " ",
            ".",
            "e",
            "\u0301",
            "\u200D",
            "\u202E",
            "/",
            "\\",
            "con",
            "_",
            "\u0085",
            "\u3000",
            ":",
            "\uD840\uDC0B",
            "\u1100",
            "\u1161",
            "\uD834\uDD57\uD834\uDD65",
            ".pdf",
            "\uD840"
        };
        Random random = new Random(19);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder("x".repeat(random.nextInt(3) * 39));
            for (int length = random.nextInt(12); length > 0; length--) {
                name.append(letters[random.nextInt(letters.length)]);
            }
            String portable = FileNames.portable(name.toString());
            assertEquals(name.toString(), portable, FileNames.portable(portable));
            assertTrue(portable, !portable.isEmpty() && portable.codePointCount(0, portable.length()) <= 80);
        }
        assertEquals("x".repeat(79), FileNames.portable("x".repeat(79) + " xx"));
        assertEquals("\u00E9", FileNames.portable("e\u200D\u0301"));
        assertEquals("a", FileNames.portable("\u009Ba"));
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new java.util.ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static byte[] entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("No " + name);
    }

    private static String code(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }
}
