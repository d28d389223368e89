package org.yichuang.shell.internal.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                "nothing\n", Sheet.of(List.of(), new TextTable("a"), "nothing").text());
    }

    @Test
    public void jsonIsOneLineWithIsoMoments() {
        String json = Sheet.of(Map.of("at", Instant.parse("2026-03-02T01:00:00Z")), "")
                .json();

        assertEquals("{\"at\":\"2026-03-02T01:00:00Z\"}", json);
        assertTrue(Sheet.of(List.of(), "").failing("because").failure().isPresent());
    }
}
