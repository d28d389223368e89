package org.yichuang.console.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** What a posted form of settings changes. */
public class SettingChangesTest {
    private final Map<String, List<String>> posted = new HashMap<>();

    @Test
    public void whatSomebodyTypedIsChangedAndNothingElse() {
        post("intake.closing", "17:00", "16:30");
        post("retention.days", "30", "30");

        assertEquals(
                Map.of("intake.closing", "16:30"),
                changes(present("intake.closing", "17:00"), present("retention.days", "30")));
    }

    @Test
    public void aSettingThatWasNotInTheFormStays() {
        post("intake.closing", "17:00", "");

        assertEquals(
                Map.of("intake.closing", ""),
                changes(present("intake.closing", "17:00"), present("module.installed-since", "42")));
    }

    @Test
    public void whatSomebodyElseHasChangedMeanwhileStaysWhereNobodyChangedItHere() {
        post("intake.closing", "17:00", "17:00");
        post("retention.days", "30", "60");

        assertEquals(
                Map.of("retention.days", "60"),
                changes(present("intake.closing", "18:00"), present("retention.days", "30")));
    }

    @Test
    public void aSettingThatTwoPeopleChangeIsRefusedWithItsPresentValue() {
        post("intake.closing", "17:00", "16:30");

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> changes(present("intake.closing", "18:00")));

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals("intake.closing", refusal.fields().get(0).field());
        assertEquals("「Name」已被他人改为“18:00”，请核对后再提交", refusal.fields().get(0).zh());
    }

    @Test
    public void theSameChangeTwiceIsNoConflict() {
        post("intake.closing", "17:00", "18:00");

        assertEquals(Map.of(), changes(present("intake.closing", "18:00")));
    }

    @Test
    public void theFormThatComesAgainTakesOverWhatWasSeenAndRevertsNothing() {
        post("intake.closing", "17:00", "16:30");
        post("retention.days", "30", "30");
        Form form = new Form(posted, Map.of());

        assertEquals("18:00", SettingChanges.shown("intake.closing", "18:00", form));
        assertEquals("30", SettingChanges.shown("retention.days", "90", form));
        assertEquals("90", SettingChanges.shown("retention.days", "90", Form.EMPTY));
    }

    private void post(String key, String shown, String typed) {
        posted.put(SettingChanges.shownName(key), List.of(shown));
        posted.put(key, List.of(typed));
    }

    private Map<String, String> changes(SettingRow... rows) {
        return SettingChanges.of(List.of(rows), new Form(posted, Map.of()));
    }

    private static SettingRow present(String key, String value) {
        return new SettingRow(key, "Name", value, "", value);
    }
}
