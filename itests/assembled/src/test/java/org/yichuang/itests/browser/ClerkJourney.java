package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runners.Parameterized.Parameters;

/** Journey 2: ten applications in a row at the window. */
public class ClerkJourney extends AtBothWidths {
    private static final String COMPLETE = "a";
    private static final String INCOMPLETE = "b";
    private static final String NOT_OURS = "j";
    private static final Map<String, String> STATES = Map.of(COMPLETE, "已受理", INCOMPLETE, "待补正", NOT_OURS, "不予受理");

    @Parameters(name = "{0} px")
    public static Object[] widths() {
        return ofStaff();
    }

    @Test
    public void aClerkTakesTenApplicationsInARow() throws Exception {
        Person clerk = named("clerk", "haiyang");
        assertTrue(clerk.place().startsWith("/haiyang/workbench"));
        clerk.shortcut("n");
        clerk.look();
        clerk.type("q", "食品经营");
        clerk.press("main form button");
        // the item, and a bundle that it is a part of
        clerk.pressWords("食品经营许可");
        String[] outcomes = {COMPLETE, COMPLETE, INCOMPLETE, COMPLETE, NOT_OURS};
        for (int i = 0; i < 10; i++) {
            take(clerk, i, outcomes[i % outcomes.length]);
            clerk.shortcut("n");
        }
        String words = URLEncoder.encode(applicant(), StandardCharsets.UTF_8);
        clerk.open("/haiyang/worklist?q=" + words);
        assertEquals(10, clerk.count("tbody tr"));
        clerk.look();
    }

    private String applicant() {
        return either("窗口申请", "手机录入");
    }

    private void take(Person clerk, int i, String outcome) {
        clerk.type("applicant.name", applicant() + i);
        clerk.type("applicant.idNumber", IDENTITY);
        clerk.type("applicant.phone", "13800000000");
        List<?> papers = (List<?>) clerk.script(
                "return [...document.querySelectorAll('fieldset.material input[name^=paper-]')].map(box => box.name)");
        papers.subList(0, outcome.equals(COMPLETE) ? papers.size() : 1)
                .forEach(name -> clerk.tick(name.toString(), "true"));
        if (outcome.equals(INCOMPLETE)) {
            clerk.tick(papers.get(1).toString().replace("paper-", "ask-"), "true");
        }
        if (i == 0) {
            clerk.look();
        }
        clerk.shortcut(outcome);
        if (outcome.equals(NOT_OURS)) {
            refuse(clerk);
        }
        assertTrue(clerk.text(), clerk.text().contains(STATES.get(outcome)));
        if (i < 5) {
            clerk.look();
            notice(clerk);
        }
    }

    private static void refuse(Person clerk) {
        clerk.look();
        clerk.tick("refusal", "NOT_COMPETENT");
        clerk.type("competentOrgan", "海阳市市场监督管理局");
        clerk.type("reasons", "申请事项不属于本窗口职权范围。");
        clerk.type("basis", "《行政许可法》第三十二条第一款第（二）项");
        clerk.shortcut(NOT_OURS);
    }

    /** The document is one key away. */
    private static void notice(Person clerk) {
        assertTrue(clerk.has("a[accesskey=p][href*='/documents/']"));
        assertEquals("%PDF", clerk.opensFile("打印"));
    }
}
