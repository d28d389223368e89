package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** A neighbour of other software asks what it likes: what can be told is told, and no word holds up its letter. */
public class QuestionFromAboveTest extends DocumentsOfCases {
    private static final String SAID = "{\"target\":\"m2\",\"demand\":\"请补充 m2\"}";

    @Test
    public void aDemandThatSaysNothingIsLeftOut() {
        for (String nothing :
                List.of("null", "{\"target\":\"m1\"}", "{\"target\":\"m1\",\"demand\":\" \\u0007\\u200b\"}")) {
            String number = asked(nothing + "," + SAID);

            assertEquals(CaseState.QUESTIONED, centres.find(number, HAIYANG).state());
            assertEquals(
                    List.of(new CorrectionItem("m2", "请补充 m2")),
                    centres.find(number, HAIYANG).corrections().get(0).items());
            assertEquals(List.of("receipt", "acceptance", "correction-notice"), kinds(number, centres.clerk(HAIYANG)));
            assertSaid("1．请补充 m2\n");
            assertNoted(number);
        }
    }

    @Test
    public void asMuchIsToldAsACentreMayAsk() {
        String demand = "请补充".repeat(1000);
        String number = asked(IntStream.range(0, 60)
                .mapToObj(i -> "{\"demand\":\"" + demand + "\"}")
                .collect(Collectors.joining(",")));

        List<CorrectionItem> items =
                centres.find(number, HAIYANG).corrections().get(0).items();
        assertEquals(50, items.size());
        assertEquals(new CorrectionItem(demand.substring(0, 200), demand.substring(0, 500)), items.get(0));
        assertSaid("50．" + demand.substring(0, 500) + "\n");
        assertNoted(number);
        service.correct(number, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
    }

    @Test
    public void aQuestionThatAsksForNothingAtAllIsRefusedInWords() {
        ProblemException refused = assertThrows(ProblemException.class, () -> asked("{\"target\":\"m1\"}"));

        assertEquals(CaseError.MATERIAL_INVALID, refused.code());
    }

    @Test
    public void aSideThatIsNotToldIsRefusedInWords() {
        for (String list : List.of("\"clocks\"", "\"steps\"")) {
            for (String told : List.of("null", "[null]")) {
                ProblemException refused = assertThrows(
                        ProblemException.class, () -> asked(SAID, list + ":[", list + ":" + told + ",\"x\":["));
                assertEquals(CaseError.MATERIAL_INVALID, refused.code());
            }
        }
    }

    @Test
    public void aClockOrAStepThatSaysTooLittleToBeShownIsRefusedInWords() {
        for (String part :
                List.of("\"limit\":\"", "\"kind\":\"", "\"start\":\"", "\"command\":\"", "\"centreName\":\"")) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> asked(SAID, part, part.replaceFirst("\"", "\"x")));
            assertEquals(part, CaseError.MATERIAL_INVALID, refused.code());
        }
    }

    @Test
    public void aResultOfAnyNumberIsDelivered() {
        String number = forwarded();
        String city = centres.acceptedAt(YANTAI, number);
        service.decide(city, GRANT, centres.chief(YANTAI));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        String issued = "\"issued\":{\"documentNumber\":\"" + "证".repeat(40_000) + "\",\"centre\":\"yantai\"},";
        centres.carry(letter, payload.replace("\"decision\":{", issued + "\"decision\":{"), List.of());

        assertEquals(CaseState.ISSUED, centres.find(number, HAIYANG).state());
        assertNoted(number);
        service.deliver(number, Centres.DELIVER, centres.clerk(HAIYANG));
        assertSaid("证".repeat(100) + "\n");
    }

    /** @param items what the centre above asks for, as its letter has it */
    private String asked(String items) {
        return asked(items, "", "");
    }

    private String asked(String items, String part, String forged) {
        String number = forwarded();
        String city = centres.acceptedAt(YANTAI, number);
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        String said =
                payload.replace(SAID, items).replace(part.isEmpty() ? SAID : part, part.isEmpty() ? SAID : forged);
        if (!items.equals(SAID) || !part.isEmpty()) {
            assertNotEquals(payload, said);
        }
        centres.carry(letter, said, List.of());
        return number;
    }

    private void assertNoted(String number) {
        assertTrue(centres.entries().stream()
                .anyMatch(one -> one.entry().aggregateId().equals(number)
                        && "1".equals(one.entry().details().get("leftOut"))));
    }
}
