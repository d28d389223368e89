package org.yichuang.shell.api;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

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
    public void anEmptyTableSaysSo() {
        assertEquals(
                "nothing\n",
                CommandResult.of(List.of(), new TextTable("a"), "nothing").text());
    }
}
