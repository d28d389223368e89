package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;

/** That a last day is near, or has passed, is said once to whoever has the case; and which days may still move. */
public class ClockWarningsTest {
    private static final List<String> SIGNS = Arrays.asList(ClockSign.events());
    private static final String PROMISE_SOON = "due-soon promise 2026-09-28 yellow haiyang";

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

    /** Its promise ends on 28 September, the limit of the law on 16 October. */
    private String acceptedOnMonday() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private List<String> saidAt(String moment) {
        int before = centres.entries().size();
        centres.province.at(moment);
        centres.run(centres.timer());
        return said().subList((int) saidUntil(before), said().size()).stream()
                .sorted()
                .toList();
    }

    private long saidUntil(int entries) {
        return centres.entries().subList(0, entries).stream()
                .filter(entry -> SIGNS.contains(entry.entry().event().type()))
                .count();
    }

    private List<String> said() {
        return centres.entries().stream()
                .filter(entry -> SIGNS.contains(entry.entry().event().type()))
                .map(entry -> {
                    CaseEvent.ClockWarned warned =
                            Json.read(entry.entry().event().data(), CaseEvent.ClockWarned.class);
                    return String.join(
                            " ",
                            entry.entry().event().type(),
                            warned.kind(),
                            warned.due().toString(),
                            warned.light(),
                            warned.centre());
                })
                .toList();
    }

    @Test
    public void eachIsSaidOnceOnItsDayAlsoAfterARestart() {
        acceptedOnMonday();
        assertEquals(List.of(), saidAt("2026-09-22T00:01"));
        assertEquals(List.of(PROMISE_SOON), saidAt("2026-09-23T00:01"));
        assertEquals("another container, or this one anew", List.of(), saidAt("2026-09-23T00:02"));
        assertEquals(List.of(), saidAt("2026-09-28T00:01"));
        assertEquals(List.of("promise-overdue promise 2026-09-28 yellow haiyang"), saidAt("2026-09-29T00:01"));
        assertEquals(List.of(), saidAt("2026-09-30T00:01"));
        assertEquals(List.of("due-soon decision 2026-10-16 yellow haiyang"), saidAt("2026-10-12T00:01"));
        assertEquals(List.of("statutory-overdue decision 2026-10-16 red haiyang"), saidAt("2026-10-17T00:01"));
        assertEquals(List.of(), saidAt("2026-12-30T00:01"));
    }

    @Test
    public void aStageIsOverInYellowAndTheLawsLimitAloneInRed() {
        String number = centres.submit(Items.QUICK, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        saidAt("2026-09-28T00:01");
        assertEquals(List.of("promise-overdue stage 2026-09-28 yellow haiyang"), saidAt("2026-09-29T00:01"));
        saidAt("2026-10-16T00:01");
        assertEquals(List.of("statutory-overdue decision 2026-10-16 red haiyang"), saidAt("2026-10-17T00:01"));
    }

    @Test
    public void whatWasPromisedWhereSomebodyAppliedIsSaidThereAlsoWhileTheFileIsOnItsWay() {
        String number = centres.submit(Items.CITY, "at-once", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of("promise-overdue promise 2026-10-10 yellow haiyang"), saidAt("2026-10-11T00:01"));
        assertEquals(
                "by nobody's fault here",
                List.of(),
                transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE"));
    }

    @Test
    public void whatHasPassedMeanwhileIsNotSaidToBeNear() {
        acceptedOnMonday();
        assertEquals(
                List.of(
                        "promise-overdue promise 2026-09-28 yellow haiyang",
                        "statutory-overdue decision 2026-10-16 red haiyang"),
                saidAt("2026-11-02T00:01"));
    }

    @Test
    public void itStandsInTheTrailWithTheCaseAsItWas() {
        String number = acceptedOnMonday();
        LocalDate due = centres.find(number, HAIYANG).due();
        saidAt("2026-09-23T00:01");
        ModuleTransactions.Entry last = centres.entries().get(centres.entries().size() - 1);
        assertEquals("warn", last.entry().action());
        assertEquals(
                Map.of(
                        "sign",
                        "due-soon",
                        "clock",
                        "promise",
                        "lastDay",
                        "2026-09-28",
                        "light",
                        "yellow",
                        "clockCentre",
                        "haiyang"),
                last.entry().details());
        assertEquals("住建局", last.entry().event().department());
        assertEquals(due, centres.find(number, HAIYANG).due());
        assertEquals(
                List.of("submit", "accept"),
                centres.service.open(number, centres.clerk(HAIYANG)).steps().stream()
                        .map(step -> step.action())
                        .toList());
    }

    @Test
    public void anotherLastDayIsSaidAnew() {
        acceptedOnMonday();
        assertEquals(List.of(PROMISE_SOON), saidAt("2026-09-23T00:01"));
        oneMoreDayOff("2026-09-24");
        assertEquals(List.of("due-soon promise 2026-09-29 yellow haiyang"), saidAt("2026-09-23T10:00"));
        assertEquals(List.of(), saidAt("2026-09-29T00:01"));
        assertEquals(List.of("promise-overdue promise 2026-09-29 yellow haiyang"), saidAt("2026-09-30T00:01"));
    }

    @Test
    public void nobodyIsWarnedWhileALimitStandsAndAnewOfItsNewDay() {
        String number = acceptedOnMonday();
        assertEquals(List.of(PROMISE_SOON), saidAt("2026-09-23T00:01"));
        centres.service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 5, "专家评审"), centres.reviewer(HAIYANG));
        assertEquals(List.of("suspension-overdue suspension 2026-10-08 yellow haiyang"), saidAt("2026-10-09T00:01"));
        centres.province.at("2026-10-09T09:00");
        centres.service.resume(number, new CaseRequests.Resume("评审完毕"), centres.reviewer(HAIYANG));
        assertEquals(List.of("due-soon promise 2026-10-12 yellow haiyang"), saidAt("2026-10-10T00:01"));
    }

    @Test
    public void aCentreSaysItselfWhenLittleTimeIsLeft() {
        acceptedOnMonday();
        assertEquals(List.of(), saidAt("2026-09-17T00:01"));
        centres.province.policy(HAIYANG, "policy.cases.warning.days", "6");
        assertEquals("green", row().light());
        centres.province.at("2026-09-18T00:01");
        assertEquals("the light of lists goes by it, too", "yellow", row().light());
        assertEquals(List.of(PROMISE_SOON), saidAt("2026-09-18T00:02"));
        centres.province.policy(HAIYANG, "policy.cases.warning.days", "0");
        centres.province.policy(HAIYANG, "policy.cases.warning.percent", "0");
        assertEquals("it has been said", List.of(), saidAt("2026-09-28T00:01"));
        assertEquals(
                "on the last day itself",
                List.of(
                        "due-soon decision 2026-10-16 yellow haiyang",
                        "promise-overdue promise 2026-09-28 yellow haiyang"),
                saidAt("2026-10-16T00:01"));
    }

    @Test
    public void whoTakesACaseInIsNotWarnedOnTheSameDay() {
        String number = centres.submit(Items.SERVICE, null, HAIYANG).number();
        centres.province.policy(HAIYANG, "policy.cases.warning.days", "10");
        assertEquals(List.of(), saidAt("2026-09-14T09:30"));
        assertEquals(List.of("due-soon notice 2026-09-20 yellow haiyang"), saidAt("2026-09-15T00:01"));
        centres.service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertEquals("what has ended waits for nobody", List.of(), saidAt("2026-10-16T00:01"));
    }

    @Test
    public void whatARehearsalHasSaidIsSaidWhenItIsSo() {
        acceptedOnMonday();
        assertEquals(2, saidAt("2026-11-02T00:01").size());
        assertEquals("the clock is back", List.of(), saidAt("2026-09-15T09:00"));
        assertEquals(List.of(PROMISE_SOON), saidAt("2026-09-23T00:01"));
    }

    @Test
    public void casesOfWhichNothingIsToBeSaidAreNotLookedAt() {
        acceptedOnMonday();
        saidAt("2026-09-22T00:01");
        saidAt("2026-09-22T00:21");
        int ofOne = begun();
        for (int i = 0; i < 5; i++) {
            acceptedOnMonday();
        }
        assertEquals(ofOne, begun());
    }

    private int begun() {
        centres.run(centres.timer());
        int begun = transactions.begun();
        centres.run(centres.timer());
        return transactions.begun() - begun;
    }

    @Test
    public void bothSidesOfAQuestionAreWarnedOfTheLimitAbove() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, Centres.AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        centres.service.notifyCorrection(city, Centres.ask("面积"), centres.clerk(YANTAI));
        centres.post();
        List<String> said = saidAt("2026-11-20T00:01");
        assertTrue(said.toString(), said.size() > 1);
        assertTrue("of the centre above only", said.stream().allMatch(each -> each.endsWith(" yantai")));
        assertEquals(
                "but that nobody there has gone on without",
                1,
                said.stream().filter(each -> each.contains(" continuation ")).count());
        assertEquals("each at both", said.size() - 1, 2 * (Set.copyOf(said).size() - 1));
        NoticeService.Request told = hearLast().get(0);
        assertEquals("no delay of theirs", "above-overdue", told.kind());
        String body = WarningNotice.ABOVE_OVERDUE
                .write(Channel.INBOX, Locale.SIMPLIFIED_CHINESE, told.facts())
                .body();
        assertTrue(body, body.contains("烟台市政务服务中心的补正告知尚待答复") && !body.contains("说明原因"));
    }

    @Test
    public void whoeverWorksForTheDepartmentThatHasTheCaseIsTold() {
        String number = acceptedOnMonday();
        saidAt("2026-09-23T00:01");
        List<NoticeService.Request> sent = hearLast();
        assertEquals(
                List.of("due-soon staff-住建局 2026-09-28"),
                sent.stream()
                        .map(each -> each.kind() + " " + each.account() + " "
                                + each.facts().get(WarningNotice.DAY))
                        .toList());
        centres.service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertEquals("it has ended", List.of(), hearLast());
    }

    private List<NoticeService.Request> hearLast() {
        List<NoticeService.Request> sent = new ArrayList<>();
        ModuleTransactions.Entry entry = centres.entries().stream()
                .filter(each -> each.tenant().equals(HAIYANG))
                .filter(each -> SIGNS.contains(each.entry().event().type()))
                .reduce((first, second) -> second)
                .orElseThrow();
        NoticeService notices = (NoticeService) Proxy.newProxyInstance(
                NoticeService.class.getClassLoader(), new Class<?>[] {NoticeService.class}, (self, method, given) -> {
                    sent.add((NoticeService.Request) given[0]);
                    return null;
                });
        WarningNotices listener = new WarningNotices(
                centres.cases.records(),
                (departments, permission, unit) -> {
                    assertEquals(CasePermission.WORK, permission);
                    return List.of("staff-" + departments.iterator().next());
                },
                new TestDepartments(centres.lists),
                notices,
                centres.province);
        transactions.write(centres.reviewer(HAIYANG), Boolean.class, unit -> {
            listener.on(
                    new EventEnvelope(
                            HAIYANG,
                            entry.entry().event(),
                            "case",
                            entry.entry().aggregateId(),
                            1,
                            "timer",
                            "timer",
                            Instant.parse("2026-09-22T16:01:00Z"),
                            "r",
                            1,
                            1),
                    unit);
            return true;
        });
        return sent;
    }

    @Test
    public void casesWhoseDaysNobodyHasAnnouncedAreListedUntilTheNoticeComes() {
        acceptedOnMonday();
        centres.province.at("2026-12-21T09:00");
        String late = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(late, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of(late), provisional());
        centres.run(centres.timer());
        assertEquals(List.of(late), provisional());

        transactions.sql("UPDATE CASES_CASE SET PROVISIONAL=FALSE");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK='calendar'");
        centres.run(centres.timer());
        assertEquals("rows from before are filled", List.of(late), provisional());

        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2027, 1, 1), false, "元旦", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());
        assertEquals(List.of(), provisional());
    }

    private List<String> provisional() {
        Filter filter = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", true);
        List<CaseSummary> rows = centres.service
                .list(filter, PageRequest.of(9, null), centres.clerk(HAIYANG))
                .items();
        assertTrue(rows.stream().allMatch(CaseSummary::provisional));
        return rows.stream().map(CaseSummary::number).toList();
    }

    private CaseSummary row() {
        Filter all = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return centres.service
                .list(all, PageRequest.of(9, null), centres.clerk(HAIYANG))
                .items()
                .get(0);
    }

    private void oneMoreDayOff(String day) {
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.parse(day), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
    }
}
