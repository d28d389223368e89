package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.GateFact;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

public class CommandFormsTest {
    private static final CallContext CONTEXT = CallContext.system(new TenantId("haiyang"), Instant.EPOCH, "r");

    @Test
    public void whatGatesWantToKnowIsReadFromTheFormAndNothingElse() {
        assertEquals(
                Map.of("minutes", "海审纪〔2026〕5号"),
                said("decision", Map.of("facts.minutes", List.of(" 海审纪〔2026〕5号 "), "facts.other", List.of("5"))));
        assertEquals(Map.of(), said("decision", Map.of("facts.minutes", List.of(""))));
        assertEquals(Map.of(), said("withdrawal", Map.of("facts.minutes", List.of("5"))));
    }

    @Test
    public void aCommandThatCarriesNoneIsAskedForNone() {
        assertEquals(List.of(), forms().facts("withdrawal", "C1", CONTEXT));
        assertEquals(1, forms().facts("delivery", "C1", CONTEXT).size());
        assertEquals(1, forms().facts("on-the-spot-decision", "C1", CONTEXT).size());
    }

    private Map<String, String> said(String command, Map<String, List<String>> typed) {
        PageCall call =
                answering(PageCall.class, method -> method.equals("form") ? new Form(typed, Map.of()) : CONTEXT);
        return forms().said(command, "C1", call);
    }

    private CommandForms forms() {
        GateFact minutes = new GateFact("minutes", LocalizedMessage.verbatim("会议纪要编号"), true);
        return new CommandForms(answering(CaseService.class, method -> List.of(minutes)), null, null);
    }

    private interface Answer {
        Object to(String method);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> answer.to(method.getName())));
    }
}
