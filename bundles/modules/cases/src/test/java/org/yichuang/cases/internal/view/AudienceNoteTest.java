package org.yichuang.cases.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** Staff are told when an item speaks of others than whoever applies, and of nothing else. */
public class AudienceNoteTest {
    private static String note(String audience, String kind) {
        Ui ui = (Ui) Proxy.newProxyInstance(
                Ui.class.getClassLoader(),
                new Class<?>[] {Ui.class},
                (proxy, method, given) -> ((LocalizedMessage) given[0]).zh());
        return AudienceNote.of(audience, kind, ui);
    }

    @Test
    public void whoIsMeantIsNotSpokenOf() {
        assertEquals("", note("自然人", "person"));
        assertEquals("", note("企业法人;事业法人", "enterprise"));
        assertEquals("", note("自然人;企业法人;事业法人;社会组织法人", "person"));
        assertEquals("", note("自然人;企业法人", "enterprise"));
    }

    @Test
    public void whoIsNotIs() {
        assertTrue(note("企业法人;事业法人", "person").contains("申请人为自然人"));
        assertTrue(note("自然人", "enterprise").contains("申请人为法人或者其他组织"));
    }

    @Test
    public void whatSaysNothingIsNotWeighed() {
        assertEquals("", note("", "person"));
        assertEquals("", note("不限", "enterprise"));
    }
}
