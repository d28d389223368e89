package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.CheckPromise;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.testing.ModuleTransactions;

/** A declaration is checked by the day that the applicant was told, or somebody says that it is not (R3-20). */
public class PromiseCheckTest {
    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;

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
        service = centres.service;
    }

    private String gaps() {
        return centres.submit(Items.GAPS, null, HAIYANG).number();
    }

    private static Accept promising(MaterialPromise... promises) {
        return new Accept(null, Arrays.asList(promises), null);
    }

    private static MaterialPromise later(String material, LocalDate until) {
        return new MaterialPromise(material, PromiseKind.DEFERRAL, until);
    }

    private static MaterialPromise declared(String material) {
        return new MaterialPromise(material, PromiseKind.DECLARATION, null);
    }

    private static Supply supply(String... codes) {
        return new Supply(Arrays.stream(codes)
                .map(code -> new MaterialGiven(code, null, null, true))
                .toList());
    }

    private CaseView accepted(String number) {
        return service.accept(number, promising(later("m3", null), declared("m4")), centres.clerk(HAIYANG));
    }

    private org.yichuang.journal.api.AuditEntry last() {
        List<ModuleTransactions.Entry> all = centres.entries();
        return all.get(all.size() - 1).entry();
    }

    /** It is to be checked within forty working days; the department is reminded two before. */
    @Test
    public void theDepartmentIsRemindedOfACheckAndToldOnceThatItsDayHasPassed() {
        String number = accepted(gaps()).number();
        service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        service.decide(number, GRANT, centres.chief(HAIYANG));
        LocalDate until = centres.find(number, HAIYANG).unchecked().get(0).until();
        int before = centres.entries().size();

        assertEquals(List.of(), checksSaid(until.minusDays(6)));
        assertEquals(List.of("promise-check-due"), checksSaid(until.minusDays(1)));
        assertEquals("told once, and the day is not over", List.of(), checksSaid(until));
        assertEquals(List.of("promise-check-overdue"), checksSaid(until.plusDays(1)));
        assertEquals(
                "{\"promises\":[{\"material\":\"m4\",\"kind\":\"DECLARATION\",\"until\":\"" + until + "\"}]}",
                last().event().data());
        assertEquals("once", List.of(), checksSaid(until.plusDays(20)));
        assertTrue(centres.find(number, HAIYANG).commands().contains("promise-check"));
        assertTrue(centres.entries().size() > before);
        service.checkPromise(number, new CheckPromise("m4", true, "现场有停车场地"), centres.chief(HAIYANG));
        assertEquals(List.of(), checksSaid(until.plusDays(40)));
    }

    /** What is said of checks when the timer comes in the morning of a day. */
    private List<String> checksSaid(LocalDate day) {
        int before = centres.entries().size();
        centres.province.at(day + "T08:00");
        centres.run(centres.timer);
        return centres.entries().subList(before, centres.entries().size()).stream()
                .map(entry -> entry.entry().event().type())
                .filter(type -> type.startsWith("promise-check-"))
                .toList();
    }
}
