package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.domain.Cause.APPLICANT;
import static org.yichuang.cases.internal.domain.Cause.LEADER;
import static org.yichuang.cases.internal.domain.Cause.PROCEDURE;
import static org.yichuang.cases.internal.domain.Cause.WINDOW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.CaseTimes.CaseTime;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;

/** Whatever happens to cases: the days of each add up to those between its beginning and its end. */
public class CaseTimeLivesTest extends DocumentsOfCases {
    private static final CaseRequests.Correct CORRECTED =
            new CaseRequests.Correct("已补充", null, List.of(new CaseRequests.MaterialGiven("m1", null, null, true)));
    private static final CaseRequests.Suspend STAND = new CaseRequests.Suspend(SpecialProcedure.INSPECTION, 10, "需要检验");
    private static final CaseRequests.Resume GO_ON = new CaseRequests.Resume("检验已有结论");

    @Test
    public void theDaysOfRandomLivesAddUp() {
        Random chance = new Random(20261129);
        List<String> numbers = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 9, 14);
                day.isBefore(LocalDate.of(2026, 11, 20));
                day = day.plusDays(1)) {
            centres.province.at(day + "T09:00");
            numbers.add(submit(chance.nextBoolean() ? Items.HEARD : Items.SIMPLE, PERSON, "m1"));
            for (int i = 0; i < 12; i++) {
                step(numbers.get(chance.nextInt(numbers.size())), chance);
            }
            centres.run(centres.timer);
        }

        Set<Cause> found = EnumSet.noneOf(Cause.class);
        int over = 0;
        for (String number : numbers) {
            CaseTime time = centres.cases.times().of(number, centres.clerk(HAIYANG));
            found.addAll(time.byCause().keySet());
            assertTrue(number, isCharged(number));
            int charged =
                    time.byCause().values().stream().mapToInt(Integer::intValue).sum();
            String[] days = transactions
                    .texts("SELECT CAST(COUNTED_ON AS CHAR(10)) || ' ' || CAST(UNTIL AS CHAR(10)) FROM CASES_FACT"
                            + " WHERE FACT='RECEIVED' AND CASE_NUMBER='" + number + "'")
                    .get(0)
                    .split(" ");
            boolean isOver = !days[1].startsWith("9999");
            LocalDate until = isOver ? LocalDate.parse(days[1]) : LocalDate.of(2026, 11, 19);
            assertEquals(
                    number,
                    Deadlines.workdaysLeft(LocalDate.parse(days[0]), until, centres.province.calendar(HAIYANG)),
                    charged);
            List<String> kept = transactions.texts(
                    "SELECT CAST(SUM(DAYS) AS CHAR(5)) FROM CASES_SPELL WHERE CASE_NUMBER='" + number + "'");
            if (isOver && charged > 0) {
                assertEquals(number, Integer.toString(charged), kept.get(0).strip());
                over++;
            }
        }
        assertTrue("of " + over, over > 20);
        for (Cause cause : List.of(APPLICANT, WINDOW, LEADER, PROCEDURE)) {
            assertTrue(cause.name(), found.contains(cause));
        }
    }

    private boolean isCharged(String number) {
        return transactions.read(centres.clerk(HAIYANG), unit -> {
            CommandContext now = new CommandContext(
                    unit.context().at(),
                    unit.context().actor(),
                    List.of(centres.province.get(HAIYANG)),
                    centres.province.calendar(HAIYANG));
            CaseRepositories store = Centres.repositories(transactions, TestCipher.CIPHER);
            return store.facts(unit).isCharged(store.cases(unit).get(number), LocalDate.EPOCH, now);
        });
    }

    private void step(String number, Random chance) {
        List<String> offered = centres.find(number, HAIYANG).commands();
        if (offered.isEmpty()) {
            return;
        }
        try {
            switch (offered.get(chance.nextInt(offered.size()))) {
                case "acceptance" -> service.accept(number, ACCEPT, centres.clerk(HAIYANG));
                case "correction-notice" -> service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
                case "correction" -> service.correct(number, CORRECTED, centres.clerk(HAIYANG));
                case "suspension" -> service.suspend(number, STAND, centres.reviewer(HAIYANG));
                case "resumption" -> service.resume(number, GO_ON, centres.reviewer(HAIYANG));
                case "hearing" -> service.hearing(number, HearingTest.RIGHT, centres.reviewer(HAIYANG));
                case "hearing-request" -> service.requestHearing(
                        number, new HearingWish(chance.nextBoolean(), null, "影响采光"), centres.clerk(HAIYANG));
                case "withdrawal" -> {
                    if (chance.nextInt(4) == 0) {
                        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
                    }
                }
                default -> {
                    service.decide(number, chance.nextBoolean() ? GRANT : REFUSE, centres.chief(HAIYANG));
                    service.issue(number, ISSUE, centres.clerk(HAIYANG));
                }
            }
        } catch (ProblemException refused) {
            assertTrue(refused.toString(), refused.code() != CommonError.UNAVAILABLE);
        }
    }
}
