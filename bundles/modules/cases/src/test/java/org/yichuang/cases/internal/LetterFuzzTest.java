package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/**
 * Whatever a neighbour leaves out of a letter, or says in words from tomorrow: it is taken, or refused in words, and
 * never a fault of which nobody is told; on a real database.
 */
public class LetterFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> SAID =
            List.of(NullNode.instance, new TextNode("TOMORROW"), BooleanNode.TRUE, JSON.createArrayNode());

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

    @Test
    public void noFieldOfALetterIsAFault() {
        String county = submitted();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        bend("forward");
        String city = centres.numberAt(YANTAI, county);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        bend("receipt");
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        bend("question");
        List<MaterialGiven> drawing = List.of(new MaterialGiven("m2", null, upload(), false));
        service.correct(county, new CaseRequests.Correct("补", Map.of(), drawing), centres.clerk(HAIYANG));
        bend("answer");
        service.decide(city, GRANT, centres.chief(YANTAI));
        bend("decision");
    }

    @Test
    public void noFieldOfAWithdrawalIsAFault() {
        String county = submitted();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        bend("withdraw");
        bend("cancelled");
    }

    @Test
    public void noFieldOfALetterOfClocksOrHearingsIsAFault() {
        String county = accepted(Items.LINKED_HEARD);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        service.suspend(
                city, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 15, "需要专家评审"), centres.reviewer(YANTAI));
        bend("suspension");
        service.resume(city, new CaseRequests.Resume(null), centres.reviewer(YANTAI));
        bend("resumption");
        CaseRequests.Extend longer = new CaseRequests.Extend(10, ExtensionApprover.ORGAN_HEAD, "需要补充现场踏勘");
        service.extend(city, longer, centres.chief(YANTAI));
        bend("extension");
        service.hearing(city, HearingTest.RIGHT, centres.reviewer(YANTAI));
        bend("hearing");
        bend("reply");
        service.requestHearing(county, HearingTest.WANTED, centres.clerk(HAIYANG));
        bend("reply");
    }

    @Test
    public void noFieldOfALetterOfPromisesIsAFault() {
        String county = accepted(
                Items.LINKED_GAPS,
                new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                new MaterialPromise("m4", PromiseKind.DECLARATION, null));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        bend("forward");
        List<MaterialGiven> report = List.of(new MaterialGiven("m3", null, upload(), false));
        service.supply(county, new CaseRequests.Supply(report), centres.clerk(HAIYANG));
        bend("supply");
        service.checkPromise(county, new CaseRequests.CheckPromise("m4", true, "看过"), centres.reviewer(HAIYANG));
        bend("finding");
    }

    private String accepted(String item, MaterialPromise... promises) {
        String number = centres.submit(item, null, HAIYANG).number();
        CaseRequests.Accept accept = new CaseRequests.Accept(null, List.of(promises), null);
        return service.accept(number, accept, centres.clerk(HAIYANG)).number();
    }

    private String upload() {
        return service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(HAIYANG))
                .file();
    }

    private String submitted() {
        CaseRequests.Submit request = new CaseRequests.Submit(
                Items.TREES,
                Centres.ENTERPRISE,
                Map.of("route", "county-city"),
                List.of(new MaterialGiven("m1", null, upload(), false)),
                null);
        return service.submit(request, centres.clerk(HAIYANG)).number();
    }

    /** Takes the letter that waits in all its bent forms, each without effect, and then as it is. */
    private void bend(String type) {
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        assertEquals(type, letter.message().type());
        String payload = centres.linked.payload(letter.sender(), letter.message());
        List<Attachment> files = centres.linked.attachments(letter.sender(), payload);
        centres.deliver(files, new TenantId(letter.message().receiver()));
        List<String> faults = new ArrayList<>();
        for (String bent : bent(payload)) {
            try {
                take(letter, bent, files);
            } catch (Undone | ProblemException expected) {
                continue;
            } catch (RuntimeException fault) {
                faults.add(fault + " at " + fault.getStackTrace()[0] + ": " + bent);
            }
        }
        assertTrue(faults.size() + " of " + type + ", e.g. " + faults.stream().findFirst(), faults.isEmpty());
        centres.carry(letter, payload, files);
    }

    private void take(ModuleTransactions.Sent letter, String payload, List<Attachment> files) {
        OutgoingMessage message = letter.message();
        Incoming incoming = new Incoming(
                message.id(), letter.sender(), message.aggregateId(), message.sequence(), message.type(), payload);
        CallContext context = CallContext.system(new TenantId(message.receiver()), centres.province.now(), "post");
        transactions.write(context, String.class, unit -> {
            centres.linked.receive(incoming, files, unit);
            throw new Undone();
        });
    }

    private static List<String> bent(String payload) {
        List<String> all = new ArrayList<>();
        JsonNode whole = read(payload);
        bend(whole, whole, all);
        return all;
    }

    private static void bend(JsonNode whole, JsonNode node, List<String> all) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
                names.add(each.next());
            }
            for (String name : names) {
                JsonNode was = object.get(name);
                for (JsonNode said : SAID) {
                    object.set(name, said);
                    all.add(whole.toString());
                }
                object.set(name, was);
                bend(whole, was, all);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode was = array.get(i);
                array.set(i, NullNode.instance);
                all.add(whole.toString());
                array.set(i, was);
                bend(whole, was, all);
            }
        }
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes back what a letter has done. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
