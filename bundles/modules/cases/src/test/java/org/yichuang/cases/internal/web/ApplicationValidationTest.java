package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.TenantId;

/** What somebody is told who has filled in the applicant's fields. */
public class ApplicationValidationTest {
    @Test
    public void whatIsEmptyIsAskedForInTheOrderOfTheFields() {
        assertEquals(List.of("请选择申请人类型", "请填写姓名或名称", "请填写证件号码", "请填写联系电话"), told(Map.of()));
    }

    @Test
    public void whatIsMalformedIsToldTogetherWithWhatIsMissing() {
        assertEquals(
                List.of(
                        "请填写姓名或名称",
                        "公民身份号码应为17位数字加1位数字或 X",
                        "电话号码格式不正确：应为11位手机号码（如13800000000），或者带区号的固定电话（如0535-3220000，分机写作“转801”）"),
                told(Map.of(
                        "applicant.kind", "person",
                        "applicant.idNumber", "1101051949123100",
                        "applicant.phone", "一三八")));
    }

    @Test
    public void whatIsRightIsNotComplainedOf() {
        assertEquals(
                List.of(),
                told(Map.of(
                        "applicant.kind", "person",
                        "applicant.name", "李明",
                        "applicant.idNumber", "370613198501010018",
                        "applicant.phone", "13812345678")));
    }

    private static List<String> told(Map<String, String> typed) {
        CallContext context = new CallContext(
                new TenantId("haiyang"),
                new Actor("citizen", "李明", Set.of("applicant")),
                Instant.parse("2026-11-22T01:00:00Z"),
                "r1",
                Optional.empty(),
                Optional.empty());
        return ApplicationValidation.applicant(name -> typed.getOrDefault(name, ""), context).stream()
                .map(FieldProblem::zh)
                .collect(Collectors.toList());
    }
}
