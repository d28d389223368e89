package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.rest.example.Paint;

/** In which languages a broken constraint is told. */
public class ValidationTest {
    private final Validation validation = new Validation();

    @Test
    public void theValidatorsOwnWordsAreReadInTheLanguageThatIsAskedFor() {
        FieldProblem problem = problems(new Paint("long", "red")).get(0);

        assertEquals("name", problem.field());
        assertEquals("个数必须在0和3之间", problem.zh());
        assertEquals("size must be between 0 and 3", problem.en());
        assertEquals("Größe muss zwischen 0 und 3 sein", problem.message().in(Locale.GERMAN));
    }

    @Test
    public void aLanguageThatTheValidatorDoesNotSpeakIsReadInChinese() {
        FieldProblem problem = problems(new Paint("long", "red")).get(0);

        assertEquals("个数必须在0和3之间", problem.message().in(Locale.forLanguageTag("ug")));
    }

    @Test
    public void aConstraintsOwnWordsLieBesideItsRecord() {
        FieldProblem problem = problems(new Paint("ab", "green")).get(0);

        assertEquals("须为 red 或 blue", problem.zh());
        assertEquals("must be red or blue", problem.en());
    }

    @Test
    public void aFieldIsNamedAsPeopleKnowItAndWhatIsMissingIsSaidInPlainWords() {
        Paint incomplete = new Paint("ab", "red", null);
        ProblemException refusal = assertThrows(ProblemException.class, () -> validation.checkBody(incomplete));

        assertEquals("填写内容不符合要求：是否有光泽 须填写", refusal.zh());
        assertEquals("Fields break their rules: Whether it is glossy must be given", refusal.en());
        assertEquals(
                "programs find it by its own name",
                "isGlossy",
                refusal.fields().get(0).field());
    }

    @Test
    public void aFieldThatNobodyHasNamedBearsItsOwnName() {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> validation.checkBody(new Paint("long", "red")));

        assertEquals("填写内容不符合要求：name 个数必须在0和3之间", refusal.zh());
    }

    private List<FieldProblem> problems(Paint paint) {
        return assertThrows(ProblemException.class, () -> validation.checkBody(paint))
                .fields();
    }
}
