package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** Items that come as a file. */
public class CatalogueImportTest extends CatalogueWorld {
    @Test
    public void aBadRowNeverStopsTheGoodOnes() {
        ImportReport report = importCsv(
                HEADINGS
                        + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n"
                        + "A-2,,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n"
                        + "A-3,丙,行政许可,住建,市住建局,市,县,否,,,,承诺件\n"
                        + "A-1,丁,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n",
                true,
                calling(YANTAI));

        assertEquals(4, report.rows());
        assertEquals(2, report.accepted());
        assertEquals(2, report.refused());
        assertEquals(1, report.published());
        assertEquals(
                List.of(Outcome.PUBLISHED, Outcome.REFUSED, Outcome.DRAFTED, Outcome.REFUSED),
                report.details().stream().map(Row::outcome).toList());
        assertEquals("事项不能发布：缺少应当公开的办理时限", report.details().get(2).reasonsZh().get(0));
        assertEquals(List.of("A-1"), codes(YANTAI));
        assertEquals(report, editing.imported(report.id(), calling(YANTAI)));
        refused(CatalogueError.IMPORT_UNKNOWN, () -> editing.imported(report.id(), calling(HAIYANG)));
    }

    @Test
    public void onlyWhatAFileHasPublishedIsCountedAsPublished() {
        String kept = "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n";
        importCsv(HEADINGS + kept + "A-2,乙,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n", true, calling(YANTAI));

        ImportReport next = importCsv(
                HEADINGS + kept + "A-2,乙,行政许可,住建,市住建局,市,县,否,,9,工作日,承诺件\n" + "A-3,丙,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n",
                true,
                calling(YANTAI));

        assertEquals(
                List.of(Outcome.UNCHANGED, Outcome.PUBLISHED, Outcome.PUBLISHED),
                next.details().stream().map(Row::outcome).toList());
        assertEquals(2, next.published());
    }

    @Test
    public void theSameFileAgainChangesNothing() {
        String file = HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\nA-2,乙,行政许可,住建,市住建局,市,县,否,,,,\n";
        importCsv(file, true, calling(YANTAI));

        ImportReport again = importCsv(file, true, calling(YANTAI));

        assertEquals(
                List.of(Outcome.UNCHANGED, Outcome.UNCHANGED),
                again.details().stream().map(Row::outcome).toList());
        assertEquals("nothing was published by it", 0, again.published());
        assertEquals(1, editing.versions("A-1", calling(YANTAI)).size());
        assertEquals(1, editing.versions("A-2", calling(YANTAI)).size());
    }

    @Test
    public void aRepeatedCommandGetsTheSameReport() {
        String file = HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n";
        CallContext call = new CallContext(
                YANTAI,
                Actor.SYSTEM,
                TestCentres.NINE_O_CLOCK,
                "test",
                Optional.of(new IdempotencyKey("k-1", "f")),
                Optional.empty());

        assertEquals(importCsv(file, true, call), importCsv(file, true, call));
        assertEquals(
                1,
                transactions.entries().stream()
                        .map(ModuleTransactions.Entry::entry)
                        .filter(entry -> entry.aggregateType().equals("catalogue-import"))
                        .count());
    }

    @Test
    public void anImportWithoutPublishingDraftsAndALaterOnePublishesTheDrafts() {
        String file = HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n";
        assertEquals(
                Outcome.DRAFTED,
                importCsv(file, false, calling(YANTAI)).details().get(0).outcome());
        assertEquals(List.of(), codes(YANTAI));

        assertEquals(
                Outcome.PUBLISHED,
                importCsv(file, true, calling(YANTAI)).details().get(0).outcome());
        assertEquals(1, catalogue.offered("A-1", calling(YANTAI)).number());
    }

    @Test
    public void aCentresDisclosureSetHoldsBackWhatLacksIt() {
        network.policy(YANTAI, Disclosure.POLICY, "name,limit,legalBasis");

        ImportReport report = importCsv(HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n", true, calling(YANTAI));

        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        assertTrue(report.details().get(0).reasonsZh().get(0).contains("设定依据"));
        assertFalse(editing.hasImported("no such digest", calling(YANTAI)));
    }

    @Test
    public void oneRowMoreThanTwentyThousandIsRefusedBeforeAnythingIsTaken() {
        StringBuilder file = new StringBuilder(HEADINGS);
        for (int i = 0; i <= ItemFile.MOST_ROWS; i++) {
            file.append("A-").append(i).append(",事项").append(i).append(",行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n");
        }

        refused(CommonError.TOO_LARGE, () -> importCsv(file.toString(), true, calling(YANTAI)));
        assertEquals(List.of(), codes(YANTAI));
    }
}
