package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.ReviewRounds.Comparison;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.documents.internal.FastExcelSpreadsheets;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

public class ReviewRoundsTest extends CatalogueWorld {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private ReviewRounds rounds;
    private RoundFiles files;

    @Before
    public void openRounds() {
        rounds = new ReviewRounds(transactions, new Rounds(transactions.persistenceUnit()));
        files = new RoundFiles(transactions, items, new TableReader(), new FastExcelSpreadsheets());
    }

    @Test
    public void aRoundIsHeldAgainstTheLawAndAnEarlierOne() {
        String first = enter("第一轮", TODAY.minusYears(1), kept("A-1", 20, 15), kept("A-2", 20, 15));
        String second = enter("第二轮", TODAY, kept("A-1", 20, 10), gone("A-2"), kept("历史-7", null, 3));

        Comparison comparison = rounds.compare(second, Optional.of(first), calling(YANTAI));

        assertEquals(10, comparison.round().totals().againstLaw().daysCut());
        assertEquals(
                "13 days where 30 were promised",
                17,
                comparison.speedUp().orElseThrow().daysCut());
        assertEquals(1, comparison.commonItems());
        assertEquals(
                "33.33",
                comparison.common().orElseThrow().percent().orElseThrow().toPlainString());
    }

    @Test
    public void onlyARoundThatWasBeforeIsHeldAgainst() {
        String first = enter("第一轮", TODAY, kept("A-1", 20, 15));
        String second = enter("第二轮", TODAY, kept("A-1", 20, 10));

        assertEquals(
                5,
                rounds.compare(second, Optional.of(first), calling(YANTAI))
                        .speedUp()
                        .orElseThrow()
                        .daysCut());
        refused(CommonError.FIELDS_INVALID, () -> rounds.compare(first, Optional.of(second), calling(YANTAI)));
        refused(CommonError.FIELDS_INVALID, () -> rounds.compare(first, Optional.of(first), calling(YANTAI)));
        refused(CatalogueError.ROUND_UNKNOWN, () -> rounds.compare(first, Optional.of("nothing"), calling(YANTAI)));
    }

    @Test
    public void whatNobodyToldComesFromTheCatalogue() {
        publish(YANTAI, "A-1,甲事项,行政确认,住建,市住建局,市,县,否,,5,工作日,承诺件");
        String id = enter("第一轮", TODAY, kept("A-1", 20, 5), kept("HIST-1", 20, 20));

        List<RoundItem> found = items(id);

        assertEquals("甲事项", found.get(0).name());
        assertEquals(ItemType.CONFIRMATION, found.get(0).type());
        assertEquals("", found.get(1).name());
        assertEquals(null, found.get(1).type());
    }

    @Test
    public void theItemsOfARoundAreReadInPartsWithoutLossOrRepetition() {
        List<RoundItem> many = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            many.add(i % 3 == 0 ? gone("A-" + i) : kept("A-" + i, 20, 10));
        }
        String id = rounds.enter(new NewRound("大轮次", TODAY, many), calling(YANTAI));

        List<RoundItem> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<RoundItem> page = rounds.items(
                    id, item -> item.outcome() == RoundOutcome.CANCELLED, PageRequest.of(170, cursor), calling(YANTAI));
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertEquals(
                many.stream()
                        .filter(item -> item.outcome() == RoundOutcome.CANCELLED)
                        .toList(),
                seen);
        assertEquals(802, rounds.find(id, calling(YANTAI)).totals().remaining());
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> rounds.items(id, item -> true, PageRequest.of(5, "x"), calling(YANTAI)));
    }

    @Test
    public void theRoundsAreListedTheLatestFirst() {
        String second = enter("第二轮", TODAY, kept("A-1", 20, 10));
        String first = enter("第一轮", TODAY.minusYears(2), kept("A-1", 20, 15));
        String third = enter("第三轮", TODAY, kept("A-1", 20, 5));

        Page<RoundView> page = rounds.list(PageRequest.of(2, null), calling(YANTAI));
        Page<RoundView> rest = rounds.list(PageRequest.of(2, page.next()), calling(YANTAI));

        assertEquals(
                List.of(third, second), page.items().stream().map(RoundView::id).toList());
        assertEquals(List.of(first), rest.items().stream().map(RoundView::id).toList());
        refused(CommonError.PARAMETER_UNREADABLE, () -> rounds.list(PageRequest.of(2, "gestern~1"), calling(YANTAI)));
    }

    @Test
    public void anotherCentreSeesNothing() {
        String id = enter("第一轮", TODAY, kept("A-1", 20, 15));

        assertEquals(
                List.of(),
                rounds.list(PageRequest.of(9, null), calling(HAIYANG)).items());
        refused(CatalogueError.ROUND_UNKNOWN, () -> rounds.find(id, calling(HAIYANG)));
        refused(
                CatalogueError.ROUND_UNKNOWN,
                () -> rounds.items(id, item -> true, PageRequest.of(9, null), calling(HAIYANG)));
        refused(CatalogueError.ROUND_UNKNOWN, () -> rounds.find("x\0y", calling(YANTAI)));
    }

    @Test
    public void whatIsWrongIsNamed() {
        List<RoundItem> wrong = List.of(
                new RoundItem("A-1", "", null, RoundOutcome.CANCELLED, "", null, null),
                new RoundItem("", "", null, RoundOutcome.KEPT, "", null, null),
                new RoundItem("A-1", "", null, RoundOutcome.KEPT, "", -1, 999_999));

        assertEquals(
                List.of(
                        "name",
                        "date",
                        "items[0].reason",
                        "items[1].code",
                        "items[2].code",
                        "items[2].statutoryDays",
                        "items[2].promisedDays"),
                fields(new NewRound(" ", TODAY.plusDays(1), wrong)));
        assertEquals(List.of("items"), fields(new NewRound("空", TODAY, List.of())));
        assertEquals(0, transactions.entries().size());
    }

    @Test
    public void moreItemsThanABoundAreRefused() {
        List<RoundItem> many = new ArrayList<>();
        for (int i = 0; i <= NewRound.MOST_ITEMS; i++) {
            many.add(kept("A-" + i, 20, 10));
        }
        assertEquals(List.of("items"), fields(new NewRound("太大", TODAY, many)));

        String id = rounds.enter(new NewRound("最大", TODAY, many.subList(1, many.size())), calling(YANTAI));
        assertEquals(400_000, rounds.find(id, calling(YANTAI)).totals().statutoryDays());
    }

    @Test
    public void oneKeyEntersOneRound() {
        CallContext context = new CallContext(
                YANTAI,
                Actor.SYSTEM,
                TestCentres.NINE_O_CLOCK,
                "test",
                Optional.of(new IdempotencyKey("k-1", "print")),
                Optional.empty());
        NewRound round = new NewRound("第一轮", TODAY, List.of(kept("A-1", 20, 15)));

        assertEquals(rounds.enter(round, context), rounds.enter(round, context));
        assertEquals(
                1, rounds.list(PageRequest.of(9, null), calling(YANTAI)).items().size());
    }

    @Test
    public void theEntryProvesEveryRowOfTheRound() {
        List<RoundItem> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(kept("A-" + i, 20, 10));
        }
        String id = rounds.enter(new NewRound("第一轮", TODAY, many), calling(YANTAI));

        AuditEntry entry = transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(each -> each.aggregateType().equals("review-round"))
                .findFirst()
                .orElseThrow();
        assertEquals("enter", entry.action());
        assertEquals("round-entered", entry.event().type());
        assertTrue(entry.event().data(), entry.event().data().contains("\"statutoryDays\":10020"));
        assertEquals(
                Set.of("row.review-round-part/" + id + "/1", "row.review-round-part/" + id + "/2"),
                Set.copyOf(entry.details().keySet().stream()
                        .filter(key -> key.startsWith("row."))
                        .toList()));
        assertEquals(entry.details().get("row.review-round-part/" + id + "/2"), digestOfPart(id + "/2"));
        transactions.sql("UPDATE CATALOGUE_ROUND_PART SET ITEMS = '{\"items\":[]}' WHERE ROUND_PART = 2");
        assertTrue(!entry.details().get("row.review-round-part/" + id + "/2").equals(digestOfPart(id + "/2")));
    }

    private String digestOfPart(String id) {
        RowState row = new JpaChainHeads(
                        "review-round-part",
                        transactions.persistenceUnit(),
                        transactions,
                        org.yichuang.catalogue.internal.domain.round.RoundPart.class)
                .row(YANTAI, id)
                .orElseThrow();
        return row.digest();
    }

    @Test
    public void withoutThePermissionNothingIsEnteredOrRead() {
        CallContext public_ = calling(YANTAI).by(Actor.ANONYMOUS);
        NewRound round = new NewRound("第一轮", TODAY, List.of(kept("A-1", 20, 15)));

        refused(CommonError.NOT_SIGNED_IN, () -> rounds.enter(round, public_));
        refused(CommonError.NOT_SIGNED_IN, () -> rounds.list(PageRequest.of(9, null), public_));
        refused(CommonError.NOT_SIGNED_IN, () -> files.workbook(public_));
        assertTrue(new CatalogueDescriptor().permissions().contains(CataloguePermission.REVIEW));
    }

    @Test
    public void thePresentItemsAsAWorkbookAreARoundThatKeepsThemAll() {
        publish(YANTAI, "A-1,甲事项,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,乙事项,公共服务,住建,市住建局,市,县,否,,,,即办件");

        List<RoundItem> read = files.read("round.xlsx", files.workbook(calling(YANTAI)), calling(YANTAI));

        assertEquals(files.present(10, calling(YANTAI)), read);
        assertEquals(List.of("A-1", "A-2"), read.stream().map(RoundItem::code).toList());
        assertEquals(List.of(5, 0), read.stream().map(RoundItem::promisedDays).toList());
    }

    @Test
    public void aFileWithARowThatCannotBeReadIsRefusedWithItsNumber() {
        String text =
                "事项编码,事项类型,审改结论,理由,法定时限,承诺时限\n" + "A-1,行政许可,保留,,20个工作日,5\nA-2,许可证,搁置,,二十,\nA-3,非许可,下放,县级能够实施,20.0,\n";

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> files.read("r.csv", text.getBytes(StandardCharsets.UTF_8), calling(YANTAI)));

        assertEquals(List.of("第 3 行：无法识别的审改结论“搁置”"), sentences(refusal));
        List<RoundItem> good = files.read(
                "r.csv", text.replace("A-2,许可证,搁置,,二十,\n", "").getBytes(StandardCharsets.UTF_8), calling(YANTAI));
        assertEquals(Integer.valueOf(20), good.get(0).statutoryDays());
        assertEquals(ItemType.NON_LICENCE, good.get(1).type());
        assertEquals(
                Map.of("A-3", RoundOutcome.DELEGATED),
                Map.of(good.get(1).code(), good.get(1).outcome()));
    }

    @Test
    public void whatWasEnteredByMistakeStaysAndNothingIsHeldAgainstIt() {
        String wrong = enter("错误", LocalDate.of(2026, 1, 5), kept("A", 20, 10));
        String right = enter("正确", LocalDate.of(2026, 2, 5), kept("A", 20, 5));
        assertTrue(rounds.compare(right, Optional.of(wrong), calling(YANTAI))
                .speedUp()
                .isPresent());

        RoundView taken = rounds.takeBack(wrong, new Mistake("日期有误"), calling(YANTAI));

        assertEquals("日期有误", taken.takenBackReason());
        assertEquals(1, items(wrong).size());
        refused(CatalogueError.ROUND_STATE, () -> rounds.compare(right, Optional.of(wrong), calling(YANTAI)));
        refused(CatalogueError.ROUND_STATE, () -> rounds.takeBack(wrong, new Mistake("再次"), calling(YANTAI)));
    }

    private static List<String> sentences(ProblemException refusal) {
        return refusal.fields().stream()
                .map(FieldProblem::message)
                .map(each -> each.zh())
                .toList();
    }

    private List<String> fields(NewRound round) {
        return assertThrows(ProblemException.class, () -> rounds.enter(round, calling(YANTAI))).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private List<RoundItem> items(String id) {
        return rounds.items(id, item -> true, PageRequest.of(200, null), calling(YANTAI))
                .items();
    }

    private String enter(String name, LocalDate heldOn, RoundItem... decided) {
        return rounds.enter(new NewRound(name, heldOn, List.of(decided)), calling(YANTAI));
    }

    private static RoundItem kept(String code, Integer statutory, Integer promised) {
        return new RoundItem(code, "", null, RoundOutcome.KEPT, "", statutory, promised);
    }

    private static RoundItem gone(String code) {
        return new RoundItem(code, "", null, RoundOutcome.CANCELLED, "市场机制能够解决", 20, null);
    }
}
