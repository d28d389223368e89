package org.yichuang.year.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.year.check.Checker.Shown;
import org.yichuang.year.check.Paper.Issued;
import org.yichuang.year.check.WorkDays.Days;
import org.yichuang.year.check.WorkDays.Stop;

/** The checker sees what is wrong, by itself and by days that were reckoned by hand. */
public class CheckerTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate MADE_UP = LocalDate.of(2026, 3, 8);
    private static final WorkDays PLAIN = new WorkDays(Map.of());
    private static final WorkDays MOVED = new WorkDays(Map.of(HOLIDAY, false, MADE_UP, true));
    private static final Notice NOTICE =
            new Notice(LocalDateTime.parse("2026-01-01T00:00"), Map.of(LocalDate.of(2026, 1, 1), false));

    private final List<Entry> entries = new ArrayList<>();
    private final List<LocalDateTime> nights = new ArrayList<>();

    private static LocalDate last(WorkDays days, int amount, boolean areWorkdays, Stop... stops) {
        return days.last(MONDAY, new Days(amount, areWorkdays), 0, List.of(stops))
                .orElse(null);
    }

    @Test
    public void theStartIsNotCountedAndNoticesMoveDays() {
        assertEquals(LocalDate.of(2026, 3, 9), last(PLAIN, 5, true));
        assertEquals(LocalDate.of(2026, 3, 9), last(MOVED, 5, true));
        assertEquals(LocalDate.of(2026, 3, 8), last(MOVED, 4, true));
        assertEquals(MONDAY, last(PLAIN, 0, true));
        assertEquals(LocalDate.of(2026, 3, 9), last(PLAIN, 5, false));
        assertEquals(LocalDate.of(2026, 3, 8), last(MOVED, 4, false));
    }

    @Test
    public void daysOfASuspensionDoNotCountAndAnOpenOneLeavesNone() {
        Stop two = new Stop(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5));

        assertEquals(LocalDate.of(2026, 3, 11), last(PLAIN, 5, true, two));
        assertEquals(null, last(PLAIN, 5, true, new Stop(two.from(), null)));
        assertEquals(LocalDate.of(2026, 3, 3), last(PLAIN, 1, true, new Stop(two.from(), null)));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 13)), PLAIN.last(MONDAY, new Days(5, true), 2, List.of(two)));
    }

    @Test
    public void whatComesOnlineAfterClosingCountsFromTheNextWorkday() {
        LocalDateTime evening = LocalDateTime.parse("2026-03-05T17:00:01");

        assertEquals(LocalDate.of(2026, 3, 6), PLAIN.receipt(evening, false));
        assertEquals(MADE_UP, MOVED.receipt(evening, false));
        assertEquals(LocalDate.of(2026, 3, 5), PLAIN.receipt(evening, true));
        assertEquals(LocalDate.of(2026, 3, 5), PLAIN.receipt(evening.minusSeconds(1), false));
    }

    private void happens(String moment, String action, String event, String data) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        entries.add(new Entry(
                "county",
                "case",
                "1",
                entries.size() + 1L,
                LocalDateTime.parse(moment),
                "clerk",
                action,
                json.readTree("{}"),
                event,
                "sign",
                "审批局",
                json.readTree(data)));
    }

    private Checker checker() {
        Route route = new Route(
                "r",
                "r",
                List.of(),
                List.of(
                        new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                        new Stage(Action.DECIDE, Level.COUNTY, "审批局", null)),
                Level.COUNTY);
        ItemDefinition sign = ItemDefinition.of("sign")
                .name("店招")
                .type(ItemType.LICENCE)
                .department("审批局")
                .organ("审批局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .promisedLimit(Limit.working(10))
                .acceptanceLevels(Set.of(Level.COUNTY))
                .routes(List.of(route))
                .made();
        return new Checker(
                Map.of("county/1", entries),
                List.of(NOTICE),
                new Checker.Rules(Map.of("sign", sign), Map.of("county", Level.COUNTY), "clerk"::equals, nights));
    }

    @Test
    public void aLimitThatIsADayTooLongIsFound() throws JsonProcessingException {
        happens("2026-03-02T09:00", "submit", "submitted", "{\"receivedOn\":\"2026-03-02\"}");
        happens("2026-03-03T09:00", "accept", "accepted", "{\"mode\":\"EXPRESS\",\"clockFrom\":\"2026-03-03\"}");
        Shown notice = new Shown("notice", MONDAY, LocalDate.of(2026, 3, 9), "MET");
        Shown decision = new Shown("decision", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 31), "RUNNING");
        Shown promise = new Shown("promise", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 17), "RUNNING");
        Shown longer = new Shown("promise", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 18), "RUNNING");
        Checker checker = checker();

        assertEquals(List.of(), checker.differences("county/1", List.of(notice, decision, promise), MONDAY));
        assertEquals(
                1,
                checker.differences("county/1", List.of(notice, decision, longer), MONDAY)
                        .size());
    }

    @Test
    public void anAcceptanceThatIsCalledExpressAfterTheFiveDaysIsFound() throws JsonProcessingException {
        happens("2026-03-02T09:00", "submit", "submitted", "{\"receivedOn\":\"2026-03-02\"}");
        happens("2026-03-10T09:00", "accept", "accepted", "{\"mode\":\"EXPRESS\",\"clockFrom\":\"2026-03-10\"}");

        String found = checker().differences("county/1", List.of(), MONDAY).toString();

        assertTrue(found, found.contains("accepted how: says EXPRESS, should be DEEMED"));
        assertTrue(found, found.contains("clock from: says 2026-03-10, should be 2026-03-02"));
    }

    @Test
    public void aLastDayThatNobodyIsWarnedOfIsFound() throws JsonProcessingException {
        isReceived();
        nights.add(LocalDateTime.parse("2026-03-05T00:00:20"));
        nights.add(LocalDateTime.parse("2026-03-06T00:00:20"));
        Shown notice = new Shown("notice", MONDAY, LocalDate.of(2026, 3, 9), "RUNNING");
        assertEquals(
                List.of("county/1: does not say due-soon notice 2026-03-09"),
                checker().differences("county/1", List.of(notice), MONDAY));

        String said = "{\"kind\":\"notice\",\"due\":\"2026-03-09\",\"light\":\"yellow\",\"centre\":\"county\"}";
        happens("2026-03-06T00:00:20", "warn", "due-soon", said);
        assertEquals(List.of(), checker().differences("county/1", List.of(notice), MONDAY));

        happens("2026-03-06T00:00:21", "warn", "due-soon", said);
        assertEquals(
                List.of("county/1: says due-soon notice 2026-03-09 at 2026-03-06T00:00:21"),
                checker().differences("county/1", List.of(notice), MONDAY));
    }

    private void isReceived() throws JsonProcessingException {
        happens("2026-03-02T09:00", "submit", "submitted", "{\"receivedOn\":\"2026-03-02\"}");
    }

    private static Issued receipt(String due) {
        return new Issued(
                "receipt",
                "审批局",
                Map.of("caseNumber", "1", "receivedAt", "2026年3月2日9时00分", "noticeDue", due, "countedFrom", ""));
    }

    @Test
    public void aPaperThatPromisesAnotherDayOrIsNotThereIsFound() throws JsonProcessingException {
        isReceived();
        Checker checker = checker();

        assertEquals(List.of(), checker.differences("county/1", List.of(receipt("2026年3月9日"))));
        assertEquals(
                List.of("county/1 receipt: noticeDue is 2026年3月10日, should be 2026年3月9日"),
                checker.differences("county/1", List.of(receipt("2026年3月10日"))));
        assertEquals(List.of("county/1: issued [], should be [receipt]"), checker.differences("county/1", List.of()));
    }

    @Test
    public void aFigureCountsWhatWasKnownAtAMoment() throws JsonProcessingException {
        isReceived();
        happens(
                "2026-03-10T09:00",
                "deem-accepted",
                "deemed-accepted",
                "{\"mode\":\"DEEMED\",\"clockFrom\":\"2026-03-02\"}");
        Checker later = checker();
        Checker before = later.asOf(LocalDateTime.parse("2026-03-10T00:00"));
        LocalDate tenth = LocalDate.of(2026, 3, 10);

        assertEquals(1, later.count("accepted", "county", MONDAY, tenth, "", ""));
        assertEquals(0, before.count("accepted", "county", MONDAY, tenth, "", ""));
        assertEquals(0, before.count("overdue", "county", MONDAY, LocalDate.of(2026, 3, 9), "", ""));
        assertEquals(1, before.count("overdue", "county", MONDAY, tenth, "sign", ""));
    }
}
