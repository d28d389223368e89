package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;

/** A renewal that is entered afterwards, asked for more, and answered when the licence has ended (R1-30). */
public class RenewalAfterwardsTest extends DocumentsOfCases {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    /** A register that knows one result, and tells no day any more once it has ended. */
    private final class Register implements CommandGate {
        @Override
        public String module() {
            return "linkage"; // the only other module that is on at these centres
        }

        @Override
        public Set<GatedCommand> commands() {
            return Set.of(GatedCommand.SUBMIT, GatedCommand.ACCEPT);
        }

        @Override
        public GateAnswer check(GateQuestion question, UnitOfWork unit) {
            boolean isOver = unit.context().today().isAfter(END);
            return GateAnswer.ofLicence(END, isOver ? null : END);
        }
    }

    private String number;

    @Before
    public void enterAndAsk() {
        centres.gates.add(new Register());
        CaseRequests.Submit bare = Centres.whole(Centres.application(Items.SIMPLE, null));
        number = service.submit(
                        new CaseRequests.Submit(
                                bare.item(),
                                null,
                                bare.applicant(),
                                bare.form(),
                                bare.materials(),
                                null,
                                new CaseLicence.Given("JY1", LicenceMatter.RENEWAL),
                                null,
                                null,
                                null,
                                new Afterwards(LocalDate.of(2026, 9, 10), "停机", CaseProof.onPaper("收件单"))),
                        centres.clerk(HAIYANG))
                .number();
        assertEquals(List.of("2026-09-10"), renewals());
        service.notifyCorrection(number, ask("m1"), centres.clerk(HAIYANG));
    }

    /** From which days the end of the validity is counted. */
    private List<String> renewals() {
        return service.deadlines(number, centres.clerk(HAIYANG)).stream()
                .filter(each -> each.kind().equals("renewal"))
                .map(DeadlineView::start)
                .map(LocalDate::toString)
                .toList();
    }

    private void answered(String at) {
        centres.province.at(at);
        String file = service.upload("新.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(HAIYANG))
                .file();
        service.correct(
                number,
                new CaseRequests.Correct(null, null, List.of(new MaterialGiven("m1", null, file, false))),
                centres.clerk(HAIYANG));
    }

    private void assertNobodyIsLate() {
        assertEquals(
                List.of(),
                transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE"
                        + " UNION SELECT CASE_NUMBER FROM CASES_FACT WHERE LATE=1"));
    }

    @Test
    public void afterTheEndNothingIsCountedAndItMayBeRefusedOrWithdrawn() {
        answered("2026-11-02T09:00");
        assertEquals("none runs anew", List.of("2026-09-10"), renewals());
        assertNobodyIsLate();
        service.withdraw(number, new CaseRequests.Withdraw("不再需要", CaseProof.onPaper("窗口三号柜")), centres.clerk(HAIYANG));
        assertEquals(CaseState.WITHDRAWN, centres.find(number, HAIYANG).state());
        assertNobodyIsLate();
    }

    @Test
    public void norIsItDeemedRenewedWhereItIsNotAccepted() {
        answered("2026-11-02T09:00");
        service.notAccept(number, refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", "无"), centres.clerk(HAIYANG));
        assertEquals(CaseState.NOT_ACCEPTED, centres.find(number, HAIYANG).state());
        assertNobodyIsLate();
    }

    @Test
    public void afterTheAcceptanceAsWell() {
        answered("2026-11-02T09:00");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.decide(number, REFUSE, centres.chief(HAIYANG));
        assertEquals(CaseState.REFUSED, centres.find(number, HAIYANG).state());
        assertNobodyIsLate();
    }

    @Test
    public void answeredInTimeItIsCountedFromTheAnswer() {
        answered("2026-09-21T09:00");
        assertEquals(
                List.of("2026-09-10", "2026-09-21"),
                renewals().stream().sorted().toList());
    }

    /** The register has the last word: what it waits for no longer is not granted by the law. */
    @Test
    public void whatTheRegisterTimesNoLongerIsNotOver() {
        answered("2026-09-21T09:00");
        centres.province.at("2026-11-02T09:00");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.decide(number, REFUSE, centres.chief(HAIYANG));
        assertEquals(CaseState.REFUSED, centres.find(number, HAIYANG).state());
        assertTrue(service.deadlines(number, centres.clerk(HAIYANG)).stream()
                .noneMatch(each -> each.kind().equals("renewal") && each.state().equals("RUNNING")));
    }
}
