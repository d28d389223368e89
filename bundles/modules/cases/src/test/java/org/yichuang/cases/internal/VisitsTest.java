package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.VisitsView;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CallContext;

/** How often somebody had to come to the hall, beside how often the item says (R3-14). */
public class VisitsTest extends DocumentsOfCases {
    private static final CaseRequests.Correct SUPPLIED = new CaseRequests.Correct("已补", Map.of(), List.of());
    private static final CaseRequests.Deliver BY_POST =
            new CaseRequests.Deliver(DeliveryMethod.POST, "李明", "邮政特快专递", null, CaseProof.onPaper("卷内"), Map.of());

    private CallContext citizen() {
        return centres.as("citizen", "applicant", Set.of(), HAIYANG);
    }

    private String online(String item) {
        return service.submit(centres.whole(Centres.application(item, null), citizen()), citizen())
                .number();
    }

    private void decided(String number) {
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        service.decide(number, Centres.GRANT, centres.chief(HAIYANG));
        service.issue(number, Centres.ISSUE, centres.clerk(HAIYANG));
    }

    private VisitsView visits(String number) {
        return centres.find(number, HAIYANG).filing().visits();
    }

    private Fraction figure(String id) {
        Scope scope = Scope.all(new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31)));
        return transactions.read(centres.as("centre-manager", HAIYANG), unit -> new CaseIndicators(
                        Centres.repositories(transactions, TestCipher.CIPHER), centres.province)
                .indicators().stream()
                        .filter(each -> each.definition().id().equals("cases." + id))
                        .findFirst()
                        .orElseThrow()
                        .count(scope, unit));
    }

    @Test
    public void eachDayAtTheWindowIsOneVisit() {
        String number = centres.submit(Items.ONCE, null, HAIYANG).number();
        assertEquals(new VisitsView(1, 1), visits(number));
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        service.correct(number, SUPPLIED, centres.clerk(HAIYANG));
        assertEquals("the same day", new VisitsView(1, 1), visits(number));
        decided(number);
        centres.province.at("2026-09-16T09:00");
        service.deliver(number, Centres.DELIVER, centres.clerk(HAIYANG));
        assertEquals("and once more for the result", new VisitsView(2, 1), visits(number));

        assertEquals(new Fraction(2, 1), figure("visits"));
        assertEquals("it was more than promised", new Fraction(0, 1), figure("visits-kept"));
    }

    @Test
    public void whatIsDoneOnlineAndSentByPostTakesNone() {
        String number = online(Items.ONCE);
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        service.correct(number, SUPPLIED, citizen());
        decided(number);
        service.deliver(number, BY_POST, centres.clerk(HAIYANG));
        assertEquals(new VisitsView(0, 1), visits(number));
        assertEquals(new Fraction(0, 1), figure("visits"));
        assertEquals(new Fraction(1, 1), figure("visits-kept"));
    }

    @Test
    public void whoHandsInOnlineAndCorrectsAtTheWindowHasCome() {
        String number = online(Items.ONCE);
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        service.correct(number, SUPPLIED, centres.clerk(HAIYANG));
        assertEquals(new VisitsView(1, 1), visits(number));
    }

    @Test
    public void whatComesByPostIsNoVisit() {
        CaseRequests.Submit bare = Centres.whole(Centres.application(Items.SIMPLE, null));
        String number = service.submit(
                        new CaseRequests.Submit(
                                bare.item(),
                                null,
                                bare.applicant(),
                                bare.form(),
                                bare.materials(),
                                null,
                                null,
                                CaseChannel.POST,
                                null,
                                null,
                                null),
                        centres.clerk(HAIYANG))
                .number();
        assertEquals(new VisitsView(0, null), visits(number));
    }

    @Test
    public void whoeverAppliedComesWhereTheyHave() {
        String number = forwarded();
        assertEquals(new VisitsView(1, null), visits(number));
        centres.post();
        assertNull(
                centres.find(centres.numberAt(YANTAI, number), YANTAI).filing().visits());
        assertEquals(new Fraction(1, 1), figure("visits"));
    }

    @Test
    public void whatEndsWithoutAResultIsOverToo() {
        String number = centres.submit(Items.ONCE, null, HAIYANG).number();
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(new Fraction(1, 1), figure("visits-kept"));
    }
}
