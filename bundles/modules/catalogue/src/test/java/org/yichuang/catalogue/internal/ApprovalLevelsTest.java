package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.ReviewRounds.Comparison;
import org.yichuang.catalogue.internal.domain.round.ApprovalLevels;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.documents.internal.FastExcelSpreadsheets;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.CommonError;

/** By how many levels an item is approved inside, by item and version, and before and after a round (M-CAT-14). */
public class ApprovalLevelsTest extends CatalogueWorld {
    private static final String FILE =
            "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_levels,"
                    + "promised_days,day_unit,case_type,审批层级,fee\n"
                    + "A-1,甲事项,行政许可,住建,市住建局,市,市,5,工作日,承诺件,%s,不收费\n";

    private ReviewRounds rounds;
    private RoundFiles files;

    @Before
    public void openRounds() {
        rounds = new ReviewRounds(transactions, new Rounds(transactions.persistenceUnit()));
        files = new RoundFiles(transactions, items, new TableReader(), new FastExcelSpreadsheets());
    }

    @Test
    public void aVersionSaysByHowManyLevelsAndTheNextOneByFewer() {
        importCsv(FILE.formatted("4级"), true, calling(YANTAI));
        importCsv(FILE.formatted("2"), true, calling(YANTAI, 1));

        assertEquals(
                List.of(2, 4),
                editing.versions("A-1", calling(YANTAI)).stream()
                        .map(ItemVersion::definition)
                        .map(item -> item.handling().approvalLevels())
                        .toList());
        assertEquals(
                0, importCsv(FILE.formatted("多级"), true, calling(YANTAI, 2)).accepted());
        assertEquals(
                0, importCsv(FILE.formatted("11"), true, calling(YANTAI, 3)).accepted());
    }

    @Test
    public void aRoundReportsThemBeforeAndAfter() {
        String first = enter("2026-01-05", item("A-1", 4), item("A-2", 3), item("A-3", null));
        String second = enter("2026-02-05", item("A-1", 2), item("A-2", 2), item("A-3", 2), item("A-4", 1));

        Comparison comparison = rounds.compare(second, Optional.of(first), calling(YANTAI));

        assertEquals(new ApprovalLevels(4, 7), comparison.levels());
        assertEquals(new ApprovalLevels(2, 7), comparison.before());
        assertEquals(new ApprovalLevels(2, 4), comparison.now());
        assertEquals(new BigDecimal("3.50"), comparison.before().mean().orElseThrow());
        Comparison alone = rounds.compare(first, Optional.empty(), calling(YANTAI));
        assertEquals(new ApprovalLevels(2, 7), alone.levels());
        assertEquals(ApprovalLevels.NONE, alone.before());
        refused(CommonError.FIELDS_INVALID, () -> enter("2026-02-06", item("A-1", 11)));
    }

    @Test
    public void aRoundBeginsWithThoseOfTheItemsAndReadsThemFromItsFile() {
        importCsv(FILE.formatted("4级"), true, calling(YANTAI));
        assertEquals(
                Integer.valueOf(4), files.present(10, calling(YANTAI)).get(0).approvalLevels());
        byte[] workbook = files.workbook(calling(YANTAI));
        assertEquals(
                Integer.valueOf(4),
                files.read("round.xlsx", workbook, calling(YANTAI)).get(0).approvalLevels());
        String csv = "事项编码,审改结论,审批层级\nA-1,保留,3级\n";
        assertEquals(
                Integer.valueOf(3),
                files.read("round.csv", csv.getBytes(StandardCharsets.UTF_8), calling(YANTAI))
                        .get(0)
                        .approvalLevels());
        refused(
                CommonError.FIELDS_INVALID,
                () -> files.read(
                        "round.csv", csv.replace("3级", "三四级").getBytes(StandardCharsets.UTF_8), calling(YANTAI)));
    }

    private static RoundItem item(String code, Integer levels) {
        return new RoundItem(code, "事项", null, RoundOutcome.KEPT, "", 20, 10, levels);
    }

    private String enter(String day, RoundItem... decided) {
        return rounds.enter(new NewRound("轮次", LocalDate.parse(day), List.of(decided)), calling(YANTAI));
    }
}
