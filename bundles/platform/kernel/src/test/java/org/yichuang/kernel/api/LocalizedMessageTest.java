package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;

public class LocalizedMessageTest {
    private static final LocalizedMessage LIMIT = LocalizedMessage.of(PageRequest.class, "page-limit", 200);

    @Test
    public void theSameMessageIsWordedInEachLanguage() {
        assertEquals("每页条数须在 1 到 200 之间", LIMIT.in(Locale.SIMPLIFIED_CHINESE));
        assertEquals("limit must be between 1 and 200", LIMIT.in(Locale.ENGLISH));
        assertEquals("limit must be between 1 and 200", LIMIT.in(Locale.UK));
    }

    @Test
    public void aThirdLanguageIsAFile() {
        Locale uyghur = Locale.forLanguageTag("ug");
        assertEquals(
                "بەت بەلگىسى ئىناۋەتسىز",
                LocalizedMessage.of(PageRequest.class, "cursor-unknown").in(uyghur));
    }

    @Test
    public void whatALanguageHasNoWordsForIsReadInChinese() {
        assertEquals("每页条数须在 1 到 200 之间", LIMIT.in(Locale.forLanguageTag("ug")));
        assertEquals("每页条数须在 1 到 200 之间", LIMIT.in(Locale.FRENCH));
    }

    @Test
    public void theMachinesOwnLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertEquals("每页条数须在 1 到 200 之间", LIMIT.in(Locale.FRENCH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    public void aForgottenSentenceShowsItsKey() {
        assertEquals(
                "nobody-wrote-it",
                LocalizedMessage.of(PageRequest.class, "nobody-wrote-it").in(Locale.ENGLISH));
    }

    @Test
    public void anArgumentIsTakenAsItIs() {
        LocalizedMessage message = LocalizedMessage.of(PageRequest.class, "page-limit", "{0} $1 \\ {1}");
        assertEquals("limit must be between 1 and {0} $1 \\ {1}", message.in(Locale.ENGLISH));
    }

    @Test
    public void aMessageInsideAMessageSpeaksTheSameLanguage() {
        LocalizedMessage outer = LocalizedMessage.of(PageRequest.class, "page-limit", LIMIT);
        assertEquals("每页条数须在 1 到 每页条数须在 1 到 200 之间 之间", outer.in(Locale.SIMPLIFIED_CHINESE));
        LocalizedMessage both = LocalizedMessage.list(List.of(LIMIT, LocalizedMessage.verbatim("HY-001")));
        assertEquals("每页条数须在 1 到 200 之间；HY-001", both.in(Locale.SIMPLIFIED_CHINESE));
        assertEquals("limit must be between 1 and 200; HY-001", both.in(Locale.ENGLISH));
    }

    @Test
    public void aRefusalKeepsItsCodeAndItsField() {
        ProblemException refusal = assertThrows(ProblemException.class, () -> new PageRequest(0, Optional.empty()));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("limit", refusal.fields().get(0).field());
        assertEquals("limit must be between 1 and 200", refusal.getMessage());
        assertEquals(0, refusal.getStackTrace().length);
    }
}
