package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** How parameters are read, on pages and in REST. */
public class QuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Test
    public void nothingMeansTheLastThirtyDaysAsAWhole() {
        Question question = question(Map.of());

        assertEquals(
                new Period(LocalDate.of(2026, 8, 16), TODAY), question.scope().period());
        assertEquals(Map.of(), question.scope().only());
        assertEquals(null, question.by());
    }

    @Test
    public void daysDimensionsAndPartsAreRead() {
        Question question = question(Map.of("from", "2026-01-01", "to", "2026-01-31", "item", "A-1", "by", "day"));

        assertEquals(31, question.scope().period().days());
        assertEquals(Set.of("A-1"), question.scope().only(Dimension.ITEM));
        assertEquals(Dimension.DAY, question.by());
        assertEquals("from=2026-01-01&to=2026-01-31&item=A-1", question.query());
    }

    @Test
    public void whatCannotBeReadIsRefusedWithItsName() {
        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal(Map.of("from", "yesterday")));
        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal(Map.of("by", "colour")));
        assertEquals(CommonError.FIELDS_INVALID, refusal(Map.of("from", "2026-02-01", "to", "2026-01-01")));
    }

    @Test
    public void onlyDaysOfThisCenturyAreRead() {
        for (String day : List.of("-999999999-01-01", "+999999999-12-31", "1999-12-31", "2101-01-01")) {
            assertEquals(day, CommonError.PARAMETER_UNREADABLE, refusal(Map.of("to", day)));
            assertEquals(day, CommonError.PARAMETER_UNREADABLE, refusal(Map.of("from", day)));
        }
        assertEquals(30, question(Map.of("to", "2000-01-01")).scope().period().days());
        assertEquals(30, question(Map.of("to", "2100-12-31")).scope().period().days());
    }

    private static ErrorCode refusal(Map<String, String> parameters) {
        return assertThrows(ProblemException.class, () -> question(parameters)).code();
    }

    private static Question question(Map<String, String> parameters) {
        return Question.of(name -> parameters.getOrDefault(name, ""), TODAY);
    }
}
