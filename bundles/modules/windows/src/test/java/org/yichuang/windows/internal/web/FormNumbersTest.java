package org.yichuang.windows.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** What is typed and is no number is refused beside its field. */
public class FormNumbersTest {
    private static Form typed(String text) {
        return new Form(Map.of("n", List.of(text)), Map.of());
    }

    @Test
    public void numbersAndDaysAreReadOrRefused() {
        assertEquals(Integer.valueOf(120), FormNumbers.optional(typed("120"), "n"));
        assertNull(FormNumbers.optional(typed(""), "n"));
        assertEquals(LocalDate.of(2026, 3, 2), FormNumbers.day(typed("2026-03-02"), "n"));
        assertNull(FormNumbers.day(typed(""), "n"));
        for (String wrong : List.of("x", "-1", "1.5", "9999999999")) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> FormNumbers.optional(typed(wrong), "n"));
            assertEquals("n", refused.fields().get(0).field());
        }
        assertThrows(ProblemException.class, () -> FormNumbers.day(typed("morgen"), "n"));
    }
}
