package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** The end rate, and by whom figures are taken apart; on a real database. */
public class FigurePartsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 14);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

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

    private Indicator indicator(String id) {
        return new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province)
                .indicators().stream()
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

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    public void theEndRateIsOfThoseThatCameAndStaysAsItWasWhenTheDaysWereOver() {
        String number = accepted();
        centres.service.withdraw(accepted(), WITHDRAW, centres.clerk(HAIYANG));
        accepted();
        assertEquals(new Fraction(1, 3), count("end-rate", FIRST, FIRST, HAIYANG));
        assertEquals(new Fraction(0, 1), count("resulted", FIRST, FIRST, HAIYANG));

        centres.province.at("2026-10-12T09:00");
        issue(number);

        assertEquals(new Fraction(1, 3), count("end-rate", FIRST, day(9, 30), HAIYANG));
        assertEquals(new Fraction(2, 3), ofYear("end-rate"));
        assertEquals(new Fraction(0, 0), count("end-rate", day(10, 1), day(10, 31), HAIYANG));
        assertEquals(new Fraction(1, 2), ofYear("resulted"));
        assertEquals(List.of(2L, 3L), rowsOfYear("end-rate"));
    }

    /** How many rows of a figure count, and how many there are. */
    private List<Long> rowsOfYear(String word) {
        List<Indicator.Row> rows =
                transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator("cases." + word)
                        .rows(Scope.all(new Period(FIRST, LAST)), "", 9, unit));
        return List.of(rows.stream().filter(Indicator.Row::counted).count(), (long) rows.size());
    }

    @Test
    public void whatIsOpenIsTakenApartByWhoTookItIn() {
        String number = accepted();
        centres.submit(Items.SIMPLE, null, HAIYANG);
        issue(number);

        for (String word : List.of("open", "undelivered", "carried-out")) {
            for (Dimension by : List.of(Dimension.WINDOW, Dimension.PERSON)) {
                assertEquals(word + " by " + by, Map.of(groups("received", by), Fraction.of(1)), parts(word, by));
            }
        }
        assertEquals(
                "which had it when it came",
                Map.of(groups("received", Dimension.DEPARTMENT), Fraction.of(1)),
                parts("carried-out", Dimension.DEPARTMENT));
        assertEquals(Fraction.of(0), count("overdue", FIRST, FIRST, HAIYANG));
        centres.province.at("2026-11-30T09:00");
        assertEquals(Map.of(groups("received", Dimension.PERSON), Fraction.of(1)), parts("overdue", Dimension.PERSON));
        Fraction ofNobody = transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator("cases.open")
                .count(Scope.all(new Period(FIRST, LAST)).with(Dimension.PERSON, "somebody"), unit));
        assertEquals(Fraction.of(0), ofNobody);
    }

    private String groups(String word, Dimension by) {
        return String.join(",", parts(word, by).keySet());
    }

    private Map<String, Fraction> parts(String word, Dimension by) {
        Map<String, Fraction> parts = new LinkedHashMap<>();
        Scope scope = Scope.all(new Period(FIRST, LAST));
        transactions
                .read(centres.as("centre-manager", HAIYANG), unit -> indicator("cases." + word)
                        .groups(by, scope, 100, unit))
                .forEach(group -> parts.put(group.key(), group.fraction()));
        return parts;
    }

    @Test
    public void timeIsTakenApartByWhoHasEndedIt() {
        String number = accepted();
        centres.province.at("2026-09-16T09:00");
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));

        String chief = centres.chief(HAIYANG).actor().account();
        assertEquals(Map.of(chief, Fraction.of(2)), parts("time", Dimension.PERSON));
        assertEquals(1, parts("time", Dimension.WINDOW).size());
    }
}
