package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

public class SpecialFormTest {
    private static SpecialHandlingRequest read(Map<String, List<String>> typed) {
        Form form = new Form(typed, Map.of());
        return SpecialForm.read((PageCall) Proxy.newProxyInstance(
                PageCall.class.getClassLoader(),
                new Class<?>[] {PageCall.class},
                (proxy, method, values) -> method.getName().equals("form") ? form : null));
    }

    private static List<String> refused(Map<String, List<String>> typed) {
        return assertThrows(ProblemException.class, () -> read(typed)).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    @Test
    public void whatIsTypedOfTheLeadersPaperIsRead() {
        assertEquals(
                new SpecialHandlingRequest(
                        SpecialGround.LEADER_APPROVAL, "招商项目", "副市长", "批示3号", LocalDate.of(2026, 9, 11)),
                read(Map.of(
                        "ground", List.of("LEADER_APPROVAL"),
                        "reason", List.of("招商项目"),
                        "approver", List.of("副市长"),
                        "approval", List.of("批示3号"),
                        "approvedOn", List.of("2026-09-11"))));
        assertEquals(
                new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "重点项目", null, null, null),
                read(Map.of("ground", List.of("CENTRE_FINDING"), "reason", List.of("重点项目"))));
    }

    @Test
    public void whatIsMissingOrNoDayIsNamed() {
        assertEquals(List.of("ground", "reason"), refused(Map.of()));
        assertEquals(List.of("ground"), refused(Map.of("ground", List.of("X"), "reason", List.of("r"))));
        assertEquals(
                List.of("approvedOn"),
                refused(Map.of(
                        "ground", List.of("LEADER_APPROVAL"),
                        "reason", List.of("r"),
                        "approvedOn", List.of("tomorrow"))));
    }
}
