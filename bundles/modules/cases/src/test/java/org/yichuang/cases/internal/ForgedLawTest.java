package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.ItemAgreement;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** The city knows the law of an item itself; on a real database. */
public class ForgedLawTest {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private static ModuleTransactions transactions;
    private Centres centres;
    private String county;
    private ModuleTransactions.Sent letter;
    private String payload;

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
        county = centres.submit(Items.LINKED_HEARD, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        letter = transactions.messages().remove(0);
        payload = centres.linked.payload(HAIYANG, letter.message());
    }

    private String carry(String said) {
        return centres.carry(letter, said, List.of());
    }

    @Test
    public void whatIsNotWhatTheCatalogueSaysIsRefusedByName() {
        Map<String, List<String>> forged = Map.of(
                "statutory", List.of("\"statutory\":\"20W\"", "\"statutory\":\"900W\""),
                "name", List.of("\"code\":\"linked-heard\",\"version\":1,\"name\":\"", "$0另"),
                "type", List.of("\"type\":\"LICENCE\"", "\"type\":\"FILING\""),
                "required", List.of("\"required\":\\[\"m1\"\\],", ""),
                "examination", List.of("\"ON_REQUEST\"", "\"MANDATORY\""));
        forged.forEach((name, change) -> {
            String said = payload.replaceFirst(change.get(0), change.get(1));
            assertNotEquals(name, payload, said);
            ProblemException refused = assertThrows(name, ProblemException.class, () -> carry(said));
            assertEquals(name, CaseError.ITEM_DIFFERS, refused.code());
            assertTrue(refused.getMessage(), refused.getMessage().contains(name));
        });
        assertEquals(1, transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE").size());
        carry(payload);
        assertEquals(
                CaseState.RECEIVED,
                centres.find(centres.numberAt(YANTAI, county), YANTAI).state());
    }

    @Test
    public void whatComesAgainIsOfTheSameItemAndApplicant() {
        carry(payload);
        String city = centres.numberAt(YANTAI, county);
        centres.service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        letter = transactions.messages().remove(0);
        String again = centres.linked.payload(HAIYANG, letter.message());
        for (String part : List.of("\"code\":\"linked-heard", "\"idNumber\":\"", "\"origin\":{\"centre\":\"")) {
            String forged = again.replace(part, part + "x");
            assertNotEquals(part, again, forged);
            assertEquals(
                    part,
                    part.contains("code") ? CatalogueError.ITEM_UNKNOWN : CaseError.MATERIAL_INVALID,
                    assertThrows(part, ProblemException.class, () -> carry(forged))
                            .code());
        }
        carry(again);
        assertEquals(CaseState.RECEIVED, centres.find(city, YANTAI).state());
    }

    @Test
    public void whatOlderReleasesDidNotSayYetIsNotHeldAgainstThem() {
        String silent = payload.replaceFirst("\"organ\":\"[^\"]*\",", "")
                .replaceFirst("\"legalBasis\":\"[^\"]*\",", "")
                .replaceFirst("\"examination\":\\{[^}]*\\},", "")
                .replaceFirst("\"requiredMaterials\":\\[[^\\]]*\\],", "");
        assertNotEquals(payload, silent);
        carry(silent);
        assertEquals(2, transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE").size());
        String city = centres.numberAt(YANTAI, county);
        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertThrows(
                "what is not said is as the catalogue says: whoever may be heard is told first",
                ProblemException.class,
                () -> centres.service.decide(city, Centres.REFUSE, centres.chief(YANTAI)));
    }

    @Test
    public void partsOfWhichAReleaseDoesNotKnowYetAreNotHeldAgainstIt() {
        ItemLabels known = Intake.facts(new Items().version(YANTAI, Items.LINKED_HEARD, 1, centres.clerk(HAIYANG)));
        Handling newest = new Handling(new InPerson(true, "须当面核验"), true, null, 10, null, List.of(), 3);
        Handling older = new Handling(newest.inPerson(), true, null, 10, null, List.of());
        Handling other = new Handling(newest.inPerson(), true, null, 20, null, List.of());

        assertEquals(List.of(), ItemAgreement.differences(handled(known, older), handled(known, newest)));
        assertEquals(List.of("handling"), ItemAgreement.differences(handled(known, other), handled(known, newest)));
        Handling registered =
                new Handling(null, false, null, null, null, null, null, Handling.Registration.MARKET_ENTITY);
        assertEquals(List.of(), ItemAgreement.differences(handled(known, Handling.USUAL), handled(known, registered)));
        assertEquals(
                List.of("handling"),
                ItemAgreement.differences(handled(known, registered), handled(known, Handling.USUAL)));
    }

    private static ItemLabels handled(ItemLabels item, Handling handling) {
        return new ItemLabels(
                item.owner(),
                item.code(),
                item.version(),
                item.name(),
                item.kind(),
                item.type(),
                item.department(),
                item.statutory(),
                item.promised(),
                item.required(),
                item.personal(),
                item.organ(),
                item.legalBasis(),
                item.result(),
                item.exerciseLevel(),
                item.reconsiderationFirst(),
                item.examination(),
                item.requiredMaterials(),
                item.bundle(),
                handling);
    }

    @Test
    public void aVersionThatWasNeverPublishedHereGivesNobodyItsOwnLaw() {
        Map<String, List<String>> unknown = Map.of(
                "version", List.of("\"version\":1,\"name\"", "\"version\":99,\"name\""),
                "owner", List.of("\"item\":\\{\"owner\":\"yantai\"", "\"item\":{\"owner\":\"haiyang\""),
                "code", List.of("\"code\":\"linked-heard\"", "\"code\":\"elsewhere\""));
        unknown.forEach((name, change) -> {
            String said = payload.replaceFirst(change.get(0), change.get(1));
            assertNotEquals(name, payload, said);
            String longer = said.replace("\"statutory\":\"20W\"", "\"statutory\":\"900W\"");
            for (String letter : List.of(said, longer)) {
                ProblemException refused = assertThrows(name, ProblemException.class, () -> carry(letter));
                assertEquals(name, CatalogueError.ITEM_UNKNOWN, refused.code());
            }
        });
        assertEquals(
                "it waits at its sender",
                1,
                transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE").size());
    }
}
