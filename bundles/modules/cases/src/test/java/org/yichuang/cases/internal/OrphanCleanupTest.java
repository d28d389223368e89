package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ENTERPRISE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
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
import org.yichuang.cases.internal.persistence.OrphanRows;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** What people leave behind is kept for a while, and then no longer. */
public class OrphanCleanupTest {
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

    @Test
    public void aFileThatNoCaseNamesIsKeptForSixWeeks() {
        String file = upload(HAIYANG);
        upload(YANTAI);

        centres.province.at("2026-10-29T08:59");
        centres.run(centres.leftovers);
        assertEquals(0, removals().size());

        centres.province.at("2026-10-29T09:01");
        centres.run(centres.leftovers);
        centres.run(centres.leftovers);
        assertEquals(
                "once at each centre",
                List.of(Map.of("files", "1", "drafts", "0"), Map.of("files", "1", "drafts", "0")),
                removals());
        ProblemException gone = assertThrows(ProblemException.class, () -> submitWith(file));
        assertEquals(CaseError.MATERIAL_INVALID, gone.code());
    }

    @Test
    public void aRehearsalOfLaterDaysRemovesNothing() {
        upload(HAIYANG);
        draft();
        Clock machine = Clock.fixed(centres.province.now(), ZoneOffset.UTC);
        centres.province.at("2027-01-14T09:00");
        centres.run(new OrphanCleanup(
                transactions,
                new OrphanRows(Centres.store(transactions, TestCipher.CIPHER)),
                machine,
                new CaseSettings()));

        assertEquals(List.of(), removals());
    }

    @Test
    public void aFileThatACaseNamesStays() {
        String file = upload(HAIYANG);
        String number = submitWith(file);

        centres.province.at("2036-09-14T09:00");
        centres.run(centres.leftovers);

        assertEquals(PDF.length, centres.bytes(number, file, centres.clerk(HAIYANG)).length);
        assertEquals(0, removals().size());
    }

    @Test
    public void theFilesOfAnUnfinishedApplicationStayAsLongAsIt() {
        CaseService.Upload file = centres.service.upload(
                "图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.as("applicant", HAIYANG));
        String living = draft();
        centres.province.at("2026-10-10T09:00");
        centres.drafts.change(living, draft -> draft.with("m1", List.of(file)), centres.as("applicant", HAIYANG));

        centres.province.at("2026-11-01T09:00");
        centres.run(centres.leftovers);
        assertEquals(List.of(), removals());

        centres.province.at("2026-11-10T09:00");
        centres.run(centres.leftovers);
        assertEquals(List.of(Map.of("files", "1", "drafts", "1")), removals());
    }

    @Test
    public void anUnfinishedApplicationIsKeptForThirtyDaysAfterItWasLastTouched() {
        String old = draft();
        String touched = draft();

        centres.province.at("2026-10-10T09:00");
        centres.drafts.change(touched, draft -> draft, centres.as("applicant", HAIYANG));
        centres.province.at("2026-10-14T09:01");
        centres.run(centres.leftovers);

        assertEquals(List.of(Map.of("files", "0", "drafts", "1")), removals());
        assertEquals(
                touched,
                centres.drafts.get(touched, centres.as("applicant", HAIYANG)).id());
        assertThrows(ProblemException.class, () -> centres.drafts.get(old, centres.as("applicant", HAIYANG)));
    }

    private String draft() {
        return centres.drafts
                .begin(Items.SIMPLE, Items.FIRST, Map.of(), centres.as("applicant", HAIYANG))
                .id();
    }

    private String upload(TenantId tenant) {
        return centres.service
                .upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(tenant))
                .file();
    }

    private String submitWith(String file) {
        List<MaterialGiven> materials = List.of(new MaterialGiven("m1", null, file, false));
        return centres.service
                .submit(
                        new CaseRequests.Submit(Items.SIMPLE, ENTERPRISE, Map.of(), materials, null),
                        centres.clerk(HAIYANG))
                .number();
    }

    private static List<Map<String, String>> removals() {
        return transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(entry -> entry.aggregateType().equals("leftovers"))
                .map(entry -> Map.of(
                        "files", entry.details().get("files"),
                        "drafts", entry.details().get("drafts")))
                .toList();
    }
}
