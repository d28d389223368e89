package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.ImportUndo.Undo;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.kernel.api.ProblemException;

/** A file that publishes over a draft which goes up at that moment. */
public class UndoOnItsWayTest extends SubmissionWorld {
    private static final Undo WHOLE = new Undo("误导入", false, null);

    private ImportUndo undo;

    @Before
    public void openUndo() {
        undo = new ImportUndo(
                transactions,
                network,
                items,
                new Imports(transactions.persistenceUnit()),
                offers,
                List.of((codes, since, unit) -> Map.of()));
        network.policy(HAIYANG, ReviewAbove.POLICY, "none");
        importCsv(HEADINGS + row(9), false, as(HAIYANG, "editor"));
    }

    private static String row(int days) {
        return "A-1,事项,行政许可,住建,海阳市住建局,县,县,否,," + days + ",工作日,承诺件\n";
    }

    private String sendUp() {
        return submissions.submit(new NewSubmission("清单", List.of("A-1")), as(HAIYANG, "editor"));
    }

    private ImportReport publishOver() {
        ImportReport report = importCsv(HEADINGS + row(5), true, as(HAIYANG, "editor"));
        assertEquals(1, report.published());
        String why = report.details().get(0).reasonsZh().toString();
        assertTrue(why, why.contains("草案已上报、尚无答复"));
        return report;
    }

    @Test
    public void itIsNotTakenBackBeforeTheAnswerAndIsAfterIt() {
        String id = sendUp();
        carry();
        ImportReport wrong = publishOver();

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> undo.undo(wrong.id(), WHOLE, as(HAIYANG, "editor")));
        assertEquals(CatalogueError.IMPORT_IN_USE, refusal.code());
        assertTrue(refusal.fields().get(0).zh().contains("草案已上报"));

        judge(YANTAI, id, ExaminationOutcome.KEEP, "A-1");
        conclude(YANTAI, id);
        carry();
        takesBack(wrong);
    }

    @Test
    public void itIsTakenBackOnceTheListIs() {
        String id = sendUp();
        carry();
        ImportReport wrong = publishOver();
        submissions.withdraw(id, new TakingBack("已导入"), as(HAIYANG, "editor"));
        carry();
        takesBack(wrong);
    }

    private void takesBack(ImportReport wrong) {
        assertEquals(
                List.of("A-1"),
                undo.undo(wrong.id(), WHOLE, as(HAIYANG, "editor")).undone());
        ItemVersion newest = editing.versions("A-1", as(HAIYANG, "editor")).get(0);
        assertEquals(ItemVersion.State.DRAFT, newest.state());
        assertEquals(9, newest.definition().promisedLimit().amount());
    }
}
