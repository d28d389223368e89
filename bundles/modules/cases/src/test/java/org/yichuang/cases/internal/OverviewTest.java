package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.ModuleTransactions;

/** What clerks and applicants find when they come: the day's counts, what is left unfinished, what is open already. */
public class OverviewTest {
    private ModuleTransactions transactions;
    private Centres centres;
    private CaseStatistics statistics;

    @Before
    public void open() {
        transactions = ModuleTransactions.open("cases", "documents");
        transactions.clear();
        centres = new Centres(transactions);
        statistics = centres.statistics;
    }

    @After
    public void close() {
        transactions.close();
    }

    @Test
    public void todaysCasesAreCountedByWhereTheyStandAtThisCentre() {
        centres.province.at("2026-09-21T10:00");
        centres.submit(Items.SIMPLE, null, HAIYANG);
        centres.province.at("2026-09-22T09:00");
        centres.submit(Items.SIMPLE, null, HAIYANG);
        String accepted = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(accepted, Centres.ACCEPT, centres.clerk(HAIYANG));

        assertEquals(Map.of(CaseState.RECEIVED, 1L, CaseState.ACCEPTED, 1L), statistics.today(centres.clerk(HAIYANG)));
        assertEquals(Map.of(), statistics.today(centres.clerk(YANTAI)));
        assertEquals(
                "whoever works for several counts those of each",
                Map.of(CaseState.RECEIVED, 1L, CaseState.ACCEPTED, 1L),
                statistics.today(centres.as("r", "reviewer", Set.of("另一部门", "住建局", "审批局"), HAIYANG)));
        assertEquals(
                "a reviewer counts what the own departments have",
                Map.of(),
                statistics.today(centres.as("r", "reviewer", Set.of("另一部门"), HAIYANG)));
    }

    @Test
    public void whatCameTodayIsCountedAlsoOnTheDayOnWhichTheCentreHasAnotherCode() {
        centres.submit(Items.SIMPLE, null, HAIYANG);
        for (String table : List.of("CASES_CASE", "CASES_FACT")) {
            transactions.sql("UPDATE " + table + " SET CASE_NUMBER='370699' || SUBSTR(CASE_NUMBER, 7)");
        }

        assertEquals(Map.of(CaseState.RECEIVED, 1L), statistics.today(centres.clerk(HAIYANG)));
    }

    @Test
    public void theLatestUnfinishedApplicationOfEachItemIsOffered() {
        CallContext citizen = centres.as("applicant", HAIYANG);
        centres.drafts.begin(Items.SIMPLE, Items.FIRST, Map.of(), citizen);
        centres.province.at("2026-09-22T09:00");
        CallContext later = centres.as("applicant", HAIYANG);
        String latest =
                centres.drafts.begin(Items.SIMPLE, Items.FIRST, Map.of(), later).id();
        String handedIn =
                centres.drafts.begin(Items.TREES, Items.FIRST, Map.of(), later).id();
        centres.drafts.change(handedIn, draft -> draft.handedIn("370687-20260922-0000000000"), later);

        assertEquals(
                List.of(latest),
                centres.drafts.unfinished(later).stream().map(Draft::id).toList());
        assertEquals(List.of(), centres.drafts.unfinished(centres.as("another", "applicant", Set.of(), HAIYANG)));
    }

    @Test
    public void anApplicantsOpenCasesOfAnItemAreFound() {
        CallContext citizen = centres.as("applicant", HAIYANG);
        String number = centres.service
                .submit(Centres.application(Items.SIMPLE, null), citizen)
                .number();
        centres.submit(Items.SIMPLE, null, HAIYANG);
        Filter sameItem =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Items.SIMPLE), "");

        assertEquals(
                "his own only",
                List.of(number),
                centres.service.list(sameItem, PageRequest.of(20, null), citizen).items().stream()
                        .map(row -> row.number())
                        .toList());
    }
}
