package org.yichuang.documents.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.yichuang.documents.api.TableComparison.Change;
import org.yichuang.documents.api.TableComparison.FieldChange;

public class TableComparisonTest {
    @Test
    public void rowsAreNewChangedTheSameOrMissing() {
        Map<String, String> incoming = new LinkedHashMap<>();
        incoming.put("c", "new");
        incoming.put("b", "other");
        incoming.put("a", "same");

        TableComparison<String> comparison = TableComparison.of(
                Map.of("a", "same", "b", "old"), new TreeSet<>(List.of("a", "b", "e", "d")), incoming);

        assertEquals(
                List.of(Change.ADDED, Change.CHANGED, Change.SAME),
                comparison.rows().stream().map(TableComparison.Row::change).toList());
        assertEquals("old", comparison.rows().get(1).before());
        assertNull(comparison.rows().get(0).before());
        assertEquals(List.of("d", "e"), comparison.missing());
        assertEquals(1, comparison.count(Change.CHANGED));
    }

    @Test
    public void theFieldsThatDifferAreToldWithBeforeAndAfter() {
        assertEquals(
                List.of(
                        new FieldChange("limit", "20", "10"),
                        new FieldChange("fee", "", "5"),
                        new FieldChange("x", "1", "")),
                TableComparison.fields(
                        new TreeMap<>(Map.of("limit", "20", "name", "甲", "x", "1")),
                        ordered("name", "甲", "limit", "10", "fee", "5")));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
