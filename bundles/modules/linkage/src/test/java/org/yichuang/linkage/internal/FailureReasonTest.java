package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.api.Reply.Refusal;
import org.yichuang.linkage.internal.domain.FailureReason;

public class FailureReasonTest {
    @Test
    public void aRefusalIsReadInTheReadersLanguageWithoutItsCode() {
        LocalizedMessage reason = FailureReason.read(
                FailureReason.of(new Refusal("not-related", "不是上下级", "Not neighbours / at all", true)));

        assertEquals("不是上下级", reason.zh());
        assertEquals("Not neighbours / at all", reason.en());
    }

    @Test
    public void whatAPersonHasWrittenOrAnEarlierReleaseHasKeptIsShownAsItIs() {
        assertEquals("等待核实", FailureReason.read("等待核实").en());
        assertEquals(
                "不是上下级 / Not neighbours",
                FailureReason.read("not-related: 不是上下级 / Not neighbours").zh());
    }

    @Test
    public void whatNoDatabaseKeepsOrIsNotThereIsLeftOut() {
        assertEquals("a: b c\nd", FailureReason.of(new Refusal("a\0", "b\r\nc\0", "\ud800d", false)));
        assertEquals(": \n", FailureReason.of(new Refusal(null, null, null, false)));
        assertEquals(
                60,
                FailureReason.of(new Refusal("a".repeat(5_000), "", "", false)).indexOf(':'));
    }

    @Test
    public void aLongReasonKeepsBothLanguages() {
        LocalizedMessage kept = FailureReason.read(
                FailureReason.of(new Refusal("broken", "长".repeat(1000), "long ".repeat(1000), false)));

        assertEquals(400, kept.zh().length());
        assertEquals(400, kept.en().length());
    }
}
