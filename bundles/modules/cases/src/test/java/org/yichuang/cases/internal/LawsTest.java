package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.HearingWork;
import org.yichuang.cases.internal.domain.LawEdition;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Vouched;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.testing.ModuleTransactions;

/** A law that is changed counts for what is done from its day on, and changes nothing of what runs or is over. */
public class LawsTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2030, 1, 1);
    private static final LawEdition FIRST = Laws.IN_FORCE.editions().get(0);
    /** Made up: three days instead of five, fifteen instead of twenty; of hearings ten instead of twenty. */
    private static final Laws CHANGED = new Laws(List.of(
            FIRST,
            new LawEdition(
                    NEW_YEAR,
                    new LawEdition.Licensing(Limit.working(3), Limit.working(15), Limit.working(5), Limit.working(7)),
                    new LawEdition.Extensions(5, 8),
                    new LawEdition.Hearings(Limit.working(3), Limit.working(10), Limit.working(7)),
                    FIRST.remedies(),
                    ".made-up")));

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

    private CommandContext at(String moment) {
        return new CommandContext(
                Instant.parse(moment),
                centres.clerk(HAIYANG).actor(),
                centres.province.lineage(HAIYANG),
                centres.province.calendar(HAIYANG),
                Vouched.NOBODY,
                List.of(),
                CHANGED);
    }

    @Test
    public void eachDayHasItsEdition() {
        assertEquals(FIRST, CHANGED.on(NEW_YEAR.minusDays(1)));
        assertEquals(Limit.working(3), CHANGED.on(NEW_YEAR).licensing().notice());
        assertEquals("what was done before the first one known", FIRST, CHANGED.on(LocalDate.of(2000, 1, 1)));
    }

    @Test
    public void whatRunsKeepsItsLimitAndWhatBeginsHasTheNewOne() {
        centres.province.at("2029-12-31T09:00");
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        transactions.read(centres.clerk(HAIYANG), unit -> {
            CaseFile old = Centres.repositories(transactions, TestCipher.CIPHER)
                    .cases(unit)
                    .get(number);
            CaseFile fresh = CaseWork.open(
                    "370687-20300102-AAAAAAAAAA", "q", old.submission(), null, at("2030-01-02T01:00:00Z"));
            CaseWork.submit(fresh, at("2030-01-02T01:00:00Z"));
            assertEquals(Limit.working(3), notice(fresh).limit());
            CaseFile before = CaseWork.open(
                    "370687-20291231-AAAAAAAAAA", "q", old.submission(), null, at("2029-12-31T01:00:00Z"));
            CaseWork.submit(before, at("2029-12-31T01:00:00Z"));
            assertEquals(Limit.working(5), notice(before).limit());
            CaseWork.accept(before, ACCEPT, at("2030-01-02T01:00:00Z"));
            assertEquals(
                    "it was started under the old one",
                    Limit.working(5),
                    notice(before).limit());
            return true;
        });
    }

    @Test
    public void whoIsToldOfAHearingMayAskByTheLawOfThatDay() {
        centres.province.at("2029-12-31T09:00");
        String number = centres.submit(Items.HEARD, null, HAIYANG).number();
        transactions.read(centres.clerk(HAIYANG), unit -> {
            Submission content = Centres.repositories(transactions, TestCipher.CIPHER)
                    .cases(unit)
                    .get(number)
                    .submission();
            CommandContext last = at("2029-12-31T01:00:00Z");
            CaseFile before = told(content, last);
            assertEquals(
                    "the five days of then",
                    HearingWork.lastDayToAsk(before.progress().hearing(), last.calendar(), Laws.IN_FORCE),
                    HearingWork.lastDayToAsk(before.progress().hearing(), at("2030-01-02T01:00:00Z")));
            CaseFile fresh = told(content, at("2030-01-02T01:00:00Z"));
            assertEquals(
                    LocalDate.of(2030, 1, 7),
                    HearingWork.lastDayToAsk(fresh.progress().hearing(), at("2030-01-02T01:00:00Z")));
            ProblemException late = assertThrows(
                    ProblemException.class, () -> HearingWork.wish(fresh, WANTED, at("2030-01-08T01:00:00Z")));
            assertEquals(CaseError.CASE_STATE, late.code());
            HearingWork.wish(fresh, WANTED, at("2030-01-07T01:00:00Z"));
            assertEquals(Limit.working(10), clock(fresh, ClockKind.HEARING).limit());
            return true;
        });
    }

    private CaseFile told(Submission content, CommandContext when) {
        CaseFile file = CaseWork.open("370687-20300102-AAAAAAAAAA", "q", content, null, when);
        CaseWork.submit(file, when);
        CaseWork.accept(file, ACCEPT, when);
        HearingWork.take(file, HearingTest.RIGHT, when);
        return file;
    }

    private static Clock notice(CaseFile file) {
        return clock(file, ClockKind.NOTICE);
    }

    private static Clock clock(CaseFile file, ClockKind kind) {
        return file.progress().clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
