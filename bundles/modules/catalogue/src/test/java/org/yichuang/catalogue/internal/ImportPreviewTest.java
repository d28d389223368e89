package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.ImportPreviews.Kind;
import org.yichuang.catalogue.internal.ImportPreviews.Line;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.rest.ImportResource;
import org.yichuang.catalogue.internal.rest.PreviewView;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.testing.centres.TestCentres;

/** A file is shown against the catalogue before anything of it is written. */
public class ImportPreviewTest extends CatalogueWorld {
    private static final String SAME = "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件";
    private static final String FILE = HEADINGS
            + SAME
            + "\nA-2,乙,行政许可,住建,市住建局,市,县,否,,3,工作日,承诺件\n"
            + "A-3,丙,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n"
            + "A-4,丁,不存在的类型,住建,市住建局,市,县,否,,5,工作日,承诺件\n";

    @Test
    public void rowsAreNewChangedTheSameOrRefusedAndWhatIsNotInTheFileIsNamed() {
        publishTwoAndOneMore();

        Preview preview = previews.preview(offer(FILE), true, calling(YANTAI));

        assertEquals(
                List.of(Kind.SAME, Kind.CHANGED, Kind.ADDED, Kind.REFUSED),
                preview.rows().stream().map(Line::kind).toList());
        assertEquals(
                List.of(Outcome.UNCHANGED, Outcome.PUBLISHED, Outcome.PUBLISHED, Outcome.REFUSED),
                preview.rows().stream().map(Line::outcome).toList());
        Line changed = preview.rows().get(1);
        assertEquals(Limit.working(5), changed.before().promisedLimit());
        assertEquals(Limit.working(3), changed.after().promisedLimit());
        assertEquals(List.of("B-9"), preview.missing());
        assertEquals(2, preview.effects());
        assertEquals(List.of("A-1", "A-2", "B-9"), codes(YANTAI));
        assertEquals(1, editing.versions("A-2", calling(YANTAI)).size());
    }

    @Test
    public void whatWasShownIsWhatIsTakenAndTwiceIsOnce() {
        publishTwoAndOneMore();
        String handle = offer(FILE);
        Preview preview = previews.preview(handle, true, calling(YANTAI));
        CallContext press = new CallContext(
                YANTAI,
                Actor.SYSTEM,
                TestCentres.NINE_O_CLOCK,
                "test",
                Optional.of(new IdempotencyKey("press-1", "f")),
                Optional.empty());

        ImportReport report = previews.confirm(handle, true, preview.state(), press);

        assertEquals(report, previews.confirm(handle, true, preview.state(), press));
        assertEquals(
                preview.rows().stream().map(Line::outcome).toList(),
                report.details().stream().map(row -> row.outcome()).toList());
        assertEquals(List.of("A-1", "A-2", "A-3", "B-9"), codes(YANTAI));
        assertEquals(2, editing.versions("A-2", calling(YANTAI)).size());
    }

    @Test
    public void aChangeOfSomebodyElseBetweenPreviewAndConfirmationRefusesIt() {
        publishTwoAndOneMore();
        String handle = offer(FILE);
        Preview preview = previews.preview(handle, true, calling(YANTAI));
        publish(YANTAI, "A-2,乙,行政许可,住建,市住建局,市,县,否,,4,工作日,承诺件");

        refused(CommonError.CHANGED_MEANWHILE, () -> previews.confirm(handle, true, preview.state(), calling(YANTAI)));

        assertEquals(List.of("A-1", "A-2", "B-9"), codes(YANTAI));
        Preview again = previews.preview(handle, true, calling(YANTAI));
        assertNotEquals(preview.state(), again.state());
        assertEquals(Limit.working(4), again.rows().get(1).before().promisedLimit());
        assertEquals(
                2,
                previews.confirm(handle, true, again.state(), calling(YANTAI)).details().stream()
                        .filter(row -> row.outcome() == Outcome.PUBLISHED)
                        .count());
    }

    @Test
    public void aChangeElsewhereDoesNotDisturb() {
        publishTwoAndOneMore();
        String handle = offer(FILE);
        Preview preview = previews.preview(handle, false, calling(YANTAI));
        publish(YANTAI, "C-1,戊,行政许可,住建,市住建局,市,县,否,,4,工作日,承诺件");
        publish(HAIYANG, "A-2,乙,行政许可,住建,县住建局,县,县,否,,4,工作日,承诺件");

        assertEquals(
                3,
                previews.confirm(handle, false, preview.state(), calling(YANTAI))
                        .accepted());
    }

    @Test
    public void aDraftInWorkThatWouldBeReplacedIsShownWithWhatItSays() {
        publishTwoAndOneMore();
        importCsv(HEADINGS + "A-2,乙,行政许可,住建,市住建局,市,县,否,,9,工作日,承诺件\n", false, calling(YANTAI));

        for (boolean publish : new boolean[] {true, false}) {
            Line line = previews.preview(offer(FILE), publish, calling(YANTAI))
                    .rows()
                    .get(1);
            assertEquals(Limit.working(5), line.before().promisedLimit());
            assertEquals(Limit.working(9), line.draft().promisedLimit());
            assertEquals("尚未发布的草稿（第 2 版）将被替换", line.reasons().get(0).zh());
        }
        Preview same =
                previews.preview(offer(HEADINGS + "A-2,乙,行政许可,住建,市住建局,市,县,否,,9,工作日,承诺件\n"), true, calling(YANTAI));
        assertNull("the same as the draft", same.rows().get(0).draft());
        assertTrue(same.rows().get(0).reasons().stream()
                .noneMatch(reason -> reason.zh().contains("草稿")));
    }

    @Test
    public void whatWasShownOfOneFileConfirmsNoOther() {
        publishTwoAndOneMore();
        Preview shown = previews.preview(offer(FILE), true, calling(YANTAI));
        String other = offer(FILE.replace("否,,3,工作日", "否,,1,工作日"));

        refused(CommonError.CHANGED_MEANWHILE, () -> previews.confirm(other, true, shown.state(), calling(YANTAI)));

        assertEquals(List.of("A-1", "A-2", "B-9"), codes(YANTAI));
    }

    @Test
    public void aFileIsReadWhenAScannerHasFoundNothingInIt() throws IOException {
        scansFiles = true;
        String handle = offer(FILE);
        byte[] bytes = withFees(FILE).getBytes(StandardCharsets.UTF_8);

        refused(DocumentError.FILE_NOT_SCANNED, () -> previews.preview(handle, false, calling(YANTAI)));
        refused(DocumentError.FILE_NOT_SCANNED, () -> atOnce(bytes));
        byte[] another = (withFees(FILE) + "\n").getBytes(StandardCharsets.UTF_8);
        refused(DocumentError.FILE_NOT_SCANNED, () -> atOnce(another));
        assertEquals(
                "both wait for the scanner",
                2,
                transactions.texts("SELECT FILE_ID FROM DOCUMENTS_FILE").size());
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='CLEAN'");
        assertEquals(4, previews.preview(handle, false, calling(YANTAI)).rows().size());
        assertArrayEquals(bytes, atOnce(bytes));

        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED'");
        refused(DocumentError.FILE_INFECTED, () -> previews.preview(handle, false, calling(YANTAI)));
        refused(DocumentError.FILE_INFECTED, () -> atOnce(bytes));
        refused(DocumentError.FILE_INFECTED, () -> offer(FILE));
    }

    private byte[] atOnce(byte[] bytes) {
        try {
            return previews.scanned(new ByteArrayInputStream(bytes), calling(YANTAI));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void onlyWhatWasOfferedAtThisCentreIsShown() {
        String handle = offer(FILE);

        refused(CatalogueError.IMPORT_UNKNOWN, () -> previews.preview(handle, false, calling(HAIYANG)));
        refused(CatalogueError.IMPORT_UNKNOWN, () -> previews.preview("", false, calling(YANTAI)));
        refused(CatalogueError.IMPORT_UNKNOWN, () -> previews.preview("a.b.%", false, calling(YANTAI)));
        refused(
                CatalogueError.IMPORT_UNKNOWN,
                () -> previews.preview("0" + handle.substring(1).replaceFirst("^.", "z"), false, calling(YANTAI)));
    }

    @Test
    public void programsPreviewAFileAndHaveItTakenAsItWasShown() {
        publishTwoAndOneMore();
        ImportResource resource = new ImportResource(editing, previews, null);

        PreviewView shown = previewed();

        assertEquals(
                List.of(Kind.SAME, Kind.CHANGED, Kind.ADDED, Kind.REFUSED),
                shown.details().stream().map(PreviewView.Row::kind).toList());
        assertEquals(2, shown.effects());
        assertEquals(List.of("B-9"), shown.missing());
        assertEquals("nothing is written yet", List.of("A-1", "A-2", "B-9"), codes(YANTAI));
        publish(YANTAI, "A-2,乙,行政许可,住建,市住建局,市,县,否,,4,工作日,承诺件");
        refused(CommonError.CHANGED_MEANWHILE, () -> resource.confirm(confirmation(shown), calling(YANTAI)));

        PreviewView again = previewed();
        assertEquals(201, resource.confirm(confirmation(again), calling(YANTAI)).getStatus());
        assertEquals(List.of("A-1", "A-2", "A-3", "B-9"), codes(YANTAI));
    }

    private static ImportResource.Confirmation confirmation(PreviewView shown) {
        return new ImportResource.Confirmation(shown.handle(), shown.publish(), shown.state());
    }

    private PreviewView previewed() {
        return PreviewView.of(previews.preview(offer(FILE), true, calling(YANTAI)));
    }

    private void publishTwoAndOneMore() {
        publish(YANTAI, SAME);
        publish(YANTAI, "A-2,乙,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "B-9,己,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
    }

    private String offer(String text) {
        return previews.offer(
                "items.csv",
                new ByteArrayInputStream(withFees(text).getBytes(StandardCharsets.UTF_8)),
                calling(YANTAI));
    }
}
