package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** The list of divisions that the product ships. */
public class ShippedDivisionsTest {
    private static final Path LIST = Path.of("../../../tenants/divisions.csv");

    @Test
    public void everyDivisionStandsAtItsLevelWithinItsParent() throws IOException {
        List<String> rows = Files.readAllLines(LIST);
        assertEquals("code,name,level,parent", rows.get(0));
        Map<String, DivisionCode> known = new HashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cell = row.split(",", -1);
            DivisionCode code = new DivisionCode(cell[0]);
            assertEquals(row, Optional.of(code.level()), Level.parse(cell[2]));
            if (code.level() != Level.PROVINCE) {
                assertTrue(row, known.get(cell[3]).contains(code));
                assertEquals(
                        row,
                        code.level().ordinal() - 1,
                        known.get(cell[3]).level().ordinal());
            }
            assertNull(row, known.put(cell[0], code));
        }
        assertTrue(known.keySet().containsAll(List.of("370613001", "370687102")));
    }

    @Test
    public void statisticsCodesOfDevelopmentZonesAreNotDivisions() throws IOException {
        for (String row : Files.readAllLines(LIST)) {
            assertTrue(row, !row.matches("37(0671|0676|0176).*"));
        }
    }
}
