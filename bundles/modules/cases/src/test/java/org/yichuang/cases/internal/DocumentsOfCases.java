package org.yichuang.cases.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** A few centres, and what their cases issue. */
public abstract class DocumentsOfCases {
    static final Applicant PERSON = new Applicant("person", "李明", null, "370613198501010018", "13812345678", null);

    static ModuleTransactions transactions;
    Centres centres;
    CaseService service;
    CaseDocuments documents;

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
        documents = centres.cases.documents();
    }

    String submit(String item, Applicant applicant, String... papers) {
        List<MaterialGiven> materials = List.of(papers).stream()
                .map(code -> new MaterialGiven(code, null, null, true))
                .toList();
        return service.submit(
                        new CaseRequests.Submit(item, applicant, Map.of(), materials, null), centres.clerk(HAIYANG))
                .number();
    }

    String accepted(String item, Applicant applicant) {
        String number = submit(item, applicant, "m1");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    String said() {
        return centres.made.last();
    }

    void assertSaid(String words) {
        assertTrue(said(), said().contains(words));
    }

    void assertNotSaid(String words) {
        assertFalse(said(), said().contains(words));
    }

    List<String> kinds(String number, CallContext context) {
        return documents.list(number, context).stream().map(CaseDocument::kind).toList();
    }

    String refusalOf(String number, String id, CallContext context) {
        return assertThrows(ProblemException.class, () -> documents.content(number, id, context))
                .code()
                .code();
    }

    static CaseRequests.NotAccept refusal(NonAcceptance outcome, String organ, String remedies) {
        return new CaseRequests.NotAccept(outcome, "理由如此", "条例第一条", remedies, organ);
    }

    String forwarded() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));
        return number;
    }

    String digest(String number, String id, TenantId centre) {
        return Digests.sha256(bytes(documents.content(number, id, centres.clerk(centre))));
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.bytes().writeTo(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
