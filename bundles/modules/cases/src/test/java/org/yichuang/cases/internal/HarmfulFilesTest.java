package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.ENTERPRISE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** A file in which a scanner has found something goes to nobody, and stops no case that several centres handle. */
public class HarmfulFilesTest {
    private static final byte[] OTHER = "%PDF-1.7 another drawing".getBytes(StandardCharsets.US_ASCII);

    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;
    private CallContext clerk;

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
        clerk = centres.clerk(HAIYANG);
    }

    @Test
    public void whatIsFoundBeforeItIsHandedInIsNotTaken() {
        String file = upload(PDF);
        found(PDF);

        ProblemException refusal = assertThrows(ProblemException.class, () -> submitted("county-city", file));

        assertEquals(CaseError.MATERIAL_INVALID, refusal.code());
        assertEquals("materials[0].file", refusal.fields().get(0).field());
        assertTrue(refusal.fields().get(0).message().zh().contains("“图纸.pdf”中发现病毒"));
        centres.isScanned = true;
        centres.files.scanAgain(Digests.sha256(PDF), "误报，已核对", scanner());
        centres.isScanned = false;
        clean(PDF);
        assertNotNull("the file was bound to nothing", submitted("county-city", file));
    }

    @Test
    public void whatIsFoundLaterIsAskedForAnewBeforeTheCaseGoesOn() {
        String file = upload(PDF);
        String county = submitted("county-city", file);
        found(PDF);

        ProblemException refusal = assertThrows(ProblemException.class, () -> service.accept(county, ACCEPT, clerk));
        assertEquals(CaseError.MATERIAL_INVALID, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("发现病毒"));
        assertEquals(CaseState.RECEIVED, centres.find(county, HAIYANG).state());

        service.notifyCorrection(county, ask("m1"), clerk);
        String better = upload(OTHER);
        service.correct(
                county,
                new CaseRequests.Correct(null, null, List.of(new MaterialGiven("m1", null, better, false))),
                clerk);
        forward(county);
        String city = centres.acceptedAt(YANTAI, county);

        CaseView above = centres.find(city, YANTAI);
        assertNull("it was left behind", above.materials().get(0).file());
        assertEquals(
                "and is known by its digest",
                Digests.sha256(PDF),
                above.materials().get(0).sha256());
        assertArrayEquals(OTHER, centres.bytes(city, better, centres.clerk(YANTAI)));
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(CaseState.GRANTED, centres.find(county, HAIYANG).state());
    }

    @Test
    public void afterAFalseAlarmTheCaseGoesOnWithTheFile() {
        String file = upload(PDF);
        String county = submitted("county-city", file);
        found(PDF);
        assertThrows(ProblemException.class, () -> service.accept(county, ACCEPT, clerk));

        released(county, file);
        forward(county);
        String city = centres.acceptedAt(YANTAI, county);

        assertArrayEquals(PDF, centres.bytes(city, file, centres.clerk(YANTAI)));
    }

    @Test
    public void onlyAFileOfTheCaseIsScannedAgainAndWithAReason() {
        String file = upload(PDF);
        String county = submitted("county-city", file);
        String other = submitted("county-city", upload(OTHER));
        found(PDF);
        centres.isScanned = true;

        assertEquals("not-allowed", codeOf(() -> scanAgain(county, file, "误报，已核对", clerk)));
        assertEquals("fields-invalid", codeOf(() -> scanAgain(county, file, " ", scanner())));
        assertEquals("not-found", codeOf(() -> scanAgain(other, file, "误报，已核对", scanner())));
        scanAgain(county, file, "误报，已核对", scanner());
        assertEquals("file-not-infected", codeOf(() -> scanAgain(county, file, "误报，已核对", scanner())));
    }

    @Test
    public void whatIsOfNoMaterialIsReplacedByItsOwnNameAlone() {
        String file = upload(PDF);
        String county = submitted(
                Items.TREES,
                Map.of("route", "county-city"),
                List.of(new MaterialGiven("m1", null, null, true), loose("图纸", file)));
        found(PDF);
        supplied(county, loose("说明", upload(OTHER)));
        assertEquals("material-invalid", codeOf(() -> service.accept(county, ACCEPT, clerk)));

        supplied(county, loose("图纸", upload(OTHER)));
        assertEquals(CaseState.ACCEPTED, service.accept(county, ACCEPT, clerk).state());
    }

    private static MaterialGiven loose(String name, String file) {
        return new MaterialGiven(null, name, file, false);
    }

    private void supplied(String county, MaterialGiven material) {
        service.notifyCorrection(county, ask("m1"), clerk);
        service.correct(county, new CaseRequests.Correct(null, null, List.of(material)), clerk);
    }

    private static String codeOf(ThrowingRunnable refused) {
        return assertThrows(ProblemException.class, refused).code().code();
    }

    private void scanAgain(String number, String file, String reason, CallContext context) {
        service.scanAgain(number, file, new CaseRequests.ScanAgain(reason), context);
    }

    /** Whoever may also have files scanned again. */
    private CallContext scanner() {
        Set<String> permissions = new HashSet<>(clerk.actor().permissions());
        permissions.add(DocumentsPermission.SCAN_AGAIN);
        Actor actor = new Actor("zhou", "zhou", Set.of("clerk"), Set.of(), permissions);
        return new CallContext(HAIYANG, actor, clerk.at(), "r", Optional.empty(), Optional.empty());
    }

    @Test
    public void aCaseThatStaysHereIsNotHeldUp() {
        String file = upload(PDF);
        String number = submitted(Items.SIMPLE, Map.of(), "m1", file);
        found(PDF);

        assertEquals(CaseState.ACCEPTED, service.accept(number, ACCEPT, clerk).state());
    }

    @Test
    public void whatIsFoundOnTheWayIsLeftBehindAndTheCityAsksForIt() {
        String file = upload(PDF);
        String county = submitted("county-city", file);
        service.accept(county, ACCEPT, clerk);
        found(PDF);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));

        String city = centres.acceptedAt(YANTAI, county);
        MaterialView material = centres.find(city, YANTAI).materials().get(0);
        assertNull(material.file());
        service.notifyCorrection(city, ask("m1"), centres.reviewer(YANTAI));
        centres.post();
        String better = upload(OTHER);
        service.correct(
                county,
                new CaseRequests.Correct(null, null, List.of(new MaterialGiven("m1", null, better, false))),
                clerk);
        centres.post();

        assertArrayEquals(OTHER, centres.bytes(city, better, centres.clerk(YANTAI)));
        assertEquals("1", detail(city, "transfer-in", "leftBehind"));
    }

    /** Accepted at the township, with a file, and received by the county. */
    private String township(String route) {
        CallContext window = centres.clerk(LIUGEZHUANG);
        String township = service.submit(centres.whole(Centres.application(Items.AGENCY, route), window), window)
                .number();
        service.accept(township, ACCEPT, window);
        centres.post();
        return township;
    }

    @Test
    public void whatNobodyReplacesAfterAnAcceptanceKeepsNoFileBack() {
        CallContext window = centres.clerk(LIUGEZHUANG);
        String township = township("two");
        String county = centres.numberAt(HAIYANG, township);
        service.notAccept(
                county, new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "意见不完整", "办法第三条", "补齐后上报", null), clerk);
        centres.post();
        found(PDF);
        assertEquals("material-invalid", codeOf(() -> service.accept(township, ACCEPT, window)));
        service.notifyCorrection(township, ask("m1"), window);
        centres.province.at("2026-09-21T10:00");

        CaseView goneOn =
                centres.cases.reception().goOn(township, new ContinuationRequest(null), centres.clerk(LIUGEZHUANG));
        assertEquals(CaseState.FORWARDED, goneOn.state());
        assertEquals("m1", detail(township, "go-on", "leftBehind"));
        centres.post();
        CaseView above = centres.find(county, HAIYANG);
        assertEquals(CaseState.RECEIVED, above.state());
        assertNull(above.materials().get(0).file());
    }

    @Test
    public void norAPreReviewAfterACentreBelowWasAsked() {
        String township = township("three");
        String county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, clerk);
        found(PDF);
        CallContext reviewer = centres.reviewer(HAIYANG);
        assertEquals("material-invalid", codeOf(() -> service.preReview(county, AGREE, reviewer)));
        service.notifyCorrection(county, ask("m1"), reviewer);
        centres.post();
        centres.province.at("2026-09-21T10:00");
        centres.cases.reception().goOn(county, new ContinuationRequest(null), centres.reviewer(HAIYANG));
        assertNull("nothing has left", detail(county, "go-on", "leftBehind"));

        assertEquals(
                CaseState.FORWARDED, service.preReview(county, AGREE, reviewer).state());
        centres.post();
        assertNull(centres.find(centres.numberAt(YANTAI, county), YANTAI)
                .materials()
                .get(0)
                .file());
    }

    @Test
    public void whatANeighbourSendsIsExaminedAndNamedAsWhatAnybodyHandsIn() {
        String file = upload(PDF);
        String second = upload(OTHER);
        String county = submitted(Items.TREES, Map.of("route", "county-city"), "m1", file, second);
        forward(county);
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        byte[] program = "MZ this runs".getBytes(StandardCharsets.US_ASCII);
        String sent = centres.linked.payload(HAIYANG, letter.message());
        String forged = exchanged(sent, Digests.sha256(PDF), Digests.sha256(program));

        centres.carry(
                letter,
                forged,
                List.of(
                        new Attachment(file, "图.pdf", "application/pdf", Digests.sha256(program), program),
                        new Attachment(second, "图\u202Efdp.pdf", "text/html", Digests.sha256(OTHER), OTHER)));

        String city = centres.numberAt(YANTAI, county);
        List<MaterialView> materials = centres.find(city, YANTAI).materials();
        assertNull("a program is left behind", materials.get(0).file());
        assertEquals(
                "nobody needs it, and it is removed after a day",
                List.of("0"),
                transactions.texts("SELECT USES FROM DOCUMENTS_FILE WHERE SHA256='" + Digests.sha256(program) + "'"));
        CaseService.Content content = service.content(city, second, centres.clerk(YANTAI));
        assertEquals("图fdp.pdf", content.name());
        assertEquals("application/pdf", content.mediaType());
    }

    /** A letter with another digest of a file, as the centre below would have sealed it. */
    private static String exchanged(String letter, String digest, String other) {
        String whole = letter.replace(digest, other);
        String all = Digests.sha256(sorted(digest));
        assertTrue("the letter is sealed over its files", letter.contains(all));
        return whole.replace(all, Digests.sha256(sorted(other)));
    }

    private static String sorted(String digest) {
        String second = Digests.sha256(OTHER);
        return digest.compareTo(second) < 0 ? digest + "\n" + second : second + "\n" + digest;
    }

    private static String detail(String number, String action, String name) {
        return transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(entry ->
                        entry.aggregateId().equals(number) && entry.action().equals(action))
                .findFirst()
                .orElseThrow()
                .details()
                .get(name);
    }

    private void forward(String county) {
        service.accept(county, ACCEPT, clerk);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
    }

    private static void found(byte[] content) {
        scanned(content, "INFECTED");
    }

    /** By the staff, after which the scanner finds nothing any more. */
    private void released(String county, String file) {
        centres.isScanned = true;
        scanAgain(county, file, "误报，已核对", scanner());
        centres.isScanned = false;
        clean(PDF);
    }

    private static void clean(byte[] content) {
        scanned(content, "CLEAN");
    }

    private static void scanned(byte[] content, String state) {
        transactions.sql(
                "UPDATE DOCUMENTS_FILE SET SCAN_STATE='" + state + "' WHERE SHA256='" + Digests.sha256(content) + "'");
    }

    private String upload(byte[] content) {
        return service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(content), clerk)
                .file();
    }

    private String submitted(String route, String file) {
        return submitted(Items.TREES, Map.of("route", route), "m1", file);
    }

    private String submitted(String item, Map<String, Object> form, String code, String... files) {
        return submitted(
                item,
                form,
                Arrays.stream(files)
                        .map(file -> new MaterialGiven(code, null, file, false))
                        .toList());
    }

    private String submitted(String item, Map<String, Object> form, List<MaterialGiven> materials) {
        return service.submit(new CaseRequests.Submit(item, ENTERPRISE, form, materials, null), clerk)
                .number();
    }
}
