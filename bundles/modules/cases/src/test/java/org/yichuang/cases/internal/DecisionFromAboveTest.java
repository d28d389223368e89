package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.testing.ModuleTransactions;

/** The decision of the centre above at the centre below: its number, its file, and a letter that says what it likes. */
public class DecisionFromAboveTest extends DocumentsOfCases {
    @Test
    public void theDecisionFromAboveKeepsItsNumberAndItsFile() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));
        String above = centres.acceptedAt(YANTAI, number);
        assertEquals("it is the county's to accept", List.of(), kinds(above, centres.clerk(YANTAI)));
        service.decide(above, GRANT, centres.chief(YANTAI));
        assertSaid("办件编号：" + number);
        centres.post();

        List<CaseDocument> here = documents.list(number, centres.clerk(HAIYANG));
        CaseDocument decision = here.get(here.size() - 1);
        assertEquals("烟台市政务服务中心准〔2026〕1号", decision.number());
        assertEquals(YANTAI.value(), decision.centre());
        assertEquals(CaseDocument.State.PENDING, decision.state());
        centres.run(centres.printing);
        assertEquals(digest(above, decision.id(), YANTAI), digest(number, decision.id(), HAIYANG));

        centres.province.without(YANTAI);
        CaseDocument elsewhere = documents.list(number, centres.clerk(HAIYANG)).get(here.size() - 1);
        assertEquals(CaseDocument.State.ELSEWHERE, elsewhere.state());
        assertEquals(decision.number(), elsewhere.number());
    }

    @Test
    public void whatALetterSaysOfItsDocumentIsReadBeforeItIsBelieved() {
        for (UnaryOperator<String> forgery : List.<UnaryOperator<String>>of(
                said -> "{}",
                said -> said.replace("\"centre\":\"yantai\"", "\"centre\":\"laishan\""),
                said -> said.replace("\"issuedAt\"", "\"verification\":\"https://example.invalid/pay\",\"issuedAt\""),
                said -> said.replace("准予行政许可决定书", "准予".repeat(201)),
                said -> said.replaceAll("\"issuedAt\":\"[^\"]*\"", "\"issuedAt\":null"))) {
            String number = decidedAbove(forgery);
            assertEquals(
                    "the decision stands",
                    CaseState.GRANTED,
                    service.find(number, centres.clerk(HAIYANG)).state());
            assertEquals(List.of("receipt", "acceptance"), kinds(number, centres.clerk(HAIYANG)));
            assertTrue(centres.entries().stream()
                    .anyMatch(one -> "1".equals(one.entry().details().get("leftOut"))
                            && one.entry().aggregateId().equals(number)));
        }
    }

    @Test
    public void aTitleAsLongAsACentreMayWriteItIsTold() {
        String number = decidedAbove(said -> said.replace("准予行政许可决定书", "准予".repeat(100)));

        assertEquals(
                "its own centre shows it",
                CaseDocument.State.PENDING,
                documents.list(number, centres.clerk(HAIYANG)).get(2).state());
    }

    /** @param forgery what a letter says of its document, in place of what it said */
    private String decidedAbove(UnaryOperator<String> forgery) {
        String number = forwarded();
        service.decide(centres.acceptedAt(YANTAI, number), GRANT, centres.chief(YANTAI));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        String said = payload.substring(payload.indexOf("\"decisionDocument\":{") + "\"decisionDocument\":".length());
        said = said.substring(0, said.indexOf('}') + 1);
        String forged = forgery.apply(said);
        assertNotEquals(said, forged);
        centres.carry(letter, payload.replace(said, forged), List.of());
        return number;
    }

    @Test
    public void theDecisionOfAnotherCaseIsNotShownAsThisOnes() {
        String number = forwarded();
        String other = forwarded();
        String above = centres.acceptedAt(YANTAI, number);
        String otherAbove = centres.acceptedAt(YANTAI, other);
        service.decide(otherAbove, GRANT, centres.chief(YANTAI));
        centres.post();
        String foreign = documents.list(other, centres.clerk(HAIYANG)).get(2).id();
        service.decide(above, GRANT, centres.chief(YANTAI));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String own = centres.documents
                .of("case", above, centres.clerk(YANTAI))
                .get(0)
                .id();
        String forged = centres.linked
                .payload(letter.sender(), letter.message())
                .replace("\"caseNumber\":\"" + above, "\"caseNumber\":\"" + otherAbove)
                .replace(own, foreign);
        centres.carry(letter, forged, List.of());

        CaseDocument shown = documents.list(number, centres.clerk(HAIYANG)).get(2);
        assertEquals(CaseDocument.State.ELSEWHERE, shown.state());
        assertEquals("document-unknown", refusalOf(number, foreign, centres.clerk(HAIYANG)));
    }

    @Test
    public void whereTheCatalogueIsNotKnownTheLetterSaysWhoSpeaks() {
        String number = centres.submit(Items.POWER_OF_CITY, "city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        String above = centres.acceptedAt(YANTAI, number);
        centres.items.forget(Items.POWER_OF_CITY);
        service.decide(above, GRANT, centres.chief(YANTAI));

        assertTrue(said(), said().contains("\n" + Items.ORGAN + "\n"));
        assertSaid("设定依据：依据");
    }
}
