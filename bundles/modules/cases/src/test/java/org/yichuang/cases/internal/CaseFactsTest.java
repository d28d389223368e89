package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseView;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** What is counted of a case stays as it was counted, whatever becomes of the case; on a real database. */
public class CaseFactsTest {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 14);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final String ALL = "SELECT CASE_NUMBER || '/' || CAST(STEP AS CHAR(4)) || FACT || ' '"
            + " || CAST(COUNTED_ON AS CHAR(10)) || ' ' || CAST(UNTIL AS CHAR(10)) || ' ' || STATE || ' '"
            + " || CAST(LATE AS CHAR(2)) || CAST(EARLY AS CHAR(2)) || CAST(SAME_DAY AS CHAR(2)) FROM CASES_FACT"
            + " ORDER BY 1";

    private static final String ROUNDS = "SELECT TENANT || ' ' || CASE_NUMBER || ' ' || CAST(COUNTED_ON AS CHAR(10))"
            + " || ' ' || CAST(UNTIL AS CHAR(10)) FROM CASES_FACT WHERE FACT IN ('RECEIVED', 'REOPENED') ORDER BY 1";

    private static final int OPEN = 100_000;

    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    private String accepted() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private void issue(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
    }

    private List<Indicator> indicators() {
        return new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province).indicators();
    }

    private Indicator indicator(String id) {
        return indicators().stream()
                .filter(each -> each.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Fraction count(String word, LocalDate from, LocalDate to, TenantId tenant) {
        return transactions.read(centres.as("centre-manager", tenant), unit -> indicator("cases." + word)
                .count(Scope.all(new Period(from, to)), unit));
    }

    private Fraction ofYear(String word) {
        return count(word, FIRST, LAST, HAIYANG);
    }

    @Test
    public void whatIsFetchedLateWasDoneInTime() {
        String number = accepted();
        centres.province.at("2026-09-16T09:00");
        issue(number);

        assertEquals(new Fraction(1, 1), ofYear("on-time"));
        assertEquals(new Fraction(1, 1), ofYear("early"));
        assertEquals(Fraction.of(0), ofYear("open"));
        assertEquals(Fraction.of(1), ofYear("undelivered"));

        centres.province.at("2026-11-30T09:00");
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));

        assertEquals(new Fraction(1, 1), ofYear("on-time"));
        assertEquals(new Fraction(0, 1), ofYear("delivered-on-time"));
        assertEquals(Fraction.of(0), ofYear("undelivered"));
        assertEquals("done when it was made out", Fraction.of(0), count("done", day(11, 1), day(11, 30), HAIYANG));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    public void aRefusalIsAnEndWhoeverFetchesIt() {
        String number = accepted();
        centres.service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertEquals(Fraction.of(1), ofYear("done"));
        assertEquals(new Fraction(1, 1), ofYear("same-day"));
        Fraction refused = transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator("cases.done")
                .count(Scope.all(new Period(FIRST, FIRST)).with(Dimension.STATE, "REFUSED"), unit));
        assertEquals(Fraction.of(1), refused);
    }

    @Test
    public void theLastDayIsInTimeAndNotEarly() {
        String number = accepted();
        centres.province.at(
                centres.deadline("promise", HAIYANG, number, HAIYANG).date() + "T10:00");
        issue(number);

        assertEquals(new Fraction(1, 1), ofYear("on-time"));
        assertEquals(new Fraction(0, 1), ofYear("early"));
        assertEquals(new Fraction(0, 1), ofYear("same-day"));
    }

    @Test
    public void aWithdrawalHidesNoLimitThatWasMissedBefore() {
        String late = accepted();
        centres.province.at("2026-11-30T09:00");
        centres.service.withdraw(accepted(), WITHDRAW, centres.clerk(HAIYANG));
        centres.service.withdraw(late, WITHDRAW, centres.clerk(HAIYANG));

        assertEquals(new Fraction(1, 2), ofYear("on-time"));
        assertEquals(new Fraction(0, 2), ofYear("early"));
    }

    @Test
    public void whatComesAgainChangesNothingOfTheMonthInWhichItWasHandedBack() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        centres.service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        Map<String, Fraction> september = said(YANTAI, day(9, 1), day(9, 30));
        assertEquals(Fraction.of(1), september.get("cases.done"));

        centres.province.at("2026-10-12T09:00");
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));

        assertEquals(september, said(YANTAI, day(9, 1), day(9, 30)));
        assertEquals(Fraction.of(0), count("received", day(10, 1), day(10, 31), YANTAI));
        assertEquals(Fraction.of(1), count("reopened", day(10, 1), day(10, 31), YANTAI));
        assertEquals(Fraction.of(1), count("accepted", day(10, 1), day(10, 31), YANTAI));
        assertEquals(Fraction.of(1), count("carried-out", day(10, 1), day(10, 31), YANTAI));
        assertBalanced(YANTAI, day(10, 1), day(10, 31));
    }

    @Test
    public void aCalendarThatIsCorrectedLaterChangesNoMonthThatIsOver() {
        String number = accepted();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        centres.province.at("2026-10-12T10:00");
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", day(9, 19), true, "调休上班", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);

        assertEquals(
                "MISSED", centres.deadline("promise", HAIYANG, number, HAIYANG).state());
        assertEquals(new Fraction(1, 1), ofYear("on-time"));
    }

    @Test
    public void whatIsKeptNoLongerStaysCounted() {
        issue(accepted());
        transactions.sql("DELETE FROM CASES_CASE");

        assertEquals(Fraction.of(1), ofYear("done"));
        Indicator done = indicator("cases.done");
        List<Indicator.Row> rows = transactions.read(
                centres.as("centre-manager", HAIYANG),
                unit -> done.rows(Scope.all(new Period(FIRST, LAST)), "", 9, unit));
        assertEquals(1, rows.size());
        assertEquals(null, rows.get(0).cells().get(2));
    }

    private Map<String, Fraction> said(TenantId tenant, LocalDate from, LocalDate to) {
        Map<String, Fraction> said = new LinkedHashMap<>();
        Scope scope = Scope.all(new Period(from, to));
        for (Indicator indicator : indicators()) {
            if (!indicator.definition().present()) {
                said.put(
                        indicator.definition().id(),
                        transactions.read(centres.as("centre-manager", tenant), unit -> indicator.count(scope, unit)));
                for (Dimension by : indicator.definition().dimensions()) {
                    List<Group> parts = transactions.read(
                            centres.as("centre-manager", tenant), unit -> indicator.groups(by, scope, 100, unit));
                    parts.forEach(part -> said.put(
                            indicator.definition().id() + " " + by.word() + " " + part.key(), part.fraction()));
                }
            }
        }
        return said;
    }

    private void assertBalanced(TenantId tenant, LocalDate from, LocalDate to) {
        for (String part : List.of("item", "channel")) {
            assertPartsBalanced(part, tenant, from, to);
        }
        long in = of("carried-in", from, to, tenant)
                + of("received", from, to, tenant)
                + of("reopened", from, to, tenant);
        assertEquals(tenant + " " + from, in, of("done", from, to, tenant) + of("carried-out", from, to, tenant));
    }

    /** What comes in and goes out is as much in each part. */
    private void assertPartsBalanced(String by, TenantId tenant, LocalDate from, LocalDate to) {
        Map<String, Fraction> said = said(tenant, from, to);
        Map<String, Long> sums = new LinkedHashMap<>();
        said.forEach((key, fraction) -> {
            String[] words = key.split(" ", 3);
            if (words.length == 3 && words[1].equals(by)) {
                int sign = List.of("cases.carried-in", "cases.received", "cases.reopened")
                                .contains(words[0])
                        ? 1
                        : List.of("cases.done", "cases.carried-out").contains(words[0]) ? -1 : 0;
                sums.merge(words[2], sign * fraction.numerator(), Long::sum);
            }
        });
        sums.forEach((part, sum) -> assertEquals(tenant + " " + from + " " + part, 0L, sum.longValue()));
    }

    private long of(String word, LocalDate from, LocalDate to, TenantId tenant) {
        return count(word, from, to, tenant).numerator();
    }

    /** Cases of two centres live on for weeks; each week, as it was said when it ended, stays so, and is balanced. */
    @Test
    public void everyWeekOfRandomLivesIsBalancedAndStaysAsItWasSaid() {
        Random chance = new Random(20260914);
        List<String> county = new ArrayList<>();
        Map<LocalDate, Map<TenantId, Map<String, Fraction>>> weeks = new LinkedHashMap<>();
        for (LocalDate day = FIRST; day.isBefore(day(11, 9)); day = day.plusDays(1)) {
            centres.province.at(day + "T" + LocalTime.of(9, 0));
            for (int i = 0; i < 2; i++) {
                boolean isLinked = chance.nextInt(3) > 0;
                county.add(
                        centres.submit(isLinked ? Items.TREES : Items.SIMPLE, isLinked ? "county-city" : null, HAIYANG)
                                .number());
            }
            for (int i = 0; i < 20; i++) {
                step(county.get(chance.nextInt(county.size())), HAIYANG, chance);
            }
            centres.post();
            for (String number : transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE TENANT='yantai'")) {
                if (chance.nextInt(3) == 0) {
                    step(number, YANTAI, chance);
                }
            }
            centres.post();
            if (day.getDayOfWeek().getValue() == 7) {
                weeks.put(
                        day,
                        Map.of(
                                HAIYANG,
                                said(HAIYANG, day.minusDays(6), day),
                                YANTAI,
                                said(YANTAI, day.minusDays(6), day)));
            }
        }

        weeks.forEach((day, centresThen) -> centresThen.forEach((tenant, then) -> {
            assertEquals(tenant + " " + day, then, said(tenant, day.minusDays(6), day));
            assertBalanced(tenant, day.minusDays(6), day);
        }));
        for (TenantId tenant : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    "what is open by the cases is what is open by what has happened",
                    of("open", FIRST, LAST, tenant),
                    of("carried-out", FIRST, LAST, tenant));
            assertTrue(of("done", FIRST, LAST, tenant) > 10);
        }
        assertTrue(of("reopened", FIRST, LAST, YANTAI) > 0);
        assertSameWhenToldLater();
    }

    /** What was written with each step is what the cases themselves tell afterwards. */
    private void assertSameWhenToldLater() {
        attend();
        assertTimeAddsUp();
        List<String> written = transactions.texts(ALL);
        transactions.sql("DELETE FROM CASES_FACT");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK LIKE 'facts%'");
        attend();
        assertEquals(String.join("\n", written), String.join("\n", transactions.texts(ALL)));
        transactions.sql("DELETE FROM CASES_FACT WHERE FACT IN ('ACCEPTED', 'CONCLUDED')");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK LIKE 'facts%'");
        attend();
        assertEquals(String.join("\n", written), String.join("\n", transactions.texts(ALL)));
    }

    /** The days of what is concluded, once or again, are those between each beginning and its end. */
    private void assertTimeAddsUp() {
        Map<String, Integer> days = new LinkedHashMap<>();
        for (String round : transactions.texts(ROUNDS)) {
            String[] words = round.split(" ");
            LocalDate from = LocalDate.parse(words[2]);
            boolean isOver = !words[3].startsWith("9999");
            WorkingCalendar calendar = centres.province.calendar(new TenantId(words[0]));
            int of = isOver ? Deadlines.workdaysLeft(from, LocalDate.parse(words[3]), calendar) : OPEN;
            days.merge(words[0] + "' AND CASE_NUMBER='" + words[1], of, Integer::sum);
        }
        days.forEach((of, all) -> {
            String sum = transactions
                    .texts("SELECT CAST(COALESCE(SUM(DAYS), 0) AS CHAR(6)) FROM CASES_SPELL WHERE TENANT='" + of + "'")
                    .get(0);
            assertTrue(of, all >= OPEN || all == Integer.parseInt(sum.strip()));
        });
        assertTrue(days.values().stream().filter(all -> all < OPEN && all > 0).count() > 10);
    }

    /** What the timer does in a container that has just been started. */
    private void attend() {
        Centres restarted = new Centres(transactions);
        restarted.province.at("2026-11-08T12:00");
        restarted.run(restarted.timer);
    }

    /** Takes one of the steps that a case offers. */
    private void step(String number, TenantId tenant, Random chance) {
        CaseView view = centres.find(number, tenant);
        List<String> offered = view.commands();
        boolean isAbove = tenant.equals(YANTAI);
        if (offered.contains("acceptance")) {
            boolean isBack = isAbove && chance.nextBoolean();
            if (isBack && !centres.clerk(tenant).today().isAfter(view.due())) { // what the law accepts goes not back
                centres.service.notAccept(number, BACK, centres.clerk(tenant));
            } else {
                centres.service.accept(number, ACCEPT, centres.clerk(tenant));
            }
        } else if (offered.contains("withdrawal") && chance.nextInt(12) == 0) {
            centres.service.withdraw(number, WITHDRAW, centres.clerk(tenant));
        } else if (offered.contains("pre-review")) {
            centres.service.preReview(number, AGREE, centres.reviewer(tenant));
        } else if (offered.contains("decision")) {
            centres.service.decide(number, chance.nextInt(4) == 0 ? REFUSE : GRANT, centres.chief(tenant));
        } else if (offered.contains("issue")) {
            centres.service.issue(number, ISSUE, centres.clerk(tenant));
        } else if (offered.contains("delivery")) {
            centres.service.deliver(number, DELIVER, centres.clerk(tenant));
        }
    }
}
