package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Freight;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What goes on to another centre weighs no more than both ends can hold; on a real database. */
public class FreightTest {
    private static final long HALF = Freight.MOST / 2;

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

    /** A file whose row says that it is large. */
    private MaterialGiven file(String code, long size) {
        String file = service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(HAIYANG))
                .file();
        weigh(file, size);
        return new MaterialGiven(code, null, file, false);
    }

    private static void weigh(String file, long size) {
        transactions.sql("UPDATE CASES_FILE SET FILE_SIZE=" + size + " WHERE FILE_ID='" + file + "'");
    }

    private String submit(String item, String route, MaterialGiven... files) {
        CaseRequests.Submit request =
                new CaseRequests.Submit(item, Centres.ENTERPRISE, Map.of("route", route), List.of(files), null);
        return service.submit(request, centres.clerk(HAIYANG)).number();
    }

    private static void assertTooHeavy(ProblemException refused) {
        assertEquals(CaseError.MATERIAL_INVALID, refused.code());
        assertEquals("materials", refused.fields().get(0).field());
        assertTrue(refused.getMessage(), refused.fields().get(0).message().en().contains("65 MB"));
    }

    @Test
    public void whatIsTooHeavyToTravelIsRefusedWhenItIsHandedIn() {
        MaterialGiven first = file("m1", HALF);
        MaterialGiven second = file("m2", HALF + 1);

        assertTooHeavy(assertThrows(ProblemException.class, () -> submit(Items.TREES, "county-city", first, second)));
        submit(Items.SIMPLE, "county", first, second);
    }

    @Test
    public void aRouteThatTurnsUpwardsWeighsTheFile() {
        String county = submit(Items.POWER_OF_CITY, "county", file("m1", HALF), file("m2", HALF + 1));
        service.notifyCorrection(county, Centres.ask("m2"), centres.clerk(HAIYANG));
        CaseRequests.Correct turned = new CaseRequests.Correct("改由市级办理", Map.of("route", "city"), null);
        assertTooHeavy(
                assertThrows(ProblemException.class, () -> service.correct(county, turned, centres.clerk(HAIYANG))));
        service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
    }

    @Test
    public void whatJustTravelsTravelsAndMayNotGrow() {
        String county = submit(Items.TREES, "county-city", file("m1", HALF), file("m2", HALF));
        service.notifyCorrection(county, Centres.ask("m2"), centres.clerk(HAIYANG));
        CaseRequests.Correct more = new CaseRequests.Correct("补", null, List.of(file("m2", 1)));
        assertTooHeavy(
                assertThrows(ProblemException.class, () -> service.correct(county, more, centres.clerk(HAIYANG))));
        service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(
                CaseState.RECEIVED,
                centres.find(centres.numberAt(YANTAI, county), YANTAI).state());
    }

    @Test
    public void aLetterFromBeforeWaitsInWordsBeforeAnythingIsInMemory() {
        MaterialGiven large = file("m1", HALF);
        String county = submit(Items.TREES, "county-city", large);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        weigh(large.file(), Freight.MOST + 1);
        ModuleTransactions.Sent letter = transactions.messages().get(0);
        String payload = centres.linked.payload(HAIYANG, letter.message());

        ProblemException waits =
                assertThrows(ProblemException.class, () -> centres.linked.attachments(HAIYANG, payload));

        assertEquals(CommonError.UNAVAILABLE, waits.code());
        assertTrue(waits.getMessage(), waits.getMessage().contains("65 MB"));
        weigh(large.file(), HALF);
        centres.post();
    }
}
