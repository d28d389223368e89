package org.yichuang.catalogue.internal.domain.print;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.time.Limit;

/** Paper promises nothing that nobody has promised, and says what applicants have to do. */
public class EditionTextTest {
    private static final ItemDefinition TREES = TreeItem.whole();

    private static String limit(CaseKind kind, Limit statutory, Limit promised) {
        ItemDefinition item = TREES.but()
                .kind(kind)
                .statutoryLimit(statutory)
                .promisedLimit(promised)
                .made();
        return EditionText.lines(EditionKind.BOARD, 1, item, Map.of(), "")
                .get(0)
                .split("｜")[2];
    }

    @Test
    public void onlyWhatIsPromisedIsPrintedAsPromised() {
        assertEquals("承诺5个工作日（法定20个工作日）", limit(CaseKind.COMMITTED, Limit.working(20), Limit.working(5)));
        assertEquals("承诺5个工作日（法定未规定）", limit(CaseKind.COMMITTED, null, Limit.working(5)));
        assertEquals("法定20个工作日", limit(CaseKind.COMMITTED, Limit.working(20), null));
        assertEquals("未规定", limit(CaseKind.COMMITTED, null, null));
        assertEquals("即办", limit(CaseKind.INSTANT, null, null));
        assertEquals("即办，承诺1个工作日（法定20个工作日）", limit(CaseKind.INSTANT, Limit.working(20), Limit.working(1)));
    }

    @Test
    public void aBookletSaysWhoHasToComeWhatItCostsAndInWhoseNameItIsDecided() {
        Handling handling = new Handling(
                new InPerson(true, "核对本人"),
                false,
                new Visits(1, "核对本人", "条例第三条"),
                null,
                new Delegation("市住建局", "条例第二条", "2026年第1号公告"),
                List.of(
                        new SpecialStep("现场勘验", Limit.working(3), "条例第四条", false, "", true),
                        new SpecialStep("检测", null, "条例第五条", true, "发改价格1号", false)));
        String text = String.join("\n", EditionText.lines(EditionKind.BOOKLET, 1, TREES.with(handling), Map.of(), ""));

        assertTrue(text, text.contains("\n委托实施：受市住建局委托并以其名义实施（条例第二条；2026年第1号公告）"));
        assertTrue(text, text.contains("\n须本人现场签字：核对本人"));
        assertTrue(text, text.contains("\n到办事现场次数：1次；原因：核对本人；依据：条例第三条\n"));
        assertTrue(
                text, text.contains("\n特殊环节：现场勘验（时限3个工作日，计入办理时限，不收费；依据：条例第四条）；检测（时限未规定，不计入办理时限，收费依据：发改价格1号；依据：条例第五条）"));
        Handling online = new Handling(new InPerson(false, ""), false, new Visits(0, "", ""), 10, null, List.of());
        String none = String.join("\n", EditionText.lines(EditionKind.BOOKLET, 1, TREES.with(online), Map.of(), ""));
        assertTrue(none, none.contains("\n到办事现场次数：全程网上办理\n补正期限：10个工作日"));
        Handling registered =
                new Handling(null, false, null, null, null, null, null, Handling.Registration.MARKET_ENTITY);
        String registration =
                String.join("\n", EditionText.lines(EditionKind.BOOKLET, 1, TREES.with(registered), Map.of(), ""));
        assertTrue(registration, registration.contains("\n登记期限：材料齐全、符合法定形式的，当场登记；不能当场登记的，3个工作日内登记"));
        String usual = String.join("\n", EditionText.lines(EditionKind.BOOKLET, 1, TREES, Map.of(), "样表.pdf"));
        assertFalse(usual, usual.contains("委托实施") || usual.contains("现场"));
        assertTrue(usual, usual.contains("\n示范文本和空白表格：样表.pdf"));
    }
}
