package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/** The six sets that places have ordered (K1), and the fee, of which silence says nothing (X9). */
public class DisclosureTest {
    private static final String BASED = "每本10元，依据《城市绿化条例》";

    @Test
    public void whatIsSaidInFullMeetsEachSetButTheOneThatOnlyWindowsCanMeet() {
        ItemDefinition full = item(BASED, true);
        for (DisclosureSet set : DisclosureSet.values()) {
            List<String> expected = set == DisclosureSet.EIGHT ? List.of("disclosure") : List.of();
            assertEquals(set.word(), expected, missing(set.word(), full, ForeignFields.NONE));
        }
        ForeignFields windows = new ForeignFields(
                Map.of("windowAuthority", LocalizedMessage.verbatim("窗口权限")), Map.of("windowAuthority", "受理、审批"));
        assertEquals(List.of(), missing("eight", full, windows));
        ForeignFields silent =
                new ForeignFields(Map.of("windowAuthority", LocalizedMessage.verbatim("窗口权限")), Map.of());
        assertEquals(List.of("windowAuthority"), missing("eight", full, silent));
    }

    @Test
    public void whatASetNamesAndAnItemLacksIsNamed() {
        ItemDefinition bare = item("收费", false);
        assertEquals(
                List.of("conditions", "feeStandard", "legalBasis", "limit", "procedure"),
                missing("five", bare, ForeignFields.NONE));
        assertEquals(
                List.of("feeStandard", "legalBasis", "limit", "materials", "procedure"),
                missing("six-basis", bare, ForeignFields.NONE));
        assertEquals(
                List.of("feeStandard", "materials", "procedure", "promisedLimit", "supervision"),
                missing("six-supervision", bare, ForeignFields.NONE));
        assertEquals(
                List.of("feeBasis", "feeStandard", "legalBasis", "materials", "procedure", "promisedLimit"),
                missing("six-fees", bare, ForeignFields.NONE));
        assertEquals(
                List.of(
                        "complaint",
                        "conditions",
                        "feeBasis",
                        "feeStandard",
                        "legalBasis",
                        "limit",
                        "materials",
                        "procedure"),
                missing("seven", bare, ForeignFields.NONE));
    }

    @Test
    public void whereACentreDemandsItEachLevelThatExaminesSaysHowLongItHas() {
        Stage accept = new Stage(Stage.Action.ACCEPT, Level.COUNTY, "", null);
        Stage decide = new Stage(Stage.Action.DECIDE, Level.CITY, "市住建局", null);
        Stage untold = new Stage(Stage.Action.PRE_REVIEW, Level.COUNTY, "县住建局", null);
        Stage told = new Stage(Stage.Action.PRE_REVIEW, Level.COUNTY, "县住建局", Limit.working(5));
        ItemDefinition linked = item(BASED, true)
                .but()
                .routes(List.of(new Route("r", "县级初审", List.of(), List.of(accept, untold, decide), Level.CITY)))
                .made();
        assertEquals(List.of("levelLimits"), missing("levelLimits", linked, ForeignFields.NONE));
        assertEquals(List.of(), missing("five", linked, ForeignFields.NONE));
        ItemDefinition whole = linked.but()
                .routes(List.of(new Route("r", "县级初审", List.of(), List.of(accept, told, decide), Level.CITY)))
                .made();
        assertEquals(List.of(), missing("levelLimits", whole, ForeignFields.NONE));
    }

    @Test
    public void aSetAndFieldsBesideItStandTogether() {
        assertEquals(List.of("result"), missing("seven, result", item(BASED, true), ForeignFields.NONE));
        assertEquals(List.of("disclosure"), missing("nine", item(BASED, true), ForeignFields.NONE));
        assertTrue(Disclosure.words().containsAll(List.of("five", "eight", "feeBasis", "name")));
    }

    @Test
    public void whetherThereIsAFeeIsSaidOfEveryItem() {
        assertEquals(List.of("fee"), missing("name", item("", true), ForeignFields.NONE));
        assertEquals(List.of("fee"), missing("name", item("  ", true), ForeignFields.NONE));
        for (String said : List.of("不收费", "免收", "否", "无。", BASED)) {
            assertEquals(said, List.of(), missing("name", item(said, true), ForeignFields.NONE));
        }
        ForeignFields fees =
                new ForeignFields(Map.of("fee", LocalizedMessage.verbatim("收费")), Map.of("fee", "每棵 20 元"));
        assertEquals("the module of fees says it", List.of(), missing("name", item("", true), fees));
    }

    @Test
    public void aStandardAndItsBasisAreTwoThings() {
        assertTrue(FeeWords.hasStandard("每本10元") && !FeeWords.hasBasis("每本10元"));
        assertTrue(FeeWords.hasStandard(BASED) && FeeWords.hasBasis(BASED));
        assertTrue(FeeWords.hasBasis("每本10元，鲁价费发〔2015〕12号"));
        assertTrue("nothing needs no basis", FeeWords.hasStandard("不收费") && FeeWords.hasBasis("不收费"));
        assertFalse(FeeWords.hasStandard("") || FeeWords.hasBasis(""));
        assertFalse("how much is not said", FeeWords.hasStandard("按规定收费。") || FeeWords.hasStandard("是"));
    }

    private static List<String> missing(String words, ItemDefinition item, ForeignFields foreign) {
        Problems problems = new Problems();
        Disclosure.check(words, item, foreign, problems);
        return problems.all().stream().map(FieldProblem::field).sorted().toList();
    }

    private static ItemDefinition item(String fee, boolean full) {
        String text = full ? "有" : "";
        return ItemDefinition.of("A-1")
                .name("甲")
                .type(ItemType.LICENCE)
                .department("住建")
                .organ("市住建局")
                .exerciseLevel(Level.CITY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(full ? Limit.working(20) : null)
                .promisedLimit(full ? Limit.working(5) : null)
                .conditions(text)
                .materials(full ? List.of(new Material("m1", "申请表", true, "", 1, "")) : List.of())
                .procedure(text)
                .fee(fee)
                .legalBasis(text)
                .complaint(text)
                .acceptanceLevels(Set.of(Level.CITY))
                .routes(List.of(TreeItem.CITY))
                .made();
    }
}
