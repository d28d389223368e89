package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseCounts.Total;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.cases.internal.persistence.JpaCaseCounts;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** What the manager counts, on a real database: every figure is the number of rows that it opens. */
public class CaseIndicatorsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

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

    private String received() {
        return centres.submit(Items.SIMPLE, null, HAIYANG).number();
    }

    private String accepted() {
        String number = received();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private void deliver(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));
    }

    private static final List<String> IDS =
            List.of("received", "accepted", "decided", "done", "on-time", "open", "overdue");

    private static final Set<String> RATES = Set.of("on-time", "early", "same-day", "instant", "online");

    private Indicator indicator(String word) {
        return new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province)
                .indicators().stream()
                        .filter(each -> each.definition().id().equals("cases." + word))
                        .findFirst()
                        .orElseThrow();
    }

    private Scope last(int days) {
        return Scope.all(Period.last(days, centres.as("centre-manager", HAIYANG).today()));
    }

    private Fraction count(String word, Scope scope, TenantId tenant) {
        return transactions.read(
                centres.as("centre-manager", tenant), unit -> indicator(word).count(scope, unit));
    }

    private List<Row> rows(String word, Scope scope, TenantId tenant) {
        List<Row> all = new ArrayList<>();
        List<Row> page;
        do {
            String after = all.isEmpty() ? "" : all.get(all.size() - 1).key();
            page = transactions.read(centres.as("centre-manager", tenant), unit -> indicator(word)
                    .rows(scope, after, 2, unit));
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    /** Numerators in the order of {@link #IDS}; every one is the number of rows that count, and every part adds up. */
    private void assertCounts(int days, TenantId tenant, long... numerators) {
        Scope scope = last(days);
        for (int i = 0; i < IDS.size(); i++) {
            String word = IDS.get(i);
            Fraction found = count(word, scope, tenant);
            List<Row> rows = rows(word, scope, tenant);
            assertEquals(word, numerators[i], found.numerator());
            assertEquals(
                    word, found.numerator(), rows.stream().filter(Row::counted).count());
            if (RATES.contains(word)) {
                assertEquals(word, found.denominator(), rows.size());
            } else {
                assertEquals(word, found.numerator(), rows.size());
            }
            for (Dimension by : indicator(word).definition().dimensions()) {
                List<Group> groups = transactions.read(centres.as("centre-manager", tenant), unit -> indicator(word)
                        .groups(by, scope, 100, unit));
                assertEquals(
                        word + " by " + by,
                        found.numerator(),
                        groups.stream()
                                .mapToLong(group -> group.fraction().numerator())
                                .sum());
                for (Group group : groups) {
                    if (by != Dimension.DAY) {
                        assertEquals(
                                word + " of " + group,
                                group.fraction(),
                                count(word, scope.with(by, group.key()), tenant));
                    }
                }
            }
        }
    }

    @Test
    public void whatHappenedIsCountedOnItsDayAndWhatIsOpenAsOfNow() {
        String first = accepted();
        String second = accepted();
        received();
        assertCounts(1, HAIYANG, 3, 2, 0, 0, 0, 3, 0);

        centres.province.at("2026-09-16T09:00");
        deliver(first);
        accepted();
        assertCounts(1, HAIYANG, 1, 1, 1, 1, 1, 3, 0);
        assertCounts(7, HAIYANG, 4, 3, 1, 1, 1, 3, 0);
        assertEquals(Map.of("2026-09-16", 1L), byDay("decided", 7));
        assertEquals(Map.of(MONDAY.toString(), 3L, "2026-09-16", 1L), byDay("received", 7));

        centres.province.at("2026-11-30T09:00");
        assertCounts(1, HAIYANG, 0, 0, 0, 0, 0, 3, 3);
        deliver(second);
        assertCounts(1, HAIYANG, 0, 0, 1, 1, 0, 2, 2);
    }

    @Test
    public void whatWasDoneLateIsARowThatDoesNotCount() {
        String late = accepted();
        String punctual = accepted();
        deliver(punctual);
        centres.province.at("2026-11-30T09:00");
        deliver(late);

        Fraction rate = count("on-time", last(365), HAIYANG);

        assertEquals(new Fraction(1, 2), rate);
        assertEquals(
                new BigDecimal("50.00"),
                indicator("on-time").definition().kind().value(rate, 2).orElseThrow());
        assertEquals(
                Map.of(late, false, punctual, true),
                rows("on-time", last(365), HAIYANG).stream()
                        .collect(Collectors.toMap(row -> (String) row.cells().get(0), Row::counted)));
    }

    @Test
    public void theLargestPartsAreWholeAlsoWhereMostOfThemDoesNotCount() {
        List<String> late = List.of(accepted(), accepted(), accepted());
        deliver(accepted());
        for (int i = 0; i < 2; i++) {
            centres.service.withdraw(accepted(), WITHDRAW, centres.clerk(HAIYANG));
        }
        centres.province.at("2026-11-30T09:00");
        late.forEach(this::deliver);

        List<Group> largest = transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator("on-time")
                .groups(Dimension.STATE, last(365), 1, unit));

        assertEquals(1, largest.size());
        assertEquals(new Fraction(1, 4), largest.get(0).fraction());
    }

    @Test
    public void theDaysOfThreeYearsAreOneQuestionToTheDatabase() {
        received();
        Span years = new Span(MONDAY.minusYears(3).plusDays(1), MONDAY, Map.of());
        AtomicInteger questions = new AtomicInteger();

        List<Part> days = transactions.read(centres.as("centre-manager", HAIYANG), unit -> new JpaCaseCounts(
                        counting(unit.entities(transactions.persistenceUnit()), questions))
                .byDay(Figure.RECEIVED, years));

        assertEquals(List.of(new Part("2026-09-14", "2026-09-14", new Total(1, 1))), days);
        assertEquals(1, questions.get());
    }

    private static EntityManager counting(EntityManager entities, AtomicInteger questions) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("createQuery")) {
                        questions.incrementAndGet();
                    }
                    return method.invoke(entities, arguments);
                });
    }

    private Map<String, Long> byDay(String word, int days) {
        return transactions
                .read(centres.as("centre-manager", HAIYANG), unit -> indicator(word)
                        .groups(Dimension.DAY, last(days), 100, unit))
                .stream()
                .collect(Collectors.toMap(Group::key, group -> group.fraction().numerator()));
    }

    @Test
    public void aTransferredCaseIsDoneAboveWhenItIsDecidedThere() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        String above = centres.acceptedAt(YANTAI, number);
        assertCounts(1, YANTAI, 1, 1, 0, 0, 0, 1, 0);

        centres.service.decide(above, GRANT, centres.chief(YANTAI));
        centres.post();
        assertCounts(1, YANTAI, 1, 1, 1, 1, 1, 0, 0);
        assertCounts(1, HAIYANG, 1, 1, 1, 0, 0, 1, 0);
    }

    @Test
    public void aDepartmentCountsItsOwn() {
        accepted();

        assertEquals(Fraction.of(1), count("accepted", last(1).with(Dimension.DEPARTMENT, "住建局"), HAIYANG));
        assertEquals(Fraction.of(0), count("open", last(1).with(Dimension.DEPARTMENT, "水务局"), HAIYANG));
        Scope both = last(1).with(Dimension.DEPARTMENT, Set.of("住建局", "水务局"));
        assertEquals(Fraction.of(1), count("accepted", both, HAIYANG));
    }

    @Test
    public void aForeignCursorOrStateIsRefused() {
        ProblemException cursor = assertThrows(
                ProblemException.class,
                () -> transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator("open")
                        .rows(last(1), "' OR 1=1", 2, unit)));
        ProblemException state = assertThrows(
                ProblemException.class, () -> count("open", last(1).with(Dimension.STATE, "LOST"), HAIYANG));

        assertEquals(CommonError.PARAMETER_UNREADABLE, cursor.code());
        assertEquals(CommonError.PARAMETER_UNREADABLE, state.code());
    }
}
