package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.Arrays;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What the law has accepted without is supplied, or refused (R1-04, R3-19). */
public class DeemedGapsTest {
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

    private static Supply supply(String... codes) {
        return new Supply(Arrays.stream(codes)
                .map(code -> new MaterialGiven(code, null, null, true))
                .toList());
    }

    private static List<String> refused(ErrorCode code, ThrowingRunnable work) {
        ProblemException refusal = assertThrows(ProblemException.class, work);
        assertEquals(code, refusal.code());
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }

    private String deemed(String item) {
        String number = centres.submit(item, null, HAIYANG).number();
        centres.province.at("2026-09-22T09:00");
        centres.run(centres.timer);
        assertEquals("DEEMED", centres.find(number, HAIYANG).acceptance().mode());
        return number;
    }

    @Test
    public void whatTheLawHasAcceptedWithoutIsSuppliedBeforeAnythingIsGranted() {
        String number = deemed(Items.GAPS);

        assertEquals(
                List.of("materials.m3", "materials.m4"),
                refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(number, GRANT, centres.chief(HAIYANG))));
        assertTrue(centres.find(number, HAIYANG).commands().contains("supply"));
        assertEquals(
                List.of("materials[0].code"),
                refused(
                        CaseError.MATERIAL_INVALID,
                        () -> service.supply(number, supply("m1"), centres.clerk(HAIYANG))));
        service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        CaseView whole = service.supply(number, supply("m4"), centres.clerk(HAIYANG));

        assertFalse(whole.commands().contains("supply"));
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whoDoesNotSupplyWhatTheLawHasAcceptedWithoutIsRefused() {
        String number = deemed(Items.GAPS);

        assertEquals(
                CaseState.REFUSED,
                service.decide(number, REFUSE, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whatIsSuppliedBelowAfterADeemedAcceptanceReachesWhoDecides() {
        String number = deemed(Items.STRAIGHT_GAPS);
        String above = centres.acceptedAt(YANTAI, number);
        refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(above, GRANT, centres.chief(YANTAI)));

        service.supply(number, supply("m3", "m4"), centres.clerk(HAIYANG));
        centres.post();

        assertEquals(
                CaseState.GRANTED,
                service.decide(above, GRANT, centres.chief(YANTAI)).state());
    }
}
