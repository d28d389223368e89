package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.cases.internal.domain.SpellCounts;
import org.yichuang.cases.internal.persistence.JpaCaseCounts;
import org.yichuang.cases.internal.persistence.JpaSpellCounts;
import org.yichuang.cases.internal.persistence.SumRows;
import org.yichuang.cases.internal.persistence.SummedCounts;
import org.yichuang.cases.internal.persistence.SummedSpellCounts;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.centres.TestCentres;

/** What is added up of past days is what is counted of them, whoever asks when for what. */
public class CaseSumsTest extends DocumentsOfCases {
    private static final LocalDate BEGIN = LocalDate.of(2026, 9, 14);
    private static final LocalDate END = LocalDate.of(2026, 11, 10);
    private static final Map<Attribute, List<String>> VALUES = Map.of(
            Attribute.ITEM, List.of(Items.SIMPLE, Items.LONG, "nothing"),
            Attribute.DEPARTMENT, List.of("住建局"),
            Attribute.CHANNEL, List.of("WINDOW", "POST"),
            Attribute.PERSON, List.of("clerk", "-"),
            Attribute.STATE, List.of("GRANTED", "REFUSED", "WITHDRAWN"));
    private static final String UNTIL = "SELECT DONE_FOR FROM CASES_UPKEEP WHERE TENANT='haiyang' AND TASK='sums'";

    private static final String CHARGED =
            "SELECT CAST(SUM(N) AS CHAR(9)) FROM CASES_SUM" + " WHERE SPAN='D' AND FACT='SPELL' AND ATTRIBUTE='ALL'";

    private final Random chance = new Random(20261130);
    private final List<String> numbers = new ArrayList<>();

    private void live() {
        for (LocalDate day = BEGIN; !day.isAfter(END); day = day.plusDays(1)) {
            centres.province.at(day + "T09:00");
            for (int i = 0; i < 2; i++) {
                numbers.add(submit(chance.nextBoolean() ? Items.SIMPLE : Items.LONG, PERSON, "m1"));
            }
            for (int i = 0; i < 7; i++) {
                step(numbers.get(chance.nextInt(numbers.size())));
            }
        }
    }

    private void step(String number) {
        List<String> offered = centres.find(number, HAIYANG).commands();
        if (offered.contains("acceptance")) {
            service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        } else if (offered.contains("withdrawal") && chance.nextInt(9) == 0) {
            service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        } else if (offered.contains("decision")) {
            CaseRequests.Decide decision = chance.nextInt(4) == 0 ? REFUSE : GRANT;
            service.decide(number, decision, centres.chief(HAIYANG));
        } else if (offered.contains("issue")) {
            service.issue(number, ISSUE, centres.clerk(HAIYANG));
        }
    }

    /** What the timer does in a container that has just been started, twice, as some of it is done at a later visit. */
    private void attend(LocalDate day) {
        Centres restarted = new Centres(transactions);
        restarted.province.at(day + "T12:00");
        restarted.run(restarted.timer);
        restarted.province.at(day + "T12:20");
        restarted.run(restarted.timer);
    }

    private <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(centres.as("centre-manager", HAIYANG), question::apply);
    }

    private static CaseCounts facts(UnitOfWork unit) {
        return new JpaCaseCounts(unit.entities(transactions.persistenceUnit()));
    }

    private static CaseCounts sums(UnitOfWork unit) {
        return new SummedCounts(facts(unit), new SumRows(unit));
    }

    private CaseCounts.Span span(LocalDate one, LocalDate other) {
        Map<Attribute, Set<String>> only = new EnumMap<>(Attribute.class);
        for (int i = 0; i < chance.nextInt(3); i++) {
            Attribute by = List.copyOf(VALUES.keySet()).get(chance.nextInt(VALUES.size()));
            List<String> values = VALUES.get(by);
            only.put(by, Set.copyOf(values.subList(0, 1 + chance.nextInt(values.size()))));
        }
        return new CaseCounts.Span(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one, only);
    }

    private LocalDate someDay() {
        return LocalDate.of(2026, 8, 25).plusDays(chance.nextInt(100));
    }

    private <T> void assertAlike(String what, Function<UnitOfWork, T> counted, Function<UnitOfWork, T> summed) {
        Object expected = read(counted);
        assertEquals(what, expected, read(summed));
    }

    private void assertSame() {
        List<Figure> figures =
                Stream.of(Figure.values()).filter(Figure::isOfFacts).toList();
        for (int i = 0; i < 12; i++) {
            Figure figure = figures.get(chance.nextInt(figures.size()));
            CaseCounts.Span span = span(someDay(), someDay());
            String what = figure + " of " + span;
            assertAlike(what, unit -> facts(unit).count(figure, span), unit -> sums(unit)
                    .count(figure, span));
            if (figure.isStock()) {
                assertParts(what, Attribute.ITEM, figure, span);
                assertParts(what, Attribute.CHANNEL, figure, span);
                assertParts(what, Attribute.PERSON, figure, span);
            } else {
                assertAlike(what, unit -> facts(unit).byDay(figure, span), unit -> sums(unit)
                        .byDay(figure, span));
                VALUES.keySet().forEach(by -> assertParts(what, by, figure, span));
            }
        }
        for (int i = 0; i < 8; i++) {
            assertSameTime(someDay(), someDay());
        }
        for (Attribute by : List.of(Attribute.ITEM, Attribute.DEPARTMENT, Attribute.CHANNEL, Attribute.STATE)) {
            assertSameOpen(by, Map.of());
            assertSameOpen(by, Map.of(by, Set.of(VALUES.get(by).get(0))));
        }
    }

    private void assertSameOpen(Attribute by, Map<Attribute, Set<String>> only) {
        LocalDate day = centres.province.now().atZone(CallContext.ZONE).toLocalDate();
        CaseCounts.Span span = new CaseCounts.Span(day, day, only);
        assertAlike("open of " + span, unit -> facts(unit).count(Figure.OPEN, span), unit -> sums(unit)
                .count(Figure.OPEN, span));
        assertAlike(
                "open by " + by + " of " + span,
                unit -> open(facts(unit), by, span),
                unit -> open(sums(unit), by, span));
    }

    private static List<String> open(CaseCounts counts, Attribute by, CaseCounts.Span span) {
        return counts.by(by, Figure.OPEN, span, 100).stream()
                .map(part -> part.key() + " " + part.total().all())
                .sorted()
                .toList();
    }

    private void assertParts(String what, Attribute by, Figure figure, CaseCounts.Span span) {
        assertAlike(what + " by " + by, unit -> facts(unit).by(by, figure, span, 100), unit -> sums(unit)
                .by(by, figure, span, 100));
    }

    private void assertSameTime(LocalDate one, LocalDate other) {
        Map<SpellCounts.Attribute, Set<String>> only =
                chance.nextBoolean() ? Map.of() : Map.of(SpellCounts.Attribute.CAUSE, Set.of("WINDOW", "LEADER"));
        SpellCounts.Span span =
                new SpellCounts.Span(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one, only);
        assertAlike(span.toString(), unit -> spells(unit).count(span), unit -> times(unit)
                .count(span));
        for (SpellCounts.Attribute by : SpellCounts.Attribute.values()) {
            assertAlike(by + " of " + span, unit -> spells(unit).by(by, span, 100), unit -> times(unit)
                    .by(by, span, 100));
        }
    }

    private static SpellCounts spells(UnitOfWork unit) {
        return new JpaSpellCounts(unit.entities(transactions.persistenceUnit()));
    }

    private static SpellCounts times(UnitOfWork unit) {
        return new SummedSpellCounts(spells(unit), new SumRows(unit));
    }

    @Test
    public void everyFigureOfEveryPeriodIsWhatTheFactsSay() {
        live();
        assertEquals("nothing is added up yet", List.of(), transactions.texts(UNTIL));
        assertSame();

        attend(LocalDate.of(2026, 10, 20));
        assertEquals(List.of("2026-10-18"), transactions.texts(UNTIL));
        assertSame();
        attend(END.plusDays(1));
        assertEquals("all but two days", List.of("2026-11-09"), transactions.texts(UNTIL));
        assertSame();
        assertTrue(
                transactions.texts("SELECT PART FROM CASES_SUM WHERE SPAN='M'").size() > 20);

        transactions.sql("DELETE FROM CASES_FACT WHERE FACT='ACCEPTED' AND COUNTED_ON<'2026-10-25'");
        transactions.sql("DELETE FROM CASES_SPELL WHERE ENDED_ON<'2026-10-25'");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK LIKE 'facts%' OR TASK='time'");
        attend(END.plusDays(1));
        assertSame();
    }

    @Test
    public void whatACorrectedCalendarChangesIsAddedUpAnew() {
        live();
        attend(END.plusDays(1));
        List<String> before = transactions.texts(CHARGED);
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        for (int day : List.of(3, 4, 5)) {
            days.add(new CalendarDay("000000", LocalDate.of(2026, 11, day), false, "放假", "notice"));
        }
        Centres restarted = new Centres(transactions);
        restarted.province.at(END.plusDays(1) + "T13:00");
        restarted.province.calendar(CalendarTable.national(days));
        restarted.run(restarted.timer);

        assertNotEquals(before, transactions.texts(CHARGED));
        assertSame();
    }

    @Test
    public void whatIsChangedOfPastDaysIsCountedFromTheFactsUntilItIsAddedUpAnew() {
        live();
        attend(END.plusDays(1));
        transactions.sql("UPDATE CASES_FACT SET LATE=1 WHERE COUNTED_ON>='2026-10-28' AND FACT='CONCLUDED'");
        reopen(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 10, 28));
        assertEquals(List.of("2026-10-27"), transactions.texts(UNTIL));
        assertSame();
        reopen(LocalDate.of(2026, 11, 9));
        assertEquals("it is counted so already", List.of("2026-10-27"), transactions.texts(UNTIL));

        attend(END.plusDays(1));
        assertEquals(List.of("2026-11-09"), transactions.texts(UNTIL));
        assertSame();
    }

    @Test
    public void whatIsKnownOfPastDaysWithTheEndOfACaseIsAddedUpAnew() {
        live();
        attend(END.plusDays(1));
        transactions.sql("UPDATE CASES_FACT SET CHANNEL='-'");
        centres.province.at(END.plusDays(1) + "T13:00");
        String open = numbers.stream()
                .filter(number -> centres.find(number, HAIYANG).commands().contains("withdrawal"))
                .findFirst()
                .orElseThrow();
        service.withdraw(open, WITHDRAW, centres.clerk(HAIYANG));
        assertTrue(
                "its days are counted from the facts again",
                transactions.texts(UNTIL).get(0).compareTo("2026-11-09") < 0);
    }

    private void reopen(LocalDate... days) {
        transactions.write(centres.as("clerk", HAIYANG), Boolean.class, unit -> {
            new SumRows(unit).reopen(List.of(days));
            return true;
        });
    }

    @Test
    public void aCaseThatCannotBeReadKeepsNobodysDaysFromBeingAddedUp() {
        live();
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='{' WHERE CASE_NUMBER='" + numbers.get(0) + "'");

        attend(END.plusDays(1));

        assertEquals(List.of("2026-11-09"), transactions.texts(UNTIL));
        assertSame();
    }

    @Test
    public void whoLosesTheLeaseAddsNothingUp() {
        live();
        attend(END.minusDays(20));
        Centres restarted = new Centres(transactions);
        restarted.province.at(END + "T12:00");
        restarted.run(restarted.timer, false);

        assertEquals(List.of("2026-10-19"), transactions.texts(UNTIL));
        assertSame();
    }

    @Test
    public void aClockThatIsMovedOnAndBackHidesNothing() {
        live();
        attend(END.plusDays(40));
        assertSame();
        centres.province.at(END.plusDays(2) + "T09:00");
        submit(Items.SIMPLE, PERSON, "m1");
        assertSame();

        attend(END.plusDays(6));
        assertEquals(List.of(END.plusDays(4).toString()), transactions.texts(UNTIL));
        assertSame();
        attend(END.plusDays(9));
        assertSame();
    }

    @Test
    public void whatAClockThatWasMovedBackHasDatedIsAddedUpADayLater() {
        live();
        attend(END.plusDays(1));
        centres.province.at(END.minusDays(5) + "T09:00");
        submit(Items.SIMPLE, PERSON, "m1");

        attend(END.plusDays(2));
        assertSame();
    }
}
