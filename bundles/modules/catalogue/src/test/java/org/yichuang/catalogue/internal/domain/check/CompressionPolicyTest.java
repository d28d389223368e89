package org.yichuang.catalogue.internal.domain.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.LocalizedMessage;

public class CompressionPolicyTest {
    private static final CompressionPolicy USUAL = policy(Map.of());

    private static CompressionPolicy policy(Map<String, String> settings) {
        return CompressionPolicy.of(
                (key, usual) -> settings.getOrDefault(key.substring(CompressionPolicy.POLICY.length()), usual));
    }

    @Test
    public void whatTheLawLetsTakeLongIsPromisedWithinFiveDays() {
        assertEquals(List.of("LONG HARD 6 5"), found(USUAL, item(20, 6)));
        assertEquals(List.of(), found(USUAL, item(20, 5)));
        assertEquals(
                "nothing promised: the law's limit is told", List.of("LONG HARD 20 5"), found(USUAL, item(20, null)));
        assertEquals("short by law", List.of(), found(USUAL, item(5, null)));
    }

    @Test
    public void whereTheLawSetsNoLimitAShortOneIsAdvised() {
        assertEquals(List.of("UNLIMITED ADVICE 4 3"), found(USUAL, item(null, 4)));
        assertEquals(List.of(), found(USUAL, item(null, 3)));
        assertEquals(List.of("UNLIMITED ADVICE null 3"), found(USUAL, item(null, null)));
    }

    @Test
    public void whatIsExaminedByItsPapersAloneIsDoneOnTheSpotInPrinciple() {
        MeasuredItem simple = new MeasuredItem("A-1", "甲", 5, 3, true, false);

        assertEquals(List.of("SIMPLE PRINCIPLE 3 0"), found(USUAL, simple));
        assertEquals(List.of(), found(policy(Map.of("simple", "off")), simple));
    }

    @Test
    public void noPromiseIsLongerThanTheLawAndNoExceptionHelps() {
        CompressionPolicy policy = policy(Map.of("exceptions", "A-1"));

        assertEquals(List.of("PROMISE HARD 9 5"), found(policy, item(5, 9)));
        assertFalse(policy.findings(item(5, 9)).get(0).excepted());
    }

    @Test
    public void namedExceptionsAreCountedByThemselves() {
        LimitCounts counts = new LimitCounts(policy(Map.of("exceptions", "A-1, B-2")));
        counts.take(item(20, 15));
        counts.take(new MeasuredItem("C-3", "丙", 20, 15, false, false));
        counts.take(new MeasuredItem("D-4", "丁", 20, 0, false, false));
        counts.take(new MeasuredItem("E-5", "戊", 20, 5, false, false));

        assertEquals(1, counts.count(Severity.HARD));
        assertEquals(1, counts.excepted());
        assertEquals(2, counts.shortItems());
        assertEquals(Optional.of(new BigDecimal("50.00")), counts.shortShare());
        assertEquals(1, counts.instantItems());
    }

    @Test
    public void otherDaysShowWhatWouldComeOfThem() {
        CompressionPolicy looser = USUAL.with(Optional.of(10), Optional.empty());

        assertEquals(List.of(), found(looser, item(20, 10)));
        assertEquals(List.of("LONG HARD 5 3"), found(USUAL.with(Optional.of(3), Optional.empty()), item(20, 5)));
    }

    @Test
    public void onlyACentreThatRefusesDoesNotPublishWhatBreaksABindingRule() {
        // the law sets 20 working days, 5 are promised
        assertEquals(Optional.empty(), USUAL.refusal(TreeItem.whole()));
        CompressionPolicy strict = policy(Map.of("long-days", "3", "publishing", "refuse"));
        assertEquals(
                "promisedLimit",
                strict.refusal(TreeItem.whole()).orElseThrow().fields().get(0).field());
        assertEquals(
                "不符合本中心的时限压缩规定：现为 5 天，应当压缩到 3 天以内",
                strict.refusal(TreeItem.whole()).orElseThrow().zh());
        assertEquals(Optional.empty(), policy(Map.of("long-days", "3")).refusal(TreeItem.whole()));
        assertEquals(
                Optional.empty(),
                policy(Map.of("long-days", "3", "publishing", "refuse", "exceptions", "000117011000"))
                        .refusal(TreeItem.whole()));
        assertEquals(
                Optional.empty(),
                policy(Map.of("long-days", "3", "publishing", "refuse", "long", "advice"))
                        .refusal(TreeItem.whole()));
    }

    @Test
    public void everyFindingHasASentence() {
        for (LimitRule rule : LimitRule.values()) {
            LocalizedMessage told = new LimitFinding(rule, Severity.HARD, "A", "甲", 9, 5, false).message();
            assertFalse(told.zh(), told.zh().isEmpty() || told.zh().contains("{"));
        }
    }

    private static List<String> found(CompressionPolicy policy, MeasuredItem item) {
        return policy.findings(item).stream()
                .map(each -> each.rule() + " " + each.severity() + " " + each.days() + " " + each.most())
                .toList();
    }

    private static MeasuredItem item(Integer statutory, Integer promised) {
        return new MeasuredItem(
                "A-1", "甲", statutory, promised, false, statutory != null && promised != null && promised > statutory);
    }
}
