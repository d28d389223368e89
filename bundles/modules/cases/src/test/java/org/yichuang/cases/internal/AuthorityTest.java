package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.ToyModule.ToyGate;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** By which authority somebody acts: what gates see of a command, say of it, and leave of it. */
public class AuthorityTest {
    private static ModuleTransactions transactions;
    private final ToyGate gate = new ToyGate() {
        @Override
        public Set<GatedCommand> commands() {
            return EnumSet.allOf(GatedCommand.class);
        }
    };
    private Centres centres;

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
    }

    private String accepted() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private static AuditEntry last() {
        return transactions.entries().get(transactions.entries().size() - 1).entry();
    }

    @Test
    public void theEventNamesWhoActedAndItsDataWhoHasItNext() {
        centres.gates.add(gate);
        gate.answer = new GateAnswer.Allowed("window:W3 letter:2026-5", "W3", "B", "2026-5");
        accepted();

        DomainEvent event = last().event();
        assertEquals("审批局", event.department());
        assertEquals("W3", event.window());
        assertEquals("B", event.rank());
        assertTrue(event.data(), event.data().contains("\"holder\":\"住建局\""));
        assertTrue(
                event.data(),
                event.data().endsWith("\"authorities\":[\"window:W3 letter:2026-5\"],\"letter\":\"2026-5\"}"));
        assertEquals("W3", last().details().get("window"));
    }

    @Test
    public void everyGateThatVouchesIsNamedHoweverLong() {
        ToyGate other = new ToyGate();
        gate.answer = GateAnswer.allowed("a".repeat(100));
        other.answer = GateAnswer.allowed("b".repeat(100));
        centres.gates.addAll(List.of(gate, other));

        String number = accepted();

        assertEquals(
                List.of("a".repeat(100), "b".repeat(100)),
                centres.find(number, HAIYANG).authorities());
        assertEquals("a".repeat(100) + "; " + "b".repeat(100), last().details().get("authority"));
    }

    @Test
    public void anAuthorityFromBeforeIsReadAsOne() {
        String number = accepted();
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='" + textWithOneAuthority(number) + "'");
        assertEquals(List.of("role"), centres.find(number, HAIYANG).authorities());
    }

    private String textWithOneAuthority(String number) {
        return transactions
                .read(
                        centres.clerk(HAIYANG),
                        unit -> org.yichuang.cases.internal.persistence.Json.write(
                                Centres.repositories(transactions, TestCipher.CIPHER)
                                        .cases(unit)
                                        .get(number)
                                        .progress()))
                .replace("[\"role\"]", "\"role\"");
    }

    @Test
    public void aGateSeesWhatTheCommandCarriesAndWhoseItemItIs() {
        String number = accepted();
        centres.gates.add(gate);
        CaseRequests.Decide decision = new CaseRequests.Decide(
                CaseRequests.Outcome.GRANT, null, null, null, null, null, Map.of("minutes", "海审纪〔2026〕5号"));
        centres.service.decide(number, decision, centres.chief(HAIYANG));

        assertEquals(decision, gate.asked.get(0).request());
        assertEquals(YANTAI.value(), gate.seen.get(0).owner());
        assertEquals("海审纪〔2026〕5号", last().details().get("fact.minutes"));
        assertEquals(YANTAI.value(), centres.find(number, HAIYANG).owner());

        centres.submit(Items.TREES, "county-city", HAIYANG);
        assertEquals(Map.of("route", "county-city"), gate.seen.get(1).form());
        assertEquals("审批局", gate.seen.get(1).department());
    }

    @Test
    public void theCentreBelowHearsWhatWasSaidWithTheDecision() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, number);
        assertEquals(Map.of(), told(number));
        centres.gates.add(gate);
        Map<String, String> said = Map.of("minutes", "烟审纪〔2026〕5号");
        centres.service.decide(
                city,
                new CaseRequests.Decide(CaseRequests.Outcome.GRANT, null, null, null, null, null, said),
                centres.chief(YANTAI));
        centres.post();
        assertEquals(said, told(number));
    }

    private Map<String, String> told(String number) {
        return transactions.read(
                centres.clerk(HAIYANG), unit -> centres.cases.records().decisionFacts(number, unit));
    }

    @Test
    public void whatNoGateWantsToKnowIsRefused() {
        String number = accepted();
        CaseRequests.Decide decision = new CaseRequests.Decide(
                CaseRequests.Outcome.GRANT, null, null, null, null, null, Map.of("minutes", "5"));
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.decide(number, decision, centres.chief(HAIYANG)));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("facts.minutes", refusal.fields().get(0).field());
    }

    @Test
    public void whatAGateRequiresIsAskedForAndItsLackNamed() {
        String number = accepted();
        centres.gates.add(gate);
        gate.wantsMinutes = true;
        List<GateFact> facts = centres.service.facts(number, GatedCommand.DECIDE, centres.chief(HAIYANG));
        assertEquals("minutes", facts.get(0).name());
        assertEquals(List.of(), centres.service.facts(number, GatedCommand.WITHDRAW, centres.chief(HAIYANG)));

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.decide(number, GRANT, centres.chief(HAIYANG)));

        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("facts.minutes", refusal.fields().get(0).field());
        assertEquals("请填写“会议纪要编号”", refusal.fields().get(0).message().in(LocalizedMessage.CHINESE));
        assertEquals(List.of(), gate.asked);
    }

    @Test
    public void aRefusalIsAnEventOfTheGatesModuleAboutTheCase() {
        String number = accepted();
        centres.gates.add(gate);
        gate.answer = new GateAnswer.Refused(
                CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("no letter"), "authority-refused");

        assertThrows(ProblemException.class, () -> centres.service.decide(number, GRANT, centres.chief(HAIYANG)));

        assertEquals(1, centres.refusals.events().size());
        DomainEvent event = centres.refusals.events().get(0);
        assertEquals(ToyGate.MODULE, event.module());
        assertEquals("authority-refused", event.type());
        assertEquals(number, event.number());
        assertEquals("住建局", event.department());
        assertEquals("{\"command\":\"decide\",\"code\":\"not-allowed\"}", event.data());
    }

    @Test
    public void aModuleThatIsOnAndNotThereDoesNotPassInSilence() {
        centres.modules.away.add("linkage");
        CaseView view = centres.find(accepted(), HAIYANG);
        assertEquals(List.of(CommandGate.ROLE, "away:linkage"), view.authorities());
        assertEquals("role; away:linkage", last().details().get("authority"));
    }
}
