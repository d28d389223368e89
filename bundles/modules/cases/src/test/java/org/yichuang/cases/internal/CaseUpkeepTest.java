package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.Warning;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** What is done for all cases when nobody acts: nothing is forgotten, and nobody is held up by another. */
public class CaseUpkeepTest {
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

    private String submit() {
        return centres.submit(Items.SIMPLE, null, HAIYANG).number();
    }

    private CaseState state(String number) {
        return centres.find(number, HAIYANG).state();
    }

    @Test
    public void oneUnreadableRowStopsOnlyItself() {
        String broken = submit();
        String healthy = submit();
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='{' WHERE CASE_NUMBER='" + broken + "'");
        centres.province.at("2026-09-28T09:00");

        centres.run(centres.timer);

        assertEquals(CaseState.ACCEPTED, state(healthy));
    }

    @Test
    public void casesThatRefuseDoNotHideThoseBehindThem() {
        String late = submit();
        centres.province.at("2026-09-24T09:00");
        List<String> young = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            young.add(submit());
        }
        centres.province.at("2026-09-28T09:00");
        transactions.sql("UPDATE CASES_CASE SET DUE='2026-01-01' WHERE CASE_NUMBER<>'" + late + "'");
        transactions.sql("INSERT INTO CASES_UPKEEP VALUES ('haiyang','calendar','" + fingerprint() + "')");

        centres.run(centres.timer);

        assertEquals(CaseState.ACCEPTED, state(late));
        assertEquals(CaseState.RECEIVED, state(young.get(0)));
    }

    @Test
    public void whatTheLawDoesNotAcceptIsOnlyReadHoweverMuchOfItIsOverdue() {
        centres.submit(Items.SERVICE, null, HAIYANG);
        centres.province.at("2026-09-28T09:00");
        int ofOne = begunByASettledRun();
        for (int i = 0; i < 5; i++) {
            centres.submit(Items.SERVICE, null, HAIYANG);
        }
        centres.province.at("2026-10-20T09:00");

        assertEquals(ofOne, begunByASettledRun());
    }

    /** How many transactions it takes when there is nothing left to do. */
    private int begunByASettledRun() {
        centres.run(centres.timer());
        centres.province.pass(Duration.ofMinutes(20));
        centres.run(centres.timer());
        int begun = transactions.begun();
        centres.run(centres.timer());
        return transactions.begun() - begun;
    }

    @Test
    public void aChangedCalendarIsFollowedAlsoAfterALeaseElsewhereAndARestart() {
        String number = submit();
        centres.run(centres.timer);
        assertEquals(LocalDate.of(2026, 9, 20), centres.find(number, HAIYANG).due());
        oneMoreDayOff("2026-09-18");

        centres.run(centres.timer(), false);
        assertEquals(
                "another container works",
                LocalDate.of(2026, 9, 20),
                centres.find(number, HAIYANG).due());
        centres.run(centres.timer());

        assertEquals(LocalDate.of(2026, 9, 21), centres.find(number, HAIYANG).due());
        int entries = transactions.entries().size();
        centres.run(centres.timer());
        assertEquals("nothing moves twice", entries, transactions.entries().size());
    }

    @Test
    public void aCaseWrittenByTheOldCalendarAfterThePassIsFoundByTheSecondOne() {
        submitBeforeTheCalendarChanges();
        centres.run(centres.timer);
        String late = submit();
        transactions.sql("UPDATE CASES_CASE SET DUE='2026-09-20' WHERE CASE_NUMBER='" + late + "'");

        centres.province.at("2026-09-14T09:02");
        centres.run(centres.timer());
        assertEquals(
                "too early",
                LocalDate.of(2026, 9, 20),
                centres.find(late, HAIYANG).due());
        centres.province.at("2026-09-14T09:20");
        centres.run(centres.timer);

        assertEquals(LocalDate.of(2026, 9, 21), centres.find(late, HAIYANG).due());
        centres.province.at("2026-09-14T10:20");
        int begun = transactions.begun();
        centres.run(centres.timer);
        assertEquals("and then all is done", begun, transactions.begun());
    }

    @Test
    public void aPassByACalendarThatIsReplacedMeanwhileMovesNothingMore() {
        String number = submitBeforeTheCalendarChanges();
        transactions.beforeWriting(call -> {
            if (call.tenant().equals(HAIYANG)) {
                centres.province.calendar(CalendarTable.national(TestCentres.days2026()));
            }
        });

        centres.run(centres.timer);

        assertEquals(LocalDate.of(2026, 9, 20), centres.find(number, HAIYANG).due());
        transactions.beforeWriting(call -> {});
        oneMoreDayOff("2026-09-18");
        centres.run(centres.timer);
        assertEquals(
                "it was not taken for followed",
                LocalDate.of(2026, 9, 21),
                centres.find(number, HAIYANG).due());
    }

    @Test
    public void aCalendarThatMovesOnlyTheStatutoryDayIsFollowedToo() {
        String number = submit();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.run(centres.timer);
        LocalDate promised = centres.find(number, HAIYANG).due();
        oneMoreDayOff("2026-10-13");

        centres.run(centres.timer);

        assertEquals(promised, centres.find(number, HAIYANG).due());
        Map<String, String> details = transactions
                .entries()
                .get(transactions.entries().size() - 1)
                .entry()
                .details();
        assertEquals("calendar", details.get("reason"));
        assertEquals(details.get("dueBefore"), details.get("dueAfter"));
        assertNotEquals(details.get("statutoryBefore"), details.get("statutoryAfter"));
    }

    @Test
    public void aLeaseThatComesBackFindsWhatFailedElsewhere() {
        String number = submit();
        centres.run(centres.timer);
        transactions.sql("UPDATE CASES_CASE SET SEARCH_TEXT=''");
        centres.run(centres.timer);
        assertEquals(0, found(number));

        transactions.lapse(centres.timer.name());
        centres.run(centres.timer);

        assertEquals(1, found(number));
    }

    @Test
    public void betweenTwoDaysNothingIsAsked() {
        submit();
        centres.run(centres.timer);
        int begun = transactions.begun();
        centres.run(centres.timer);
        centres.run(centres.timer);
        assertEquals(begun, transactions.begun());
        centres.province.at("2026-09-15T00:00:01");
        centres.run(centres.timer);
        assertNotEquals(begun, transactions.begun());
    }

    @Test
    public void namesAreFoundInAnyCaseAndWidthAlsoThoseFromBefore() {
        Applicant odd = new Applicant("enterprise", "Ａ公司 ÄRZTE", null, "91350100M000100Y43", "0535-3221234", null);
        centres.service.submit(new CaseRequests.Submit(Items.SIMPLE, odd, null, null, null), centres.clerk(HAIYANG));
        for (String words : List.of("Ａ公司", "a公司", "ärzte", "ÄRZTE", "370687-2026")) {
            assertEquals(words, 1, found(words));
        }
        transactions.sql("UPDATE CASES_CASE SET SEARCH_TEXT=''");
        assertEquals(0, found("a公司"));
        centres.run(centres.timer);
        assertEquals(1, found("a公司"));
    }

    @Test
    public void aSearchTextThatIsMissingIsFoldedAlsoWhenAllWereOnce() {
        submit();
        centres.run(centres.timer);
        transactions.sql("UPDATE CASES_CASE SET SEARCH_TEXT=''");
        assertEquals(0, found("370687-2026"));
        centres.province.at("2026-09-15T00:00:01");

        centres.run(centres.timer);

        assertEquals(1, found("370687-2026"));
    }

    @Test
    public void aCaseThatAnotherIsChangingIsRecomputedLater() {
        String number = submitBeforeTheCalendarChanges();
        failOnce(CommonError.CHANGED_MEANWHILE);

        centres.run(centres.timer);
        assertEquals(LocalDate.of(2026, 9, 20), centres.find(number, HAIYANG).due());
        centres.province.at("2026-09-14T10:00");
        centres.run(centres.timer);

        assertEquals(LocalDate.of(2026, 9, 21), centres.find(number, HAIYANG).due());
    }

    @Test
    public void aCaseThatCannotBeReadHoldsUpNoOther() {
        String other = submit();
        String number = submitBeforeTheCalendarChanges();
        failOnce(IdentityError.PERSONAL_DATA_UNREADABLE);

        centres.run(centres.timer);

        assertEquals(
                Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 9, 21)),
                Set.of(
                        centres.find(number, HAIYANG).due(),
                        centres.find(other, HAIYANG).due()));
    }

    @Test
    public void aDatabaseThatGoesAwayEndsTheRunAndNothingIsForgotten() {
        String number = submitBeforeTheCalendarChanges();
        failOnce(CommonError.UNAVAILABLE);

        ProblemException away = assertThrows(ProblemException.class, () -> centres.run(centres.timer));
        assertEquals(CommonError.UNAVAILABLE, away.code());
        centres.run(centres.timer);

        assertEquals(LocalDate.of(2026, 9, 21), centres.find(number, HAIYANG).due());
    }

    @Test
    public void anAcceptanceThatDidNotComeThroughIsTriedAgain() {
        String number = submit();
        centres.run(centres.timer);
        centres.province.at("2026-09-28T09:00");
        transactions.sql("UPDATE CASES_UPKEEP SET DONE_FOR='" + fingerprint() + "' WHERE TASK='calendar'");
        failOnce(CommonError.CHANGED_MEANWHILE);

        centres.run(centres.timer);
        assertEquals(CaseState.RECEIVED, state(number));
        centres.province.at("2026-09-28T10:00");
        centres.run(centres.timer);

        assertEquals(CaseState.ACCEPTED, state(number));
    }

    private String fingerprint() {
        return CalendarFingerprint.of(
                new Almanac(LocalDate.of(2026, 9, 28), centres.province.calendar(HAIYANG), new Warning(1, 20)));
    }

    private String submitBeforeTheCalendarChanges() {
        String number = submit();
        centres.run(centres.timer);
        oneMoreDayOff("2026-09-18");
        return number;
    }

    /** Lets the next transaction fail that writes at the centre: that of a case. */
    private void failOnce(ErrorCode code) {
        AtomicInteger begun = new AtomicInteger();
        transactions.beforeWriting(call -> {
            if (call.tenant().equals(HAIYANG) && begun.incrementAndGet() == 1) {
                throw new ProblemException(code, LocalizedMessage.verbatim("数据库繁忙"));
            }
        });
    }

    private int found(String words) {
        CaseService.Filter filter =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
        return centres.service
                .list(filter, PageRequest.of(9, null), centres.clerk(HAIYANG))
                .items()
                .size();
    }

    private void oneMoreDayOff(String day) {
        centres.province.calendar(withOneMoreDayOff(day));
    }

    private static CalendarTable withOneMoreDayOff(String day) {
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.parse(day), false, "停电", "notice"));
        return CalendarTable.national(days);
    }
}
