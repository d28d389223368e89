package org.yichuang.catalogue.internal.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.PublishingRules;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.time.Limit;

public class HandlingCellsTest {
    private static final Handling WHOLE = new Handling(
            new InPerson(true, "须当场签署声明"),
            true,
            new Visits(1, "核验本人身份", "《办法》第三条"),
            15,
            new Delegation("烟台市人民政府", "《规定》第二条", "市政府公告 2026 年第 3 号"),
            List.of(
                    new SpecialStep("专家评审", Limit.working(20), "《办法》第五条", false, "", false),
                    new SpecialStep("检测", null, "《办法》第六条", true, "发改价格〔2015〕1 号", true)));

    private static Set<String> missing(Handling handling) {
        return missing(TreeItem.whole().with(handling));
    }

    private static Set<String> missing(ItemDefinition item) {
        return PublishingRules.refusal(item, "name", ForeignFields.NONE)
                .map(refusal ->
                        refusal.fields().stream().map(FieldProblem::field).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Handling visiting(Visits visits) {
        return new Handling(null, false, visits, null, null, null);
    }

    private static ReadRow read(Map<Column, String> cells) {
        Map<String, TableCell> read = new HashMap<>();
        cells.forEach((column, text) -> read.put(column.name(), new TableCell("", TableCell.Kind.TEXT, text, "")));
        read.put(Column.NAME.name(), new TableCell("", TableCell.Kind.TEXT, "甲", ""));
        read.put(Column.TYPE.name(), new TableCell("", TableCell.Kind.TEXT, "行政许可", ""));
        read.put(Column.EXERCISE_LEVEL.name(), new TableCell("", TableCell.Kind.TEXT, "县", ""));
        return RowReader.read(new Cells(new TableRow(1, read, List.of(), List.of()), Map.of(), Meanings.NONE));
    }

    @Test
    public void whatAnItemSaysOfItsHandlingIsWrittenIntoARowAndReadAgain() {
        ItemDefinition item = TreeItem.whole().with(WHOLE);
        Map<Column, String> cells = new HashMap<>();
        HandlingCells.write(WHOLE, cells);

        assertEquals(WHOLE, read(cells).definition().orElseThrow().handling());
        assertEquals(item, CatalogueJson.definition(CatalogueJson.write(item)));
        assertEquals(List.of(), DraftRules.problems(item));
        assertEquals(Set.of(), missing(WHOLE));
    }

    @Test
    public void aRegistrationSaysWhatTheLawGivesItAndHasNoOtherLimit() {
        Handling registration = registering(new Registration(3, 3));
        Map<Column, String> cells = new HashMap<>();
        HandlingCells.write(registration, cells);
        assertEquals("3个工作日，可以延长3个工作日", cells.get(Column.REGISTRATION));
        assertEquals(registration, read(cells).definition().orElseThrow().handling());
        assertEquals(
                Registration.MARKET_ENTITY,
                read(Map.of(Column.REGISTRATION, "是"))
                        .definition()
                        .orElseThrow()
                        .handling()
                        .registration());
        assertTrue(read(Map.of(Column.REGISTRATION, "三天左右")).definition().isEmpty());

        ItemDefinition item = TreeItem.whole().with(registration);
        assertEquals(item, CatalogueJson.definition(CatalogueJson.write(item)));
        assertTrue(missing(registering(new Registration(21, 0)))
                .containsAll(Set.of("handling.registration.days", "handling.registration.further")));
        assertTrue("beside twenty days of the law", missing(registration).contains("statutoryLimit"));
    }

    @Test
    public void aRegistrationThatNamesNoOtherLimitHasItsDaysAsThatOfTheLaw() {
        ItemDefinition read = read(Map.of(Column.REGISTRATION, "5个工作日，可以延长2个工作日"))
                .definition()
                .orElseThrow();
        assertEquals(Limit.working(5), read.statutoryLimit());

        ItemDefinition item = TreeItem.whole()
                .but()
                .statutoryLimit(null)
                .promisedLimit(Limit.working(2))
                .handling(registering(Registration.MARKET_ENTITY))
                .made();
        assertEquals(Limit.working(3), item.statutoryLimit());
        assertEquals(Set.of(), missing(item));
        assertEquals(
                Set.of("promisedLimit"),
                missing(item.but().promisedLimit(Limit.working(4)).made()));
        assertTrue(missing(item.but().type(ItemType.FILING).made()).contains("handling.registration"));
    }

    private static Handling registering(Registration registration) {
        return new Handling(null, false, null, null, null, null, null, registration);
    }

    @Test
    public void smallNumbersAreReadAsPeopleWriteThem() {
        Handling read = read(Map.of(Column.VISITS, "零次", Column.CORRECTION_DAYS, "十个工作日", Column.APPROVAL_LEVELS, "三级"))
                .definition()
                .orElseThrow()
                .handling();

        assertEquals(0, read.visits().number());
        assertEquals(Integer.valueOf(10), read.correctionDays());
        assertEquals(Integer.valueOf(3), read.approvalLevels());
        assertTrue(read(Map.of(Column.VISITS, "二十次")).definition().isEmpty());
    }

    @Test
    public void anItemOfBeforeSaysNothingAndHasTheTextThatItHad() {
        String before = CatalogueJson.write(TreeItem.whole());

        assertFalse(before, before.contains("handling"));
        assertEquals(Handling.USUAL, CatalogueJson.definition(before).handling());
    }

    @Test
    public void listsSayItInTheirOwnWords() {
        Handling read = read(Map.of(
                        Column.VISITS, "1次",
                        Column.VISIT_REASON, "提交原件",
                        Column.VISIT_BASIS, "《办法》",
                        Column.IN_PERSON, "否",
                        Column.CORRECTION_DAYS, "10个工作日",
                        Column.SPECIAL_STEPS, "无",
                        Column.DELEGATION, "无"))
                .definition()
                .orElseThrow()
                .handling();

        assertEquals(new Visits(1, "提交原件", "《办法》"), read.visits());
        assertFalse(read.inPerson().required());
        assertEquals(Integer.valueOf(10), read.correctionDays());
        assertNull(read.delegation());
        assertEquals(List.of(), read.specialSteps());
    }

    @Test
    public void whatCannotBeReadIsRefusedAndNotGuessed() {
        assertTrue(read(Map.of(Column.VISITS, "多次")).definition().isEmpty());
        assertTrue(read(Map.of(Column.VISIT_REASON, "提交原件")).definition().isEmpty());
        assertTrue(read(Map.of(Column.IN_PERSON, "视情况")).definition().isEmpty());
        assertTrue(read(Map.of(Column.CORRECTION_DAYS, "10日")).definition().isEmpty());
        assertTrue(read(Map.of(Column.SPECIAL_STEPS, "评审|很久")).definition().isEmpty());
        assertTrue(read(Map.of(Column.SPECIAL_STEPS, "评审|20日||也许")).definition().isEmpty());
        assertTrue(read(Map.of(Column.DELEGATION, "甲|乙|丙|丁")).definition().isEmpty());
    }

    @Test
    public void whoHasToComeIsToldWhyAndByWhichRule() {
        assertEquals(Set.of("handling.visits"), missing(visiting(new Visits(1, "提交原件", ""))));
        assertEquals(Set.of(), missing(visiting(new Visits(1, "提交原件", "《办法》"))));
        assertEquals(Set.of(), missing(visiting(new Visits(0, "", ""))));
        assertEquals(
                Set.of("handling.inPerson.reason", "handling.visits.number"),
                missing(new Handling(new InPerson(true, ""), false, new Visits(0, "", ""), null, null, null)));
        assertFalse(DraftRules.problems(TreeItem.whole().with(visiting(new Visits(-1, "", ""))))
                .isEmpty());
        assertFalse(DraftRules.problems(TreeItem.whole().with(new Handling(null, false, null, 0, null, null)))
                .isEmpty());
    }

    @Test
    public void aDelegationNamesItsOrganItsBasisAndItsAnnouncementAndNobodyDelegatesToThemselves() {
        Handling bare = new Handling(null, false, null, null, new Delegation("市政府", "", ""), null);
        Handling itself = new Handling(
                null, false, null, null, new Delegation(TreeItem.whole().organ(), "《规定》", "公告"), null);

        assertEquals(Set.of("handling.delegation"), missing(bare));
        assertEquals(Set.of("handling.delegation.organ"), missing(itself));
    }

    @Test
    public void aSpecialStepNamesTheRuleByWhichItIsNeededAndChargedFor() {
        Handling bare =
                new Handling(null, false, null, null, null, List.of(new SpecialStep("检测", null, "", true, "", false)));

        assertEquals(Set.of("handling.specialSteps[0].basis", "handling.specialSteps[0].feeBasis"), missing(bare));
    }

    @Test
    public void whereNobodyHasToComeNothingIsKeptOfWhyTheyHadTo() {
        assertEquals(
                new Visits(0, "", ""),
                read(Map.of(Column.VISITS, "0", Column.VISIT_REASON, "提交原件"))
                        .definition()
                        .orElseThrow()
                        .handling()
                        .visits());
    }
}
