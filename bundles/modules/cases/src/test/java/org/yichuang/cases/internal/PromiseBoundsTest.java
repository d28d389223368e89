package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.domain.PromisePolicy;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** How far a promise goes (R3-19), and what of it a neighbour is believed. */
public class PromiseBoundsTest extends DocumentsOfCases {
    private static final MaterialPromise LATER = new MaterialPromise("m3", PromiseKind.DEFERRAL, null);
    private static final MaterialPromise DECLARED = new MaterialPromise("m4", PromiseKind.DECLARATION, null);
    private static final Accept PROMISED = new Accept(null, List.of(LATER, DECLARED), null);

    private String county;
    private String city;

    private void atTheCity() {
        county = centres.submit(Items.LINKED_GAPS, null, HAIYANG).number();
        service.accept(county, PROMISED, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
    }

    @Test
    public void whatFollowsIsThereSomeDaysBeforeTheLimitEnds() {
        MaterialPromise later = new MaterialPromise("m4", PromiseKind.DEFERRAL, null);
        Accept promised = new Accept(null, List.of(LATER, later), null);
        String number = centres.submit(Items.GAPS, null, HAIYANG).number();
        service.accept(number, promised, centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 28), until(number));

        // 15 working days are promised: 10 of them leave 5
        centres.province.policy(HAIYANG, PromisePolicy.MARGIN.key(), "10");
        String early = centres.submit(Items.GAPS, null, HAIYANG).number();
        service.accept(early, promised, centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 20), until(early));
    }

    private LocalDate until(String number) {
        return centres.find(number, HAIYANG).promises().get(1).until();
    }

    @Test
    public void whoeverAcceptsIsToldWhatMayStandForEachMaterial() {
        String bare = centres.submitBare(Items.GAPS, null, HAIYANG).number();
        ProblemException refused =
                assertThrows(ProblemException.class, () -> service.accept(bare, ACCEPT, centres.clerk(HAIYANG)));
        assertEquals(
                List.of(
                        "缺少“m1”，应当告知补正",
                        "缺少“检测报告”，可以容缺受理，须有申请人的承诺和补交日期",
                        "缺少“停车场地证明”，可以容缺受理（须有申请人的承诺和补交日期），也可以由申请人书面承诺替代"),
                refused.fields().stream()
                        .map(field -> field.message().zh())
                        .map(words -> words.replace("申请书", "m1"))
                        .toList());

        String whole = submit(Items.SIMPLE, PERSON, "m1");
        Accept needless = new Accept(null, List.of(new MaterialPromise("m1", PromiseKind.DEFERRAL, null)), null);
        refused = assertThrows(ProblemException.class, () -> service.accept(whole, needless, centres.clerk(HAIYANG)));
        assertEquals("必要材料已经齐全，不需要承诺", refused.zh());
    }

    @Test
    public void aLetterWhosePromisesCannotBeShownIsRefusedInWords() {
        for (String part : List.of(
                "\"kind\":\"DEFERRAL\",", "\"state\":\"OPEN\"", "\"until\":\"2026-09-20\",", "\"name\":\"检测报告\",")) {
            transactions.clear();
            county = centres.submit(Items.LINKED_GAPS, null, HAIYANG).number();
            service.accept(county, PROMISED, centres.clerk(HAIYANG));
            service.preReview(county, AGREE, centres.reviewer(HAIYANG));
            ModuleTransactions.Sent letter = transactions.messages().get(0);
            String payload = centres.linked.payload(letter.sender(), letter.message());
            String said = payload.replace(part, part.replaceFirst("\"", "\"x"));
            assertNotEquals(payload, said);

            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> centres.carry(letter, said, centres.linked.attachments(letter.sender(), payload)));
            assertEquals(part, CaseError.MATERIAL_INVALID, refused.code());
        }
    }

    /** A catalogue may say as much of what follows from an untrue declaration. */
    @Test
    public void twoThousandCharactersOfAConsequenceArrive() {
        county = centres.submit(Items.LINKED_GAPS, null, HAIYANG).number();
        service.accept(county, PROMISED, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        String said = payload.replace(
                "\"consequence\":\"撤销许可\",\"state\"", "\"consequence\":\"" + "撤".repeat(2_000) + "\",\"state\"");
        assertNotEquals(payload, said);
        centres.carry(letter, said, centres.linked.attachments(letter.sender(), payload));

        city = centres.numberAt(YANTAI, county);
        assertEquals(
                2_000,
                centres.find(city, YANTAI).promises().get(1).consequence().length());
    }

    @Test
    public void onlyWhatIsToFollowIsTakenFromBelow() {
        atTheCity();
        int before = centres.find(city, YANTAI).materials().size();
        supply("m3", null);
        ModuleTransactions.Sent letter = transactions.messages().get(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        centres.carry(letter, payload.replace("\"code\":\"m3\"", "\"code\":\"m2\""), List.of());

        CaseView there = centres.find(city, YANTAI);
        assertEquals(before, there.materials().size());
        assertEquals(1, there.outstanding().size());
        assertTrue(centres.entries().stream()
                .anyMatch(one -> one.entry().aggregateId().equals(city)
                        && "1".equals(one.entry().details().get("leftOut"))));
    }

    @Test
    public void aSupplyInWhichSomethingIsFoundLeavesWithoutItsFile() {
        atTheCity();
        String file = service.upload("报告.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(HAIYANG))
                .file();
        supply("m3", file);
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED'");
        centres.post();

        CaseView there = centres.find(city, YANTAI);
        assertEquals(
                List.of(Digests.sha256(PDF)),
                there.materials().stream()
                        .filter(given -> "m3".equals(given.code()))
                        .map(CaseView.MaterialView::sha256)
                        .collect(Collectors.toList()));
        assertNull(there.materials().get(there.materials().size() - 1).file());
        assertEquals("it is still to follow", 1, there.outstanding().size());
    }

    private void supply(String code, String file) {
        MaterialGiven given = new MaterialGiven(code, null, file, file == null);
        service.supply(county, new Supply(List.of(given)), centres.clerk(HAIYANG));
    }
}
