package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.domain.Cause.DEPARTMENT;
import static org.yichuang.cases.internal.domain.Cause.LEADER;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.internal.CaseTimes.CaseTime;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.centres.TestCentres;

/** Which department of a joint case its days are charged to. */
public class DepartmentTimeTest extends DocumentsOfCases {
    private void on(int day) {
        centres.province.at(LocalDate.of(2026, 9, day) + "T10:00");
    }

    private CaseTime time(String number, TenantId tenant) {
        return centres.cases.times().of(number, centres.clerk(tenant));
    }

    private Map<Cause, Integer> charged(String number) {
        return time(number, HAIYANG).byCause();
    }

    private void opinion(String number, String branch, String department) {
        centres.cases
                .joint()
                .giveOpinion(
                        number,
                        branch,
                        JointSamples.AGREE,
                        centres.as("reviewer-" + branch, "reviewer", Set.of(department), HAIYANG));
    }

    /** The timer speaks of it two days before its day and after it: neither is a step of the lead. */
    @Test
    public void aDepartmentThatIsSilentIsChargedWithItsOwnDays() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(16);
        opinion(number, "b2", JointSamples.CIVIL);
        for (int day = 17; day <= 30; day++) {
            on(day);
            centres.run(centres.timer());
        }
        centres.province.at("2026-10-12T09:00");
        opinion(number, "b1", JointSamples.HOUSING);

        int silent = charged(number).get(DEPARTMENT) - 2;
        assertTrue(silent > 10);
        assertEquals(
                Set.of(JointSamples.CIVIL + " 2", JointSamples.HOUSING + " " + silent),
                Set.copyOf(transactions.texts(
                        "SELECT DEPARTMENT || ' ' || TRIM(CAST(SUM(DAYS) AS CHAR(9))) FROM CASES_SPELL"
                                + " WHERE CAUSE='DEPARTMENT' GROUP BY DEPARTMENT")));
    }

    @Test
    public void aDayThatBecomesAWorkingDayIsChargedToTheDepartmentWhoseOpinionHasEndedIt() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(18);
        opinion(number, "b2", JointSamples.CIVIL);
        on(19);
        opinion(number, "b1", JointSamples.HOUSING);
        on(24);
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 19), true, "调休", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());

        assertEquals(
                List.of(JointSamples.HOUSING),
                transactions.texts("SELECT DEPARTMENT FROM CASES_SPELL WHERE ENDED_ON='2026-09-19'"));
    }

    @Test
    public void departmentsOfAJointCaseAreChargedUntilTheLastHasSpoken() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(16);
        opinion(number, "b1", JointSamples.HOUSING);
        on(17);
        opinion(number, "b2", JointSamples.CIVIL);
        on(21);
        service.decide(number, GRANT, centres.chief(HAIYANG));

        assertEquals(Map.of(DEPARTMENT, 3, LEADER, 3), charged(number));
        assertEquals(
                "whose three days end first, though the other has ended the first two by its opinion",
                List.of(JointSamples.CIVIL + " 1", JointSamples.CIVIL + " 2"),
                transactions.texts("SELECT DEPARTMENT || ' ' || CAST(DAYS AS CHAR(1)) FROM CASES_SPELL"
                        + " WHERE CAUSE='DEPARTMENT' ORDER BY DAYS"));
    }
}
