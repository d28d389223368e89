package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** What texts may hold, how they are cut and compared. */
public class TextRulesTest {
    /** A character of the second plane: two UTF-16 units. */
    private static final String RARE = "\uD842\uDFB7";

    @Test
    public void whatNoDatabaseKeepsIsUnfit() {
        for (String unfit : new String[] {"a\0", "\u0007", "\u0085", "\uD842", "x\uDFB7", "\uFFFF", "\uFDD0"}) {
            assertTrue(TextRules.isUnfit(unfit));
        }
        assertTrue("turns the direction of what follows", TextRules.isUnfit("合同\u202Efdp.exe"));
        assertFalse(TextRules.isUnfit("第一行\n第二行\t" + RARE + "\u200D\uE000"));
    }

    @Test
    public void whatShowsNothingIsBlank() {
        assertTrue(TextRules.isBlank(""));
        assertTrue(TextRules.isBlank(" \u3000\u00A0\u200B\uFEFF\n"));
        assertFalse(TextRules.isBlank("\u200B李"));
    }

    @Test
    public void everyKindOfLineBreakAndSpaceBecomesOne() {
        assertEquals("一\n二\n三", TextRules.normalized("\u3000 一\r\n二\r三 \u00A0\n"));
        assertEquals("李明", TextRules.cleaned(" 李\0明\u202E "));
        assertEquals("", TextRules.cleaned(null));
    }

    @Test
    public void aTextIsNeverCutWithinACharacter() {
        String text = "ab" + RARE + "cd";
        assertEquals("ab", TextRules.first(text, 3));
        assertEquals("ab" + RARE, TextRules.first(text, 4));
        assertEquals("cd", TextRules.last(text, 3));
        assertEquals(RARE + "cd", TextRules.last(text, 4));
        assertEquals(text, TextRules.first(text, 6));
        assertEquals("", TextRules.first(text, 0));
        assertEquals("", TextRules.last(text, 0));
    }

    @Test
    public void caseAndWidthMakeNoDifferenceWhenFolded() {
        assertEquals(TextRules.folded("a公司 ärzte"), TextRules.folded("Ａ公司 ÄRZTE"));
        assertEquals(TextRules.folded("strasse"), TextRules.folded("Straße"));
    }
}
