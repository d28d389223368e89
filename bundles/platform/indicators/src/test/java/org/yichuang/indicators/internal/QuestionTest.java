package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** How parameters are read, on pages and in REST. */
public class QuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Dimension SUBJECT = new Dimension("subject", new BilingualText("公开事项", "Subject"));
    private static final List<Dimension> DIMENSIONS =
            Stream.concat(Dimension.COMMON.stream(), Stream.of(SUBJECT)).toList();

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
    public void aModulesOwnDimensionIsReadLikeTheCommonOnes() {
        Question question = question(Map.of("subject", "预算", "by", "subject"));

        assertEquals(Set.of("预算"), question.scope().only(SUBJECT));
        assertEquals(SUBJECT, question.by());
        assertEquals(
                "the word makes it",
                Set.of("预算"),
                question.scope().only(new Dimension("subject", new BilingualText("又名", "Other"))));
    }

    @Test
    public void noDimensionTakesAWordThatMeansSomethingElse() {
        for (String word : List.of("from", "by", "cursor", "Subject", "")) {
            assertThrows(word, IllegalArgumentException.class, () -> new Dimension(word, new BilingualText("", "")));
        }
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
        return Question.of(name -> parameters.getOrDefault(name, ""), DIMENSIONS, TODAY);
    }
}
