package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.ModuleTransactions;

/** That a special procedure lasts longer than planned is said once, and the case is listed by that day (R1-20). */
public class PlannedEndTest {
    private static final List<String> SIGNS = Arrays.asList(ClockSign.events());

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

    private CaseSummary row() {
        Filter all = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return centres.service
                .list(all, PageRequest.of(9, null), centres.clerk(HAIYANG))
                .items()
                .get(0);
    }

    @Test
    public void aSpecialProcedureThatLastsLongerThanPlannedIsSaidOnceAndListed() {
        String number = acceptedOnMonday();
        centres.service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 3, "专家评审"), centres.reviewer(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 17), row().due());
        assertEquals(List.of(), saidAt("2026-09-15T00:01"));
        assertEquals(List.of("due-soon suspension 2026-09-17 yellow haiyang"), saidAt("2026-09-16T00:01"));
        assertEquals(List.of("suspension-overdue suspension 2026-09-17 yellow haiyang"), saidAt("2026-09-18T00:01"));
        assertEquals("once", List.of(), saidAt("2026-09-18T12:01"));
        assertEquals(List.of(), saidAt("2026-11-18T00:01"));
        assertEquals("nothing of the law has run out", "yellow", row().light());
        assertEquals(
                "no clock of the case",
                List.of("notice", "decision", "promise"),
                centres.service.deadlines(number, centres.clerk(HAIYANG)).stream()
                        .map(each -> each.kind())
                        .toList());

        centres.province.at("2026-11-18T09:00");
        centres.service.resume(number, new CaseRequests.Resume("评审完毕"), centres.reviewer(HAIYANG));
        assertEquals(LocalDate.of(2026, 12, 2), row().due());
        assertEquals("green", row().light());
    }
}
