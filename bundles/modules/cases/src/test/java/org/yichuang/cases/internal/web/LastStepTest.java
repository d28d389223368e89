package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.view.Meanwhile;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** Whoever comes second is told who has come first, and keeps what they have typed. */
public class LastStepTest {
    private static final CallContext CONTEXT = CallContext.system(new TenantId("haiyang"), Instant.EPOCH, "r");

    private final Ui ui = Wired.only(
            Ui.class,
            Map.of("t", key -> said((String) key[0], (Object[]) key[1]), "moment", at -> String.valueOf(at[0])));

    private static String said(String key, Object... values) {
        return values.length == 0 ? key : String.join("|", List.of(values).toArray(String[]::new));
    }

    private static JournalEntry entry(String action, String by) {
        return Wired.record(JournalEntry.class, Map.of("action", action, "actorName", by, "at", Instant.EPOCH));
    }

    private Meanwhile meanwhile(Map<String, List<String>> typed) {
        CaseService cases = Wired.only(
                CaseService.class,
                Map.of(
                        "journal",
                        asked -> ((PageRequest) asked[1]).cursor().isEmpty()
                                ? new Page<>(List.of(entry("submit", "张窗"), entry("accept", "李窗")), "2")
                                : new Page<>(List.of(entry("decide", "王首席"), entry("move-content", "系统")), null)));
        PageCall call = Wired.only(
                PageCall.class,
                Map.of("ui", any -> ui, "context", any -> CONTEXT, "form", any -> new Form(typed, Map.of())));
        return LastStep.of(cases, "C1", call);
    }

    @Test
    public void theLastStepOfTheTrailSaysWhoWhenAndWhat() {
        assertEquals(
                "王首席|1970-01-01T00:00:00Z|journal.case.decide",
                meanwhile(Map.of()).done());
    }

    @Test
    public void whatWasTypedIsGivenBackWhateverItsFieldIsCalled() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("outcome", List.of("REFUSE"));
        typed.put("paper-m1", List.of("true"));
        typed.put("remedies", List.of("可以申请行政复议"));
        typed.put("facts.minutes", List.of("海审纪〔2026〕5号"));
        typed.put("free-0", List.of("请补充授权委托书"));
        typed.put("kept-file-m1", List.of("0123"));
        typed.put("documentNumber", List.of("2026-17"));
        assertEquals(
                List.of("2026-17", "可以申请行政复议", "海审纪〔2026〕5号", "请补充授权委托书").stream()
                        .sorted()
                        .toList(),
                meanwhile(typed).typed().stream().sorted().toList());
    }
}
