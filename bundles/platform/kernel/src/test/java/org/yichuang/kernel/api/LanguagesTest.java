package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;

/** The tests of the kernel have one file in Uyghur, and no code that knows of it. */
public class LanguagesTest {
    private static final Locale UYGHUR = Locale.forLanguageTag("ug");

    @Test
    public void aLanguageIsOfferedAsSoonAsItHasAFile() {
        assertEquals(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, UYGHUR), Languages.all());
        assertEquals(Optional.of(UYGHUR), Languages.find("ug"));
        assertEquals(Optional.empty(), Languages.find("fr"));
        assertEquals(Optional.empty(), Languages.find("../ug"));
    }

    @Test
    public void theFirstLanguageThatIsOfferedIsSpoken() {
        assertEquals(UYGHUR, Languages.preferred("fr, ug;q=0.9, en;q=0.8"));
        assertEquals(Locale.ENGLISH, Languages.preferred("en-GB,en;q=0.9,zh;q=0.1"));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Languages.preferred("zh-TW"));
    }

    @Test
    public void withoutOneItIsChinese() {
        assertEquals(Locale.SIMPLIFIED_CHINESE, Languages.preferred(null));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Languages.preferred("fr"));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Languages.preferred("en;q=nonsense"));
    }
}
