package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;

import java.util.Locale;
import org.junit.Test;

/** Which of two texts is read. */
public class BilingualTextTest {
    private final BilingualText both = new BilingualText("节假日", "public holiday");

    @Test
    public void englishIsReadInEnglishAndChineseInEveryOtherLanguage() {
        assertEquals("public holiday", both.in(Locale.ENGLISH));
        assertEquals("public holiday", both.in(Locale.UK));
        assertEquals("节假日", both.in(LocalizedMessage.CHINESE));
        assertEquals("节假日", both.in(Locale.KOREAN));
    }

    @Test
    public void chineseIsReadWhereThereIsNoEnglish() {
        assertEquals("节假日", new BilingualText("节假日", " ").in(Locale.ENGLISH));
        assertEquals("节假日", new BilingualText("节假日", null).in(Locale.ENGLISH));
    }

    @Test
    public void aMessageKeepsWhatItSaysInBothLanguages() {
        BilingualText kept = BilingualText.of(LocalizedMessage.of(Level.class, "level.city"));

        assertEquals("市", kept.zh());
        assertEquals(Level.CITY.label().en(), kept.en());
    }
}
