package org.yichuang.kernel.api.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class LimitTest {
    @Test
    public void aLimitIsReadAsGuidesPrintIt() {
        for (String text : new String[] {"20工作日", "20个工作日", " 20 个工作日 ", "２０工作日", "20 working days", "20 Workdays"}) {
            assertEquals(text, Limit.working(20), Limit.parse(text));
        }
        for (String text : new String[] {"30日", "30天", "30个自然日", "30 calendar days", "30 days"}) {
            assertEquals(text, Limit.calendar(30), Limit.parse(text));
        }
        assertEquals(Limit.working(0), Limit.parse("即办"));
        assertEquals(Limit.working(0), Limit.parse("当日办结"));
    }

    @Test
    public void aLimitWithoutClearUnitIsRefused() {
        for (String text : new String[] {null, "", "20", "工作日", "20个月", "二十日", "-5日", "20.5日", "20工作日/小时", "99999日"}) {
            ProblemException refusal = assertThrows(text, ProblemException.class, () -> Limit.parse(text));
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        }
    }

    @Test
    public void aLimitBeyondReasonIsRefused() {
        assertThrows(ProblemException.class, () -> Limit.working(-1));
        assertThrows(ProblemException.class, () -> Limit.calendar(Limit.MAXIMUM + 1));
    }

    @Test
    public void aLimitReadsWellInBothLanguages() {
        assertEquals("20个工作日", Limit.working(20).label().zh());
        assertEquals("1 working day", Limit.working(1).label().en());
        assertEquals("30日", Limit.calendar(30).label().zh());
        assertEquals("30 days", Limit.calendar(30).label().en());
        assertEquals("当日", Limit.working(0).label().zh());
        assertEquals("the same day", Limit.working(0).label().en());
        assertEquals(Limit.working(20), Limit.parse(Limit.working(20).label().zh()));
    }

    @Test
    public void aSuspensionCannotEndBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThrows(IllegalArgumentException.class, () -> new Suspension(day, day.minusDays(1), "听证"));
    }
}
