package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.Spells;
import org.yichuang.cases.internal.domain.Spells.Stretch;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions.Sent;

/** What becomes of a joint case that was withdrawn, and who has done what of members that the city decides (R1-22). */
public class JointAboveAfterTest extends DocumentsOfCases {
    private static final String LEAD = "审批局";

    private String county;
    private String city;

    @Before
    public void handIn() {
        county = accepted(JointSamples.PARK);
        city = centres.acceptedAt(YANTAI, county + "-b2");
    }

    private String accepted(String bundle) {
        String number = service.submit(JointSamples.application(bundle, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    @Test
    public void aCountyThatHasForgottenAWithdrawalHearsOfItAndNobodyHasRefusedAnything() {
        service.suspend(
                city, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 10, "专家评审"), centres.reviewer(YANTAI));
        Sent told = transactions.messages().get(0);
        Map<String, Object> letter = new LinkedHashMap<>();
        Map<?, ?> suspension = Json.read(centres.linked.payload(told.sender(), told.message()), Map.class);
        suspension.forEach((name, value) -> letter.put(name.toString(), value));
        letter.put("type", "CANCELLED");
        letter.put("suspension", null);
        letter.put("ending", Map.of("kind", "WITHDRAWN", "centre", "haiyang", "reasons", "不再需要"));
        OutgoingMessage was = told.message();
        OutgoingMessage cancelled = new OutgoingMessage(
                was.id(), was.topic(), was.receiver(), was.aggregateId(), was.sequence(), "cancelled", was.payload());
        centres.carry(new Sent(told.sender(), cancelled), Json.write(letter), List.of());

        assertEquals("ABOVE", seen().branches().get(1).state());
        assertEquals(List.of(), seen().branches().get(1).opinions());
        refused(CaseError.TOLD_BEFORE, () -> service.decide(county, GRANT, centres.chief(HAIYANG)));
        assertEquals(
                CaseState.WITHDRAWN,
                service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG))
                        .state());
    }

    @Test
    public void aCountyThatWasSetBackIsRemindedOfAWithdrawalByTheCityThatHadAMember() {
        service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        String told = transactions.read(
                centres.clerk(YANTAI), unit -> centres.linked.told(HAIYANG, List.of(city + "：已收到"), unit));
        assertTrue(told, told.contains(county + "-b2") && told.contains("WITHDRAWAL"));

        String other = accepted(JointSamples.PARK);
        reminded(YANTAI, told.replace(county, other));
        refused(CaseError.TOLD_BEFORE, () -> service.decide(other, GRANT, centres.chief(HAIYANG)));
    }

    private void reminded(TenantId by, String told) {
        CallContext post = CallContext.system(HAIYANG, centres.province.now(), "post");
        transactions.write(post, Void.class, unit -> {
            centres.linked.reminded(by, told, unit);
            return null;
        });
    }

    private static String withdrawn(String below) {
        return Json.write(new CaseReminders.Reminder(List.of(new CaseReminders.Told(below, null, "WITHDRAWAL"))));
    }

    @Test
    public void nobodyButWhoeverHasAMemberRemindsOfItsWithdrawal() {
        long before = seen().version();
        for (String branch : List.of("b1", "b9")) {
            reminded(YANTAI, withdrawn(county + "-" + branch));
        }
        for (TenantId other : List.of(SHANDONG, LAISHAN, LIUGEZHUANG)) {
            reminded(other, withdrawn(county + "-b2"));
        }
        assertEquals(before, seen().version());
        refused(CaseError.CASE_STATE, () -> service.decide(county, GRANT, centres.chief(HAIYANG)));

        reminded(YANTAI, withdrawn(county + "-b3"));
        refused(CaseError.TOLD_BEFORE, () -> service.decide(county, GRANT, centres.chief(HAIYANG)));
    }

    @Test
    public void aCityThatPassesAMemberOnToTheProvinceRemindsOfItsWithdrawal() {
        String number = accepted(JointSamples.LAKE);
        String passed = centres.acceptedAt(YANTAI, number + "-b2");
        assertEquals("shandong", centres.find(passed, YANTAI).upper().centre());
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        String told = transactions.read(
                centres.clerk(YANTAI), unit -> centres.linked.told(HAIYANG, List.of(passed + "：已收到"), unit));
        assertTrue(told, told.contains("WITHDRAWAL"));

        String other = accepted(JointSamples.LAKE);
        reminded(YANTAI, told.replace(number, other));
        refused(CaseError.TOLD_BEFORE, () -> service.decide(other, GRANT, centres.chief(HAIYANG)));
    }

    @Test
    public void whatTheCityMakesOutAfterTheWholeHasEndedIsSeenHere() {
        service.decide(city, GRANT, centres.chief(YANTAI));
        service.issue(city, Centres.ISSUE, centres.clerk(YANTAI));
        service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        CaseView ended = seen();
        assertEquals(CaseState.WITHDRAWN, ended.state());
        assertEquals("STOPPED", ended.branches().get(1).state());
        assertEquals(
                centres.find(city, YANTAI).issued().documentNumber(),
                ended.branches().get(1).above().resultNumber());
    }

    @Test
    public void whoeverHasReviewedAMemberPresidesOverNoHearing() {
        county = accepted(JointSamples.GARDEN);
        centres.cases
                .joint()
                .giveOpinion(
                        county,
                        "b2",
                        JointSamples.AGREE,
                        centres.as("王初审", "reviewer", Set.of(JointSamples.HOUSING), HAIYANG));
        service.hearing(county, RIGHT, centres.reviewer(HAIYANG));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        refused(
                CommonError.FIELDS_INVALID,
                () -> service.hearing(county, session("2026-09-28T09:00", "王初审"), centres.reviewer(HAIYANG)));
    }

    @Test
    public void whatTheCityDoesNoDepartmentHereHasDone() {
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(LEAD, last("upper-asked").department());
        service.correct(county, new CaseRequests.Correct("已说明", null, null), centres.clerk(HAIYANG));
        assertEquals(LEAD, last("answered").department());
        centres.post();
        service.decide(city, GRANT, centres.chief(YANTAI));
        service.issue(city, Centres.ISSUE, centres.clerk(YANTAI));
        centres.post();
        assertEquals(LEAD, last("branch-decided").department());
        assertEquals(Set.of(LEAD), Set.copyOf(departments()));

        centres.cases
                .joint()
                .giveOpinion(
                        county,
                        "b3",
                        JointSamples.AGREE,
                        centres.as("staff", "reviewer", Set.of(JointSamples.HOUSING), HAIYANG));
        assertEquals(JointSamples.HOUSING, last("opinion-given").department());
        List<String> all = departments();
        assertEquals("also when it is counted anew", JointSamples.HOUSING, all.get(all.size() - 1));
    }

    /** To which departments days are charged that these steps have ended, where the steps before do not say it. */
    private List<String> departments() {
        CaseFile file =
                transactions.read(centres.clerk(HAIYANG), unit -> Centres.repositories(transactions, TestCipher.CIPHER)
                        .cases(unit)
                        .get(county));
        List<String> all = new ArrayList<>();
        for (int step = 0; step < file.progress().steps().size(); step++) {
            all.add(Spells.department(file, new Stretch(step, Cause.DEPARTMENT, null, null, 0, null, null)));
        }
        return all;
    }

    private DomainEvent last(String type) {
        return centres.entries().stream()
                .filter(entry -> entry.entry().aggregateId().equals(county))
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private CaseView seen() {
        return centres.find(county, HAIYANG);
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }
}
