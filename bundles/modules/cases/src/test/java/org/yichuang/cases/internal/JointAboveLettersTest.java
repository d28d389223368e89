package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.view.Outlook;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;
import org.yichuang.testing.ModuleTransactions.Sent;

/** What the city tells of a member that it decides, and what the county makes of it (R1-22, art. 43). */
public class JointAboveLettersTest extends DocumentsOfCases {
    private static final CaseRequests.Suspend EXPERTS =
            new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 10, "专家评审");

    private final Ui ui = Wired.only(
            Ui.class,
            Map.of("localize", given -> ((LocalizedMessage) given[0]).zh(), "date", given -> given[0].toString()));

    private String county;
    private String city;

    @Before
    public void handIn() {
        county = service.submit(JointSamples.application(JointSamples.GARDEN, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        for (String branch : List.of("b2", "b3")) {
            centres.cases
                    .joint()
                    .giveOpinion(
                            county,
                            branch,
                            JointSamples.AGREE,
                            centres.as("staff", "reviewer", Set.of(JointSamples.HOUSING), HAIYANG));
        }
        city = centres.acceptedAt(YANTAI, county + "-b2");
    }

    @Test
    public void whatTheCityAsksForIsAskedForOfAnAcceptedCaseUnderTheNameOfTheMember() {
        String other = centres.acceptedAt(YANTAI, county + "-b3");
        service.notifyCorrection(other, Centres.ask("m1"), centres.reviewer(YANTAI));
        centres.post();
        centres.province.at("2026-09-16T10:00");
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        String said = centres.made.last("correction-notice");
        CaseView seen = seen();
        assertTrue(said, said.contains("本件已经受理"));
        assertFalse("what is accepted is not refused for it", said.contains("不予受理"));
        assertFalse(said, said.contains("三十二条"));
        LocalDate until = seen.corrections().get(1).awaitedUntil();
        assertTrue(said, said.contains(until.getMonthValue() + "月" + until.getDayOfMonth() + "日"));
        assertTrue(said, said.contains(seen.branches().get(1).name()));
        assertFalse("what is asked of another member is another matter", said.contains("此前的告知日期"));
    }

    @Test
    public void whoeverAppliedIsToldThatTheCityWaitsForThem() {
        assertTrue(waiting().isEmpty());
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        Outlook mine = Outlook.mine(seen(), List.of(), ui);
        assertEquals(Tone.CARE, mine.tone());
        assertTrue(mine.words(), mine.words().contains("要求补充材料"));
        assertFalse(mine.words(), mine.words().contains("无需操作"));
        ProgressView shown = service.progress(
                county, seen().queryCode(), "192.0.2.1", CallContext.system(HAIYANG, centres.province.now(), "r"));
        assertTrue(shown.nextAction(), shown.nextAction().contains("请补充 m2"));
        assertEquals(List.of(county), waiting());

        service.correct(county, new CaseRequests.Correct("已说明", null, null), centres.clerk(HAIYANG));
        assertTrue(waiting().isEmpty());
        assertEquals(Tone.INFO, Outlook.mine(seen(), List.of(), ui).tone());
    }

    private List<String> waiting() {
        CaseService.Filter asked = new CaseService.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", false, true);
        return service.list(asked, PageRequest.of(10, null), centres.clerk(HAIYANG)).items().stream()
                .map(CaseSummary::number)
                .toList();
    }

    @Test
    public void aCityThatWasSetBackWipesOutNoWishToBeHeard() {
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        Sent right = transactions.messages().get(0);
        String payload = centres.linked.payload(right.sender(), right.message());
        centres.post();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
        String words = again(right, payload);
        assertTrue(words, words.startsWith(county + "-b2："));
        assertEquals(HearingState.REQUESTED, seen().hearing().state());

        service.hearing(city, session("2026-09-28T09:00", "王主持"), centres.reviewer(YANTAI));
        Sent convened = transactions.messages().get(0);
        String second = centres.linked.payload(convened.sender(), convened.message());
        again(convened, second);
        postOfTheCounty();
        centres.province.at("2026-09-28T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        Sent held = transactions.messages().get(0);
        again(held, centres.linked.payload(held.sender(), held.message()));
        postOfTheCounty();
        assertEquals(HearingState.HELD, seen().hearing().state());

        again(right, payload);
        again(convened, second);
        assertEquals(HearingState.HELD, seen().hearing().state());
        assertNotNull("the record stays", seen().hearing().heldOn());
        assertFalse(seen().branches().get(1).stands());
        assertNotNull("and the limits run", due());
    }

    private void postOfTheCounty() {
        transactions.messages().removeIf(letter -> letter.sender().equals(YANTAI));
        centres.post();
    }

    /** Carries what a centre that was set back tells again, under the number that is next. */
    private String again(Sent told, String payload) {
        OutgoingMessage was = told.message();
        long next = 1
                + transactions.read(centres.clerk(HAIYANG), unit -> {
                    CaseFile file = Centres.repositories(transactions, TestCipher.CIPHER)
                            .cases(unit)
                            .get(county);
                    return BranchLetters.seen(file, "b2");
                });
        OutgoingMessage repeated = new OutgoingMessage(
                was.id() + "-" + next, was.topic(), was.receiver(), was.aggregateId(), next, was.type(), was.payload());
        return centres.carry(new Sent(told.sender(), repeated), payload, List.of());
    }

    @Test
    public void whatTheCitySuspendsStandsAlsoWhenTheWholeHasStood() {
        service.suspend(county, EXPERTS, centres.reviewer(HAIYANG));
        centres.province.at("2026-09-16T09:00");
        service.suspend(city, EXPERTS, centres.reviewer(YANTAI));
        centres.post();
        centres.province.at("2026-09-17T09:00");
        service.resume(county, new CaseRequests.Resume(null), centres.reviewer(HAIYANG));
        assertTrue(seen().branches().get(1).stands());
        assertFalse(seen().branches().get(0).stands());
        assertNull("the whole waits for the city", due());
        centres.province.at("2026-09-18T09:00");
        service.resume(city, new CaseRequests.Resume(null), centres.reviewer(YANTAI));
        centres.post();
        assertFalse(seen().branches().get(1).stands());
        assertNotNull(due());
    }

    @Test
    public void aLetterThatCrossesAWithdrawalPutsNoHearingInTheCountysPlace() {
        service.hearing(county, RIGHT, centres.reviewer(HAIYANG));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        service.hearing(county, session("2026-09-28T09:00", "王主持"), centres.reviewer(HAIYANG));
        centres.province.at("2026-09-28T12:00");
        service.hearing(county, RECORD, centres.reviewer(HAIYANG));
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        Sent right = transactions.messages().remove(0);
        service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.carry(right);
        assertEquals(CaseState.WITHDRAWN, seen().state());
        assertNotNull(seen().hearing());
        assertEquals(HearingState.HELD, seen().hearing().state());
        assertNull("the county's own", seen().hearing().branch());
    }

    private LocalDate due() {
        return centres.deadline("decision", HAIYANG, county, HAIYANG).date();
    }

    private CaseView seen() {
        return centres.find(county, HAIYANG);
    }
}
