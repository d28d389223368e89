package org.yichuang.notices.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.internal.TemplateRegistry;
import org.yichuang.notices.internal.view.NoticeReason;

/** Pages about messages say in words what programs know by a key. */
public class NoticePageModuleTest {
    @Test
    public void whyAMessageDidNotArriveIsSaidInWords() {
        assertEquals("邮件服务器回答代码 550", told("smtp-550", LocalizedMessage.CHINESE));
        assertEquals("短信网关回答代码 11", told("smpp-11", LocalizedMessage.CHINESE));
        assertEquals("The mail server answered with code 550", told("smtp-550", Locale.ENGLISH));
        for (String word : List.of("no-answer", "interrupted", "failed", "address", "form", "unwanted")) {
            assertFalse(word, told(word, LocalizedMessage.CHINESE).matches(".*[a-z].*"));
        }
        assertEquals("nothing is to be said", "", told("", LocalizedMessage.CHINESE));
        assertEquals("of a later version", "new-word", told("new-word", LocalizedMessage.CHINESE));
    }

    private static String told(String word, Locale locale) {
        return NoticeReason.told(word, NoticePageModule.TEXTS, locale);
    }

    @Test
    public void aKindWhoseModuleHasGoneBearsItsWord() {
        assertEquals(
                "accepted", new TemplateRegistry().title("cases", "accepted").zh());
    }
}
