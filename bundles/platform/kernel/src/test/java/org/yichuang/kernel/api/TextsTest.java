package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TextsTest {
    private final Texts texts = Texts.beside(TextsTest.class, "words");

    @Test
    public void anotherLanguageIsAnotherFile() {
        assertEquals("图书馆", texts.get(Locale.SIMPLIFIED_CHINESE, "name"));
        assertEquals("Library", texts.get(Locale.ENGLISH, "name"));
        assertEquals("도서관", texts.get(Locale.KOREA, "name"));
    }

    @Test
    public void whatALanguageHasNoWordsForIsReadInChinese() {
        assertEquals("图书馆", texts.get(Locale.GERMANY, "name"));
        Texts given = Texts.of(Map.of("a", "甲", "b", "乙"), Map.of("a", "A"));
        assertEquals("A", given.get(Locale.UK, "a"));
        assertEquals("乙", given.get(Locale.UK, "b"));
        assertEquals("甲", given.get(Locale.KOREA, "a"));
    }

    @Test
    public void wordsThatNobodyHasWrittenShowTheirKey() {
        assertEquals(Optional.empty(), texts.find(Locale.ENGLISH, "nothing"));
        assertEquals("nothing", texts.get(Locale.ENGLISH, "nothing"));
        assertFalse(texts.has("nothing"));
        assertTrue(texts.has("name"));
        assertFalse(Texts.NONE.has("name"));
    }

    @Test
    public void anArgumentIsTakenAsItIsAndAMessageSpeaksTheSameLanguage() {
        Texts given = Texts.of(Map.of("of", "{1}的{0}"), Map.of("of", "{0} of {1}"));
        assertEquals("{1} of Library", given.get(Locale.ENGLISH, "of", "{1}", texts.message("name")));
        assertEquals("$1的{0}", given.get(Locale.CHINA, "of", "{0}", "$1"));
        assertEquals("图书馆的a", given.message("of", "a", texts.message("name")).zh());
    }

    @Test
    public void whatStandsInNoFileIsLookedForInTheOthers() {
        Texts others = Texts.of(Map.of("name", "另一个", "b", "乙"), Map.of("b", "B"));
        Texts joined = texts.and(others).and(Texts.of(Map.of("c", "丙"), Map.of()));
        assertEquals("the first has it", "Library", joined.get(Locale.ENGLISH, "name"));
        assertEquals("B", joined.get(Locale.ENGLISH, "b"));
        assertEquals("丙", joined.get(Locale.ENGLISH, "c"));
        assertTrue(joined.has("c"));
        assertFalse("as it was", texts.has("b"));
    }

    @Test
    public void wordsWithoutAFileInChineseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Texts.beside(TextsTest.class, "no-such-words"));
    }
}
