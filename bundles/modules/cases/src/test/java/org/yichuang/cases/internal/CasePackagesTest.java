package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Unmask;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.internal.check.PackageCheck;
import org.yichuang.documents.internal.packages.DefaultPackageService;
import org.yichuang.identity.internal.DefaultUnmasking;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestSigner;

/** A whole case leaves the house as one file, and the file is what the case was. */
public class CasePackagesTest {
    private static final Unmask WHY = new Unmask("行政复议调卷");
    private static final Applicant ZHANG =
            new Applicant("person", "张晓明", "citizen-id", "370687199003071239", "13905351234", null);

    private static ModuleTransactions transactions;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestSigner signer = new TestSigner();
    private Centres centres;
    private CasePackages packages;

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
        packages = packages(new DefaultPackageService(
                new NoDocuments(),
                transactions.journal(),
                transactions,
                centres.province,
                List.of(signer),
                centres.made.heads()));
    }

    private CasePackages packages(PackageService service) {
        return centres.cases.packages(service, new Items(), new DefaultUnmasking(transactions));
    }

    @Test
    public void aDecidedAndDeliveredCaseIsThereWithAllItsParts() throws IOException {
        String number = delivered();
        byte[] zip = zip(packages.take(number, WHY, centres.clerk(HAIYANG)));
        Map<String, String> files = files(zip);

        assertEquals(
                Set.of(
                        "README.txt",
                        "application/application.json",
                        "application/application.txt",
                        "materials/1-图纸.pdf",
                        "decision/decision.json",
                        "decision/decision.txt",
                        "result/result.json",
                        "result/result.txt",
                        "log/case-" + number + ".json",
                        "manifest.json",
                        "signature.json"),
                files.keySet());
        assertArrayEquals(Centres.PDF, files.get("materials/1-图纸.pdf").getBytes(StandardCharsets.ISO_8859_1));
        String application = utf8(files, "application/application.txt");
        assertTrue(application, application.contains("370687199003071239") && application.contains("13905351234"));
        assertTrue(application, application.contains("materials/1-图纸.pdf，SHA-256 "));
        String decision = utf8(files, "decision/decision.txt");
        assertTrue(decision, decision.contains("结论：准予"));
        assertTrue(
                utf8(files, "result/result.txt"),
                utf8(files, "result/result.txt").contains("送达方式：直接送达"));
        for (String step : List.of("submit", "accept", "decide", "issue", "deliver")) {
            String log = utf8(files, "log/case-" + number + ".json");
            assertTrue(log, log.contains("\"action\" : \"" + step + "\""));
        }
    }

    @Test
    public void whatWasPromisedIsToldWithWhatWasFound() throws IOException {
        String number = centres.submit(Items.GAPS, null, HAIYANG).number();
        List<MaterialPromise> promises = List.of(
                new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                new MaterialPromise("m4", PromiseKind.DECLARATION, null));
        centres.service.accept(number, new CaseRequests.Accept(null, promises, null), centres.clerk(HAIYANG));
        centres.service.checkPromise(
                number, new CaseRequests.CheckPromise("m4", false, "现场没有停车场地"), centres.reviewer(HAIYANG));

        Map<String, String> files = files(zip(packages.take(number, WHY, centres.clerk(HAIYANG))));

        String application = utf8(files, "application/application.txt");
        assertTrue(application, application.contains("申请人的承诺") && application.contains("检测报告：容缺"));
        assertTrue(application, application.contains("核查情况：现场没有停车场地"));
        String json = utf8(files, "application/application.json");
        assertTrue(json, json.contains("\"promises\"") && json.contains("现场没有停车场地"));
    }

    @Test
    public void whatWasAskedForIsNamedAsPeopleCallIt() throws IOException {
        String number = submitted();
        centres.service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));

        Map<String, String> files = files(zip(packages.take(number, WHY, centres.clerk(HAIYANG))));

        String application = utf8(files, "application/application.txt");
        assertTrue(application, application.contains("图纸：请补充 m2"));
    }

    @Test
    public void anybodyCanCheckIt() throws IOException {
        assertSound(zip(packages.take(delivered(), WHY, centres.clerk(HAIYANG))));
    }

    private void assertSound(byte[] zip) throws IOException {
        Path file = Files.write(folder.getRoot().toPath().resolve("case.zip"), zip);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int code = PackageCheck.run(
                List.of(file.toString(), "--key", signer.keyId()), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertEquals(said.toString(StandardCharsets.UTF_8), 0, code);
    }

    @Test
    public void itIsJournaledWhoTakesItAndWhyBeforeItIsGathered() {
        String number = submitted();
        int before = transactions.entries().size();
        packages.take(number, WHY, centres.clerk(HAIYANG));

        AuditEntry entry = transactions.entries().get(before).entry();
        assertEquals("unmasking", entry.aggregateType());
        assertEquals("行政复议调卷", entry.details().get("reason"));
        assertEquals(
                "applicant.idNumber;applicant.phone;materials;package",
                entry.details().get("fields"));
    }

    @Test
    public void withoutReasonOrPermissionThereIsNone() {
        String number = submitted();
        assertEquals(CommonError.FIELDS_INVALID, refusal(number, new Unmask("看"), centres.clerk(HAIYANG)));
        assertEquals(CommonError.NOT_ALLOWED, refusal(number, WHY, centres.as("centre-manager", HAIYANG)));
        assertEquals(CommonError.NOT_ALLOWED, refusal(number, WHY, zhang()));
        CallContext stranger = centres.as("wu", "clerk", Set.of("另一个部门"), HAIYANG);
        assertThrows(ProblemException.class, () -> packages.take(number, WHY, stranger));
    }

    @Test
    public void aCaseThatGoesOnMeanwhileIsReadAnew() throws IOException {
        String number = submitted();
        int[] prepared = new int[1];
        PackageService service = new DefaultPackageService(
                new NoDocuments() {
                    @Override
                    public List<DocumentView> of(String type, String id, CallContext context) {
                        if (prepared[0]++ == 0) {
                            centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
                        }
                        return List.of();
                    }
                },
                transactions.journal(),
                transactions,
                centres.province,
                List.of(signer),
                centres.made.heads());

        Map<String, String> files = files(zip(packages(service).take(number, WHY, centres.clerk(HAIYANG))));

        assertEquals(2, prepared[0]);
        String log = utf8(files, "log/case-" + number + ".json");
        assertTrue(log, log.contains("\"action\" : \"accept\"") && log.contains("\"sound\" : true"));
        assertFalse(files.containsKey("result/result.json"));
    }

    @Test
    public void aMaterialThatNobodyHasLookedAtIsWaitedForBeforeTheFirstByte() {
        String number = submitted();
        centres.isScanned = true;
        int before = transactions.entries().size();

        assertEquals(DocumentError.FILE_NOT_SCANNED, refusal(number, WHY, centres.clerk(HAIYANG)));
        assertEquals(before + 1, transactions.entries().size());
    }

    @Test
    public void anInfectedMaterialIsLeftOutAndNamed() throws IOException {
        String number = submitted();
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED'");

        byte[] zip = zip(packages.take(number, WHY, centres.clerk(HAIYANG)));
        Map<String, String> files = files(zip);
        assertFalse(files.containsKey("materials/1-图纸.pdf"));
        String manifest = utf8(files, "manifest.json");
        String sha256 = Digests.sha256(Centres.PDF);
        assertTrue(
                manifest,
                manifest.replaceAll("\\s", "")
                        .contains("\"name\":\"materials/1-图纸.pdf\",\"sha256\":\"" + sha256 + "\""));
        String application = utf8(files, "application/application.txt");
        assertTrue(application, application.contains("因查出病毒未放入，SHA-256 " + sha256));
        assertSound(zip);
    }

    @Test
    public void filesOfOldWithPathsInTheirNamesEachHaveTheirPlace() throws IOException {
        String number = submitted();
        transactions.sql("UPDATE CASES_FILE SET FILE_NAME='扫描/图 " + "x".repeat(90) + " .pdf'");

        Map<String, String> files = files(zip(packages.take(number, WHY, centres.clerk(HAIYANG))));
        String place = files.keySet().stream()
                .filter(name -> name.startsWith("materials/"))
                .findFirst()
                .orElseThrow();
        assertTrue(place, place.startsWith("materials/1-图 xx") && place.endsWith(".pdf"));
    }

    @Test
    public void theDecisionOfTheCentreAboveIsInThePackage() throws IOException {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));
        centres.service.decide(centres.acceptedAt(YANTAI, number), Centres.GRANT, centres.chief(YANTAI));
        centres.post();
        CasePackages real = packages(centres.made.packages(transactions.journal(), signer));
        assertEquals(DocumentError.DOCUMENT_PENDING, refusal(real, number, WHY, centres.clerk(HAIYANG)));
        centres.run(centres.printing);

        byte[] zip = zip(real.take(number, WHY, centres.clerk(HAIYANG)));
        Map<String, String> files = files(zip);
        String place = "decision/烟台市政务服务中心准〔2026〕1号.pdf";
        assertTrue(files.get(place), files.get(place).startsWith("%PDF"));
        String decision = utf8(files, "decision/decision.json");
        assertTrue(decision, decision.contains("\"packageFile\" : \"" + place + "\""));
        assertTrue(decision, decision.contains("\"inForce\" : true"));
        assertSound(zip);

        centres.province.without(YANTAI);
        byte[] elsewhere = zip(real.take(number, WHY, centres.clerk(HAIYANG)));
        assertFalse(files(elsewhere).containsKey(place));
        String text = utf8(files(elsewhere), "decision/decision.txt");
        assertTrue(text, text.contains("文号：烟台市政务服务中心准〔2026〕1号\n") && text.contains("出具的中心：yantai\n"));
        assertTrue(text, text.contains("文件：不在包内"));
        assertSound(elsewhere);
    }

    private String submitted() {
        String file = centres.service
                .upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), zhang())
                .file();
        List<MaterialGiven> materials = List.of(new MaterialGiven("m1", null, file, false));
        return centres.service
                .submit(new CaseRequests.Submit(Items.SIMPLE, ZHANG, Map.of(), materials, null), zhang())
                .number();
    }

    private String delivered() {
        String number = submitted();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.decide(
                number,
                new CaseRequests.Decide(CaseRequests.Outcome.GRANT, "符合条件", null, null, null, null, null),
                centres.chief(HAIYANG));
        centres.service.issue(number, new CaseRequests.Issue(null, null, null), centres.clerk(HAIYANG));
        centres.service.deliver(
                number,
                new CaseRequests.Deliver(CaseRequests.DeliveryMethod.DIRECT, "张晓明", null),
                centres.clerk(HAIYANG));
        return number;
    }

    private CallContext zhang() {
        return centres.as("zhang", "applicant", Set.of(), HAIYANG);
    }

    private Object refusal(String number, Unmask why, CallContext context) {
        return refusal(packages, number, why, context);
    }

    private static Object refusal(CasePackages packages, String number, Unmask why, CallContext context) {
        return assertThrows(ProblemException.class, () -> packages.take(number, why, context))
                .code();
    }

    private static byte[] zip(PackageService.Prepared prepared) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        prepared.content().writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Byte by byte. */
    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static String utf8(Map<String, String> files, String name) {
        return new String(files.get(name).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** A house in which nothing has been issued. */
    private static class NoDocuments implements DocumentService {
        @Override
        public DocumentView issue(Request request, UnitOfWork unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DocumentView revoke(String id, String reason, UnitOfWork unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DocumentView> of(String type, String id, CallContext context) {
            return List.of();
        }

        @Override
        public void write(String id, String type, String of, OutputStream to, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Optional<Genuine> verify(String code, CallContext context) {
            return java.util.Optional.empty();
        }
    }
}
