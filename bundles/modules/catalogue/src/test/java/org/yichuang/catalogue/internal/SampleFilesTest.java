package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.SampleFiles.Found;
import org.yichuang.catalogue.internal.SampleFiles.Removal;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.rest.SampleResource;
import org.yichuang.catalogue.internal.view.SampleTables.Seen;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Whoever applies sees how the forms look that have been filled in properly, and has them to fill in (R1-08). */
public class SampleFilesTest extends CatalogueWorld {
    private static final byte[] PDF = "%PDF-1.7 how to fill it in".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MENDED = "%PDF-1.7 how to fill it in properly".getBytes(StandardCharsets.US_ASCII);
    private static final String CODE = TreeItem.whole().code();

    @Before
    public void publishTrees() {
        editing.draft(trees(new Material("m1", "申请表", true, "", 1, "")), calling(YANTAI));
        editing.publish(CODE, calling(YANTAI));
    }

    private static ItemDefinition trees(Material... materials) {
        return TreeItem.whole().but().materials(List.of(materials)).made();
    }

    private List<Shown> give(SampleKind kind, byte[] content) throws IOException {
        return give(kind, content, calling(YANTAI));
    }

    private List<Shown> give(SampleKind kind, byte[] content, CallContext context) throws IOException {
        return samples.give(
                CODE,
                "m1",
                kind,
                new HandedIn("样表.pdf", "application/pdf", SampleFiles.LARGEST),
                new ByteArrayInputStream(content),
                context);
    }

    @Test
    public void anImportSaysWhichFilesThePublicSeesNoMore() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        ItemDefinition renamed = trees(new Material("m1", "申请登记表", true, "", 1, ""));
        String said = "材料“申请表”的示范文本不再向公众提供：发布后没有这个名称的材料";

        assertFalse(importRow(renamed, false).reasonsZh().contains(said));
        assertFalse(importRow(trees(new Material("m1", "申请表", true, "", 2, "")), true)
                .reasonsZh()
                .contains(said));
        Row row = importRow(renamed, true);
        assertEquals(row.reasonsZh().toString(), Outcome.PUBLISHED, row.outcome());
        assertTrue(row.reasonsZh().toString(), row.reasonsZh().contains(said));
    }

    private Row importRow(ItemDefinition item, boolean publish) {
        String cells = ItemFile.row(item).stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
        return importCsv(String.join(",", ItemFile.headings()) + "\n" + cells + "\n", publish, calling(YANTAI))
                .details()
                .get(0);
    }

    private Found found(CallContext context) {
        return samples.find(CODE, "m1", Optional.of(SampleKind.SAMPLE), context);
    }

    private byte[] bytes(CallContext context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        samples.requireOpen(found(context), context);
        samples.write(found(context), out, context);
        return out.toByteArray();
    }

    @Test
    public void everybodyGetsTheSampleOfAMaterialWhereverTheItemIsOffered() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        CallContext anybody = calling(HAIYANG).by(new Actor("", "", Set.of()));

        assertArrayEquals("the county offers what the city publishes", PDF, bytes(anybody));
        List<SampleResource.SampleView> told = new SampleResource(samples, catalogue).list(CODE, anybody);
        assertEquals(
                "/api/haiyang/catalogue/items/" + CODE + "/samples/m1/sample",
                told.get(0).address());
        assertEquals("样表.pdf", told.get(0).name());
        refused(CatalogueError.SAMPLE_UNKNOWN, () -> samples.find(CODE, "m1", Optional.of(SampleKind.BLANK), anybody));
        refused(CatalogueError.SAMPLE_UNKNOWN, () -> samples.find(CODE, "m9", Optional.empty(), anybody));
    }

    @Test
    public void aNewFileTakesThePlaceOfTheOneBeforeAndOneThatIsTakenAwayIsGone() throws IOException {
        String first = give(SampleKind.SAMPLE, PDF).get(0).file().sha256();
        give(SampleKind.SAMPLE, MENDED);

        assertArrayEquals(MENDED, bytes(calling(YANTAI)));
        assertEquals(List.of(), transactions.read(calling(YANTAI), unit -> files.users(first, unit)));
        assertEquals(List.of(), samples.takeOut(CODE, "m1", SampleKind.SAMPLE, new Mistake("已经过时"), calling(YANTAI)));
        refused(CatalogueError.SAMPLE_UNKNOWN, () -> found(calling(YANTAI)));
        refused(
                CatalogueError.SAMPLE_UNKNOWN,
                () -> samples.takeOut(CODE, "m1", SampleKind.SAMPLE, new Mistake("已经过时"), calling(YANTAI)));
        assertEquals(1, give(SampleKind.SAMPLE, PDF).size());
    }

    @Test
    public void itBelongsToTheNameOfTheMaterialInWhateverVersion() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        give(SampleKind.BLANK, PDF);

        editing.draft(
                trees(new Material("m1", "图纸", true, "", 1, ""), new Material("m2", "申请 表", true, "", 2, "")),
                calling(YANTAI));
        editing.publish(CODE, calling(YANTAI));

        assertEquals(
                List.of("m2", "m2"),
                samples.of(catalogue.offered(CODE, calling(YANTAI)), calling(YANTAI)).stream()
                        .map(Shown::material)
                        .toList());
    }

    /** A sample that shows somebody's number has to go at once, whatever the next version will demand. */
    @Test
    public void aFileIsTakenAwayThoughTheDraftOrTheItemHasItsMaterialNoLonger() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        give(SampleKind.BLANK, PDF);
        editing.draft(trees(new Material("m1", "图纸", true, "", 1, "")), calling(YANTAI));

        List<HeldSample> held = samples.held(CODE, calling(YANTAI));
        assertEquals(2, held.size());
        assertTrue(held.get(0).isPublic());
        assertFalse("lost with the draft", held.get(0).standing().kept());
        assertEquals("the page of the publication names them", held, samples.lost(CODE, calling(YANTAI)));
        List<HeldSample> left = samples.takeOut(CODE, new Removal(held.get(0).id(), "含有真实证件号码"), calling(YANTAI));
        assertEquals(
                List.of(held.get(1).id()), left.stream().map(HeldSample::id).toList());
        refused(CatalogueError.SAMPLE_UNKNOWN, () -> found(calling(YANTAI)));

        editing.publish(CODE, calling(YANTAI));
        assertEquals("there is no draft", List.of(), samples.lost(CODE, calling(YANTAI)));
        assertFalse(samples.held(CODE, calling(YANTAI)).get(0).isPublic());
        assertEquals(List.of(), samples.takeOut(CODE, new Removal(held.get(1).id(), "已无用"), calling(YANTAI)));
        assertEquals(
                "nothing of it is kept",
                List.of(),
                transactions.read(
                        calling(YANTAI), unit -> files.users(held.get(1).file().sha256(), unit)));
        refused(
                CatalogueError.SAMPLE_UNKNOWN,
                () -> samples.takeOut(CODE, new Removal(held.get(1).id(), "已无用"), calling(YANTAI)));
    }

    private HeldSample onlyOne() {
        return samples.held(CODE, calling(YANTAI)).get(0);
    }

    /** While one keeper takes the bad file away, the other has put a good one in its place. */
    @Test
    public void whoHasSeenAnotherFileTakesNoneAwayAndReplacesNone() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        HeldSample seen = onlyOne();
        give(SampleKind.SAMPLE, MENDED);

        refused(
                CommonError.PRECONDITION_FAILED,
                () -> samples.takeOut(CODE, new Removal(seen.id(), "含有真实证件号码"), expecting(YANTAI, seen.revision())));
        refused(
                CommonError.PRECONDITION_FAILED,
                () -> samples.takeOut(
                        CODE, "m1", SampleKind.SAMPLE, new Mistake("已经过时"), expecting(YANTAI, seen.revision())));
        assertEquals(
                "nor who has seen none",
                CommonError.PRECONDITION_FAILED,
                assertThrows(ProblemException.class, () -> give(SampleKind.SAMPLE, PDF, expecting(YANTAI, 0)))
                        .code());
        assertArrayEquals(MENDED, bytes(calling(YANTAI)));

        give(SampleKind.SAMPLE, PDF, expecting(YANTAI, onlyOne().revision()));
        samples.takeOut(
                CODE, new Removal(seen.id(), "已无用"), expecting(YANTAI, onlyOne().revision()));
        assertEquals(
                "and what is gone counts as none",
                1,
                give(SampleKind.SAMPLE, PDF, expecting(YANTAI, 0)).size());
    }

    @Test
    public void whatAScannerHasFoundSomethingInIsShownToItsKeepersOnly() throws IOException {
        give(SampleKind.SAMPLE, PDF);
        give(SampleKind.BLANK, MENDED);
        String bad = onlyOne().file().sha256();
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED' WHERE SHA256='" + bad + "'");

        assertEquals(
                List.of(SampleKind.BLANK),
                samples.of(catalogue.offered(CODE, calling(HAIYANG)), calling(HAIYANG)).stream()
                        .map(Shown::kind)
                        .toList());
        refused(CatalogueError.SAMPLE_UNKNOWN, () -> found(calling(YANTAI)));
        assertTrue(onlyOne().standing().infected());
        assertFalse(onlyOne().isPublic());
        assertEquals(
                1,
                samples.takeOut(CODE, new Removal(onlyOne().id(), "发现病毒"), calling(YANTAI))
                        .size());
    }

    @Test
    public void aFormSaysInWhichStateAFileWasShown() {
        assertEquals(Optional.of(new Seen("sample/m@1", 3)), Seen.parse("sample/m@1@3"));
        assertEquals(Optional.empty(), Seen.parse("sample/m1"));
        assertEquals(Optional.empty(), Seen.parse("sample/m1@x"));
        assertEquals(Optional.empty(), Seen.parse(""));
    }

    @Test
    public void whatIsNoDocumentOrOfNoMaterialIsRefused() {
        assertEquals(
                DocumentError.FILE_REFUSED,
                assertThrows(
                                ProblemException.class,
                                () -> give(SampleKind.SAMPLE, "MZ a program".getBytes(StandardCharsets.US_ASCII)))
                        .code());
        HandedIn handed = new HandedIn("a.pdf", "application/pdf", SampleFiles.LARGEST);
        assertEquals(
                CatalogueError.SAMPLE_UNKNOWN,
                assertThrows(
                                ProblemException.class,
                                () -> samples.give(
                                        CODE,
                                        "m7",
                                        SampleKind.BLANK,
                                        handed,
                                        new ByteArrayInputStream(PDF),
                                        calling(YANTAI)))
                        .code());
        CallContext citizen = calling(YANTAI).by(new Actor("li", "李", Set.of("applicant")));
        assertTrue(assertThrows(
                        ProblemException.class,
                        () -> samples.takeOut(CODE, "m1", SampleKind.BLANK, new Mistake("x"), citizen))
                .code()
                .code()
                .equals("not-allowed"));
    }
}
