package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.DeductionState;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.WindowsViews.NoteView;

/** What is shown of findings and of assessments. */
public interface AssessmentViews {
    /** What was found at a window. */
    record DeductionView(
            String id,
            LocalDate day,
            String window,
            String department,
            FindingRule rule,
            DeductionState state,
            String evidence,
            String noter,
            LocalDate appealBy,
            List<NoteView> notes,
            int version) {}

    /**
     * The formula of the assessment.
     *
     * @param formula in words
     * @param mix what is counted, and the marks of the centre, of other windows and of the patrol, in per cent
     */
    record SchemeView(LocalizedMessage formula, List<BigDecimal> mix, List<SchemeLineView> items) {}

    /** An indicator of it; {@code floor} and {@code target} are of a rate, {@code step} of a number. */
    record SchemeLineView(
            AssessmentCategory category,
            String indicator,
            LocalizedMessage name,
            BigDecimal weight,
            String figure,
            FindingRule finding,
            BigDecimal floor,
            BigDecimal target,
            BigDecimal step) {}

    /**
     * The assessment of a period.
     *
     * @param publishedOn when it was published; null where it is counted as it is now
     * @param formula by which it was made, or that it is not known where it was published before it was kept
     * @param mix of what is counted and of the marks in it, in per cent; empty where it is not known
     * @param changes who is assessed now and was not when it was published, or was and is not
     */
    record AssessmentView(
            String period,
            LocalDate from,
            LocalDate to,
            AssessmentSubject of,
            LocalDate publishedOn,
            LocalizedMessage formula,
            List<BigDecimal> mix,
            List<ScoreView> items,
            List<LocalizedMessage> changes) {}

    /** What somebody has; {@code rank} is null for who is barred, or has nothing. */
    record ScoreView(
            String subject,
            String name,
            BigDecimal total,
            BigDecimal system,
            Map<MarkKind, BigDecimal> marks,
            boolean vetoed,
            Integer rank) {}

    /**
     * The same with what was counted, and what has changed since it was published.
     *
     * @param changes what has changed besides figures: vetoes, marks, whether it is assessed at all
     */
    record SheetView(
            String period,
            AssessmentSubject of,
            LocalDate publishedOn,
            ScoreView score,
            List<SheetLineView> lines,
            List<DifferenceView> differences,
            List<LocalizedMessage> changes) {}

    /**
     * What was counted of an indicator.
     *
     * @param weight after those without a base were spread
     * @param floor of a rate, the value that brings nothing; null of an assessment that was published before it was
     *     kept
     * @param target of a rate, the value that brings all; null likewise
     * @param step of a number, what each costs; null likewise
     * @param points null without a base
     * @param why why there is no base; null where there is one
     * @param rows where its rows are, below {@code /api}; empty without a base
     * @param page the same for people, below the centre
     */
    record SheetLineView(
            AssessmentCategory category,
            String indicator,
            LocalizedMessage name,
            BigDecimal value,
            long numerator,
            long denominator,
            BigDecimal weight,
            BigDecimal floor,
            BigDecimal target,
            BigDecimal step,
            BigDecimal points,
            LocalizedMessage why,
            String rows,
            String page) {}

    /** What was said, and what is counted now. */
    record DifferenceView(
            String indicator,
            LocalizedMessage name,
            long numerator,
            long denominator,
            long numeratorNow,
            long denominatorNow) {}
}
