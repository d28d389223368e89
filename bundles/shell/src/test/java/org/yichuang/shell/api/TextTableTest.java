package org.yichuang.shell.api;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;

public class TextTableTest {
    @Test
    public void chineseCountsTwoColumns() {
        TextTable table = new TextTable("中心", "Name").row("烟台", "Yantai").row("x", "海阳");

        assertEquals("中心  Name\n烟台  Yantai\nx     海阳\n", table.toString());
    }

    @Test
    public void whatIsNullIsEmptyAndALineStaysOne() {
        assertEquals(
                "a   b\n    one two\n",
                new TextTable("a ", "b").row(null, "one\ntwo").toString());
    }

    @Test
    public void fullWidthPunctuationIsWideToo() {
        assertEquals(6, TextTable.width("（a）b"));
        assertEquals(4, TextTable.width("、。"));
    }

    @Test
    public void wordsAreThoseOfTheOperatorsLanguages() {
        LocalizedMessage unknown = LocalizedMessage.of(OperatorCommand.class, "language-unknown", "x", "zh");
        TextTable table = new TextTable(unknown).row(unknown).row(TextTable.label(unknown));

        String zh = unknown.zh();
        String en = unknown.en();
        assertEquals(zh + " " + en + "\n" + zh + " / " + en + "\n" + zh + " " + en + "\n", table.toString());
        assertEquals((en + "\n").repeat(3), table.in(new Wording(List.of(Locale.ENGLISH))));
    }

    @Test
    public void anEmptyTableSaysSo() {
        assertEquals(
                "nothing\n",
                CommandResult.of(List.of(), new TextTable("a"), "nothing").text());
    }
}
