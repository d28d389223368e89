package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

/** Numbers as they are found in the world, with what is known of them. */
public class IdentifierFactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    public void everyKnownNumberIsJudgedAsKnown() throws IOException {
        List<String> rows = rows();
        assertEquals(27, rows.size());
        for (String row : rows) {
            String[] cell = row.split(",", -1);
            Check check = DocumentType.parse(cell[0]).check(cell[1], TODAY);
            assertEquals(row, cell[2].equals("valid"), check.isValid());
        }
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = IdentifierFactsTest.class.getResourceAsStream("identifiers.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
