package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.ENTERPRISE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.view.InfectedMaterials;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.notices.api.NoticeService;

/** Whoever handed in is told that a virus was found in a file of theirs, and what to do. */
public class InfectedFileNoticesTest extends DocumentsOfCases {
    private static final byte[] OTHER = "%PDF-1.7 another drawing".getBytes(StandardCharsets.US_ASCII);
    private static final Instant FOUND = Instant.parse("2026-09-14T02:00:00Z");

    @Test
    public void whoHandedInIsToldWhileTheCaseGoesOnThatAVirusWasFound() {
        String number = submitted(Items.SIMPLE, Map.of(), "m1", upload(PDF));
        upload(OTHER); // of no case yet

        List<NoticeService.Request> told = told(PDF, true);
        assertEquals(1, told.size());
        assertEquals("file-infected", told.get(0).kind());
        assertEquals(number, told.get(0).aggregateId());
        assertEquals("clerk", told.get(0).account());
        assertEquals(FOUND, told.get(0).happenedAt());
        assertEquals("whoever came to the window has no account", List.of(), told(PDF, false));
        assertEquals("of no case", List.of(), told(OTHER, true));
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals("the case has ended", List.of(), told(PDF, true));
    }

    @Test
    public void whoHandedInReadsOnTheCasesPageWhatToDo() {
        String number = submitted(Items.SIMPLE, Map.of(), "m1", upload(PDF));
        CaseView view = centres.find(number, HAIYANG);
        Map<String, FileState> states = Map.of(view.materials().get(0).file(), FileState.INFECTED);

        InfectedMaterials told = InfectedMaterials.of(view, states);
        assertEquals(Digests.sha256(PDF), told.files().get(0).sha256());
        assertTrue(told.advice().zh(), told.advice().zh().contains("窗口会通知您"));
        service.notifyCorrection(number, ask("m1"), centres.clerk(HAIYANG));
        CaseView asked = centres.find(number, HAIYANG);
        assertTrue(InfectedMaterials.of(asked, states).advice().zh().contains("在下面提交补正材料时"));
        assertEquals(List.of(), InfectedMaterials.of(view, Map.of()).files());
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        CaseView ended = centres.find(number, HAIYANG);
        assertEquals(
                "nothing can be done any more",
                List.of(),
                InfectedMaterials.of(ended, states).files());
    }

    @Test
    public void whatWasSuppliedStandsAmongWhatIsToFollowAgain() {
        String number = submitted(Items.GAPS, Map.of(), "m1", upload(OTHER));
        Accept promising = new Accept(
                null,
                List.of(
                        new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                        new MaterialPromise("m4", PromiseKind.DECLARATION, null)),
                null);
        service.accept(number, promising, centres.clerk(HAIYANG));
        String first = promisedUntil();
        Supply report = new Supply(List.of(new MaterialGiven("m3", null, upload(PDF), false)));
        service.supply(number, report, centres.clerk(HAIYANG));
        assertNotEquals(first, promisedUntil());
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED' WHERE SHA256='" + Digests.sha256(PDF) + "'");

        told(PDF, true);
        assertEquals(first, promisedUntil());
        told(PDF, true);
        assertEquals(
                "noted once",
                1,
                centres.entries().stream()
                        .filter(entry -> entry.entry().action().equals("follow-promises"))
                        .count());
        service.suspend(number, new CaseRequests.Suspend(SpecialProcedure.TESTING, 5, "检测"), centres.reviewer(HAIYANG));
        assertEquals("the next step keeps it", first, promisedUntil());
    }

    private static String promisedUntil() {
        return transactions.texts("SELECT PROMISED_UNTIL FROM CASES_CASE").get(0);
    }

    @Test
    public void ofACaseFromBelowTheCentreBelowTells() {
        String county = submitted("county-city", upload(PDF));
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();

        assertEquals(
                List.of(county),
                told(PDF, true).stream().map(NoticeService.Request::aggregateId).toList());
        assertEquals(List.of(), told(PDF, true, centres.clerk(YANTAI)));
    }

    private List<NoticeService.Request> told(byte[] content, boolean isApplicant) {
        return told(content, isApplicant, centres.clerk(HAIYANG));
    }

    private List<NoticeService.Request> told(byte[] content, boolean isApplicant, CallContext context) {
        List<NoticeService.Request> asked = new ArrayList<>();
        DomainEvent event =
                DomainEvent.of("documents", FileStore.INFECTED_EVENT).about(Digests.sha256(content), "");
        EventEnvelope heard =
                new EventEnvelope(context.tenant(), event, "file", "1", 2, "scanner", "scanner", FOUND, "r", 1, 1);
        transactions.write(context, Void.class, unit -> {
            centres.cases
                    .infectedFiles((account, same) -> isApplicant, new NoticesAskedFor(asked))
                    .on(heard, unit);
            return null;
        });
        return asked;
    }

    /** @param asked what was asked for */
    private record NoticesAskedFor(List<NoticeService.Request> asked) implements NoticeService {
        @Override
        public void send(Request request, UnitOfWork unit) {
            asked.add(request);
        }

        @Override
        public List<NoticeView> of(String aggregateType, String aggregateId, CallContext context) {
            return List.of();
        }
    }

    private String upload(byte[] content) {
        return service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(content), centres.clerk(HAIYANG))
                .file();
    }

    private String submitted(String route, String file) {
        return submitted(Items.TREES, Map.of("route", route), "m1", file);
    }

    private String submitted(String item, Map<String, Object> form, String code, String file) {
        List<MaterialGiven> materials = List.of(new MaterialGiven(code, null, file, false));
        CaseRequests.Submit application = new CaseRequests.Submit(item, ENTERPRISE, form, materials, null);
        return service.submit(application, centres.clerk(HAIYANG)).number();
    }
}
