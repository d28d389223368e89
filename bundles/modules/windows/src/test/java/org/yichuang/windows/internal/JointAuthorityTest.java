package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.internal.WindowsViews.RightView;

/** In a joint case it is asked whose act it is: the whole is the lead's, a branch its own department's. */
public class JointAuthorityTest extends WindowsContract {
    @Before
    public void hall() {
        world.window("3", HOUSING);
        world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.window("5", FORESTRY);
        world.onDuty("felix", FORESTRY, "5");
        world.issued("海住建委〔2026〕1号", List.of("BUILD"), List.of("SELL"));
    }

    private static CaseRequests.Request request(Map<String, String> facts) {
        return Filled.of(CaseRequests.Decide.class, Map.of("facts", facts));
    }

    private static GateAnswer allowed(String window, String rank) {
        String letter = "海住建委〔2026〕1号";
        return new GateAnswer.Allowed("window:" + window + " letter:" + letter, window, rank, letter);
    }

    private static String codeOf(GateAnswer answer) {
        return ((GateAnswer.Refused) answer).code().code();
    }

    @Test
    public void theLetterOfTheDepartmentThatLeadsNamesABundleOrOneOfItsMembers() {
        world.item("BUNDLE", HOUSING);
        CaseSnapshot joint = Filled.of(
                CaseSnapshot.class,
                Map.of(
                        "owner",
                        "haiyang",
                        "item",
                        "BUNDLE",
                        "department",
                        HOUSING,
                        "items",
                        List.of(
                                new CaseItem("haiyang", "WOOD", 1, "w", FORESTRY),
                                new CaseItem("haiyang", "BUILD", 1, "b", HOUSING))));
        CallContext clara = world.clerk("clara");
        GateQuestion question = new GateQuestion(GatedCommand.ACCEPT, joint, request(Map.of()), clara);
        assertEquals(
                allowed("3", ""),
                node.transactions().read(clara, unit -> world.wiring.gate().check(question, unit)));
    }

    /** The letter of another member's department is no letter for the whole, nor is what the lead's names of it. */
    @Test
    public void whatAnotherDepartmentExaminesLetsNobodyActForTheWhole() {
        world.issued(WindowsWorld.proposalOf(FORESTRY, "海林委〔2026〕1号", "fiona", "felix", List.of("WOOD")));
        CaseSnapshot joint = Filled.of(
                CaseSnapshot.class,
                Map.of(
                        "owner",
                        "haiyang",
                        "item",
                        "BUNDLE",
                        "department",
                        HOUSING,
                        "items",
                        List.of(
                                new CaseItem("haiyang", "WOOD", 1, "w", FORESTRY),
                                new CaseItem("haiyang", "BUILD", 1, "b", FORESTRY))));
        for (String account : List.of("clara", "bo", "felix")) {
            CallContext context = world.clerk(account);
            GateQuestion question = new GateQuestion(GatedCommand.ACCEPT, joint, request(Map.of()), context);
            GateAnswer answer = node.transactions()
                    .read(context, unit -> world.wiring.gate().check(question, unit));
            assertEquals(account, "authority-none", codeOf(answer));
        }
    }

    @Test
    public void thePageOfAJointCaseTellsOfEachActByTheLetterOfItsDepartment() {
        world.issued(WindowsWorld.proposalOf(FORESTRY, "海林委〔2026〕1号", "fiona", "felix", List.of("WOOD")));
        world.item("BUNDLE", HOUSING);
        String number = "370687-20260302-BBBBBBBBBB";
        world.cases.put(
                number,
                Filled.of(
                        CaseRecord.class,
                        Map.of(
                                "number",
                                number,
                                "owner",
                                "haiyang",
                                "item",
                                "BUNDLE",
                                "department",
                                HOUSING,
                                "items",
                                List.of(
                                        new CaseItem("haiyang", "WOOD", 1, "使用林地审核", FORESTRY),
                                        new CaseItem("haiyang", "BUILD", 1, "施工许可", HOUSING)))));
        CallContext felix = world.as("felix", "chief-representative", HAIYANG, Set.of(FORESTRY));
        List<RightView> may = world.authorities.ofCase(number, felix);
        assertEquals(
                List.of("使用林地审核"),
                may.stream()
                        .filter(each -> each.right() == Right.EXAMINE)
                        .map(RightView::branch)
                        .toList());
        assertEquals(
                "by the letter of forestry, and nothing of the whole",
                List.of("海林委〔2026〕1号"),
                may.stream()
                        .filter(each -> each.answer().allowed())
                        .map(each -> each.answer().letter())
                        .toList());
        CallContext bo = world.as("bo", "chief-representative", HAIYANG, Set.of(HOUSING));
        assertEquals(
                "the whole, and its own branch",
                5,
                world.authorities.ofCase(number, bo).stream()
                        .filter(each -> each.answer().allowed())
                        .count());
    }
}
