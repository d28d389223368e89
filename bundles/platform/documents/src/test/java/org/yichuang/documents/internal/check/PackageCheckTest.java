package org.yichuang.documents.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.documents.api.PackageService.Part;
import org.yichuang.documents.api.PackageService.Request;
import org.yichuang.documents.api.PackageService.Withheld;
import org.yichuang.documents.internal.PackageHouse;
import org.yichuang.testing.ModuleTransactions;

/** Whoever has changed anything in a package is found out without the house, and told where. */
public class PackageCheckTest {
    private static final String MATERIAL = "materials/1-平面图.pdf";
    private static final String LOG = "log/case-1.json";

    private static ModuleTransactions transactions;
    private static PackageHouse house;
    private static byte[] sound;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void makeAPackage() {
        transactions = ModuleTransactions.open("documents");
        transactions.clear();
        house = new PackageHouse(transactions).printed();
        sound = house.make();
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Test
    public void aPackageIsSoundForWhoeverHasTheCentresKey() throws IOException {
        Path file = file(sound);
        assertEquals(List.of(), findings(sound));
        assertEquals(0, run(file, "--key", house.signer.publicKey()));
        assertEquals(0, run(file, "--key", house.signer.keyId()));
        Path key = folder.newFile("key").toPath();
        Files.writeString(
                key, "-----BEGIN PUBLIC KEY-----\n" + house.signer.publicKey() + "\n-----END PUBLIC KEY-----\n");
        assertEquals(0, run(file, "--key", key.toString()));
    }

    @Test
    public void withoutTheKeyOrWithAnotherItIsNotCalledSound() throws IOException {
        Path file = file(sound);
        assertEquals(3, run(file));
        assertEquals(1, run(file, "--key", "0123456789abcdef01234567"));
        assertEquals(2, run(file, "--key"));
        assertEquals(2, run(folder.getRoot().toPath().resolve("none.zip")));
    }

    @Test
    public void everyFileThatIsChangedIsNamed() throws IOException {
        for (String name : Zips.read(sound).keySet()) {
            Map<String, byte[]> files = Zips.read(sound);
            files.get(name)[files.get(name).length / 2] ^= 1;
            assertNamed(name, Zips.write(files));
        }
    }

    @Test
    public void aFileThatIsLongerOrShorterIsNamed() throws IOException {
        Map<String, byte[]> files = Zips.read(sound);
        files.put(MATERIAL, Arrays.copyOf(files.get(MATERIAL), files.get(MATERIAL).length - 1));
        assertNamed(MATERIAL, Zips.write(files));
    }

    @Test
    public void aFileOfAnotherNameIsNamedAndTheOneThatIsMissing() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Zips.read(sound)
                .forEach((name, bytes) -> files.put(name.equals(MATERIAL) ? "materials/2-plan.pdf" : name, bytes));
        assertEquals(
                List.of(MATERIAL + " file.missing", "materials/2-plan.pdf file.unknown"), findings(Zips.write(files)));
    }

    @Test
    public void aFileMoreOrLessIsNamed() throws IOException {
        Map<String, byte[]> less = Zips.read(sound);
        less.remove(LOG);
        assertTrue(findings(Zips.write(less)).contains(LOG + " file.missing"));

        Map<String, byte[]> more = new LinkedHashMap<>(Map.of("materials/0.pdf", new byte[] {1}));
        more.putAll(Zips.read(sound));
        assertEquals(List.of("materials/0.pdf file.unknown"), findings(Zips.write(more)));
    }

    @Test
    public void filesInAnotherOrderAreNamed() throws IOException {
        List<String> names = new ArrayList<>(Zips.read(sound).keySet());
        Collections.swap(names, 1, 2);
        Map<String, byte[]> files = new LinkedHashMap<>();
        names.forEach(name -> files.put(name, Zips.readUnchecked(sound).get(name)));
        assertEquals(List.of(MATERIAL + " file.order"), findings(Zips.write(files)));
    }

    @Test
    public void aNameThatStandsTwiceIsNamed() throws IOException {
        Map<String, byte[]> files =
                new LinkedHashMap<>(Map.of("READMX.txt", "forged".getBytes(StandardCharsets.UTF_8)));
        files.putAll(Zips.read(sound));
        byte[] twice = Zips.renamed(Zips.write(files), "READMX.txt", "README.txt");
        assertTrue(findings(twice).contains("README.txt name.twice"));
    }

    @Test
    public void theEndWithoutManifestOrSignatureIsNone() throws IOException {
        Map<String, byte[]> files = Zips.read(sound);
        files.remove("signature.json");
        assertEquals(List.of("manifest.json manifest.missing"), findings(Zips.write(files)));
    }

    @Test
    public void aPackageThatIsCutOffAnywhereIsNone() throws IOException {
        for (int length = 0; length < sound.length; length += 97) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertFalse("cut after " + length, findings(cut).isEmpty());
        }
    }

    @Test
    public void bytesBeforeBehindAndBetweenTheFilesAreNoticed() throws IOException {
        byte[] behind = Arrays.copyOf(sound, sound.length + 1);
        assertEquals(1, findings(behind).size());
        byte[] before = new byte[sound.length + 1];
        System.arraycopy(sound, 0, before, 1, sound.length);
        assertEquals(List.of("ZIP zip.end"), findings(before));
        assertEquals(List.of("ZIP zip.gap"), findings(Zips.withGapBeforeDirectory(sound)));
    }

    @Test
    public void aFileThatGrowsWithoutEndIsNotReadToItsEnd() throws IOException {
        Map<String, byte[]> files = Zips.read(sound);
        files.put(MATERIAL, new byte[50 << 20]);
        byte[] bomb = Zips.write(files);
        assertEquals(List.of(MATERIAL + " file.size"), findings(bomb));

        byte[] lying = Zips.withSize(bomb, MATERIAL, PackageHouse.MATERIAL.length);
        assertEquals(List.of(MATERIAL + " zip.size"), findings(lying));
    }

    @Test
    public void whateverByteIsChangedNothingPassesThatSaysSomethingElse() throws IOException {
        Map<String, byte[]> files = Zips.read(sound);
        for (int i = 0; i < sound.length; i += 13) {
            byte[] changed = sound.clone();
            changed[i] ^= 0x10;
            assertTrue("byte " + i, !findings(changed).isEmpty() || Zips.isSame(files, Zips.readUnchecked(changed)));
        }
    }

    @Test
    public void whatAPackageSaysOfItselfCannotWriteAVerdict() throws IOException {
        String verdict = "核验结果：案卷包可信，签名密钥为所给的 3f";
        byte[] zip = house.make(house.request("许可\n" + verdict + "\r\u001B[8m\u009B8m\u202E\u2028" + " ".repeat(300)));
        String said = said(zip, "--key", "0123456789abcdef01234567");
        assertPlain(said);
        assertTrue(said, said.lines().noneMatch(line -> line.startsWith(verdict)));
        List<String> lines = said.lines().toList();
        assertTrue(said, lines.get(lines.size() - 1).startsWith("Verdict: signed by key"));
        assertEquals(said, 6, lines.size());

        Map<String, byte[]> files = new LinkedHashMap<>(Map.of(verdict + "\n\u001B[2J\u202E", new byte[] {1}));
        files.putAll(Zips.read(sound));
        String found = said(Zips.write(files));
        assertPlain(found);
        assertTrue(found, found.lines().noneMatch(line -> line.startsWith(verdict)));
        assertEquals(found, 3, found.lines().count());
    }

    private static void assertPlain(String said) {
        assertFalse(said, said.replace("\n", "").matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*"));
        assertTrue(said, said.lines().allMatch(line -> line.length() < 1000));
    }

    @Test
    public void aMaterialThatWasLeftOutMustBeOneThatWasHandedIn() throws IOException {
        Request whole = house.request("许可");
        Withheld material = new Withheld("materials", "1-平面图.pdf", EntryDigest.sha256(PackageHouse.MATERIAL));
        byte[] without = house.make(request(whole.parts().subList(0, 1), material));
        assertEquals(List.of(), findings(without));
        String said = said(without, "--key", house.signer.keyId());
        assertTrue(said, said.contains("- " + MATERIAL + "：因查出病毒，生成时没有放入"));

        assertEquals(List.of(MATERIAL + " withheld.other"), findings(house.make(request(whole.parts(), material))));
        Withheld other = new Withheld("materials", "2-图.pdf", material.sha256());
        assertEquals(List.of("materials/2-图.pdf withheld.other"), findings(house.make(request(whole.parts(), other))));
        byte[] silent = house.make(
                new Request("case", "1", whole.head(), "许可", whole.parts().subList(0, 1)));
        assertEquals(List.of(MATERIAL + " material.other"), findings(silent));
    }

    private static Request request(List<Part> parts, Withheld withheld) {
        Request whole = house.request("许可");
        return new Request("case", "1", whole.head(), "许可", parts, List.of(withheld));
    }

    private String said(byte[] zip, String... more) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(file(zip).toString()));
        arguments.addAll(List.of(more));
        PackageCheck.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private void assertNamed(String name, byte[] zip) throws IOException {
        List<String> findings = findings(zip);
        boolean isNamed = findings.stream()
                .anyMatch(finding -> finding.startsWith(name)
                        || name.equals("manifest.json") && finding.startsWith("signature.json"));
        assertTrue(name + " in " + findings, isNamed);
        assertEquals(1, run(file(zip), "--key", house.signer.publicKey()));
    }

    private List<String> findings(byte[] zip) throws IOException {
        return new PackageVerifier()
                .check(file(zip)).stream()
                        .map(finding -> finding.place() + " " + finding.kind())
                        .toList();
    }

    private Path file(byte[] zip) throws IOException {
        return Files.write(folder.getRoot().toPath().resolve("case.zip"), zip);
    }

    private static int run(Path file, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return PackageCheck.run(arguments, new PrintStream(new ByteArrayOutputStream()));
    }
}
