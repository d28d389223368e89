package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceRequests.Cancel;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.LicenceRequests.Withdraw;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.domain.WithdrawalGround;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;

/** What the organ does with a result: its document, what becomes of the grant, who may. */
public class LicenceDecisionsTest {
    private static final Revoke FRAUD =
            new Revoke(RevocationGround.FRAUD, "提交虚假的场所证明", "行政许可法第六十九条第二款", "已告知并听取申辩", false, "王局长");
    private static final Withdraw LAW_CHANGED =
            new Withdraw(WithdrawalGround.LAW_CHANGED, "规章已经废止", "行政许可法第八条", "已听取意见", "按评估补偿", "王局长");

    private final ModuleTransactions transactions = ModuleTransactions.open("licences", "documents");
    private final RegisterWorld world = new RegisterWorld(
            transactions, transactions.persistenceUnit(), transactions.persistenceUnit("documents"), new TestClock());

    @Before
    public void register() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
    }

    @After
    public void close() {
        transactions.close();
    }

    private CallContext chief() {
        return world.as("chief-representative", HAIYANG);
    }

    private static Cancel cancel(CancellationGround ground) {
        return new Cancel(ground, "依法注销", "行政许可法第七十条", "王局长");
    }

    private LicenceState state() {
        return world.licences.find("C1", chief()).state();
    }

    /** The document by which it was granted, as everybody verifies it. */
    private Genuine grant() {
        String code = world.documents.of("case", "C1", chief()).get(0).code();
        return world.documents.verify(code, chief()).orElseThrow();
    }

    private static ErrorCode refusal(Runnable act) {
        return assertThrows(ProblemException.class, act::run).code();
    }

    @Test
    public void whatWasObtainedByFraudIsRevokedWithADocumentOfItsOwn() {
        assertTrue(grant().revokedOn().isEmpty());

        world.decisions.revoke("C1", FRAUD, chief());

        assertEquals(LicenceState.REVOKED, state());
        var paper = world.documents.of("licence", "C1", chief()).get(0);
        assertEquals("revocation", paper.kind());
        assertEquals(
                world.province.now().atZone(CallContext.ZONE).toLocalDate(),
                grant().revokedOn().orElseThrow());
        assertTrue(grant().reason(), grant().reason().contains(paper.number()));
        assertEquals("revoked", world.told.get(0).kind());
        assertEquals("li-ming", world.told.get(0).account());
        assertEquals(
                paper.number(), world.licences.find("C1", chief()).acts().get(0).number());
    }

    @Test
    public void theEventSaysTheGroundAndNothingOfTheHolder() {
        world.decisions.revoke("C1", FRAUD, chief());

        var event = transactions.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(each -> each.type().equals("revoked"))
                .findFirst()
                .orElseThrow();
        assertEquals("licences", event.module());
        assertEquals("C1", event.number());
        assertTrue(event.data(), event.data().contains("FRAUD"));
        assertFalse(event.data(), event.data().contains(RegisterWorld.PERSON));
        assertFalse(event.data(), event.data().contains("虚假"));
    }

    @Test
    public void whatWouldHarmThePublicInterestIsNotRevoked() {
        Revoke harmful =
                new Revoke(FRAUD.ground(), FRAUD.reasons(), FRAUD.basis(), FRAUD.hearing(), true, FRAUD.decidedBy());

        assertEquals(
                LicenceError.PUBLIC_INTEREST_HARMED, refusal(() -> world.decisions.revoke("C1", harmful, chief())));
        assertEquals(LicenceState.VALID, state());
    }

    @Test
    public void whoWasNotHeardIsNotRevoked() {
        Revoke unheard = new Revoke(FRAUD.ground(), FRAUD.reasons(), FRAUD.basis(), " ", false, FRAUD.decidedBy());

        assertEquals(CommonError.FIELDS_INVALID, refusal(() -> world.decisions.revoke("C1", unheard, chief())));
    }

    @Test
    public void aWithdrawalSaysWhatIsCompensated() {
        world.decisions.withdraw("C1", LAW_CHANGED, chief());

        assertEquals(LicenceState.WITHDRAWN, state());
        assertEquals("按评估补偿", world.licences.find("C1", chief()).acts().get(0).compensation());
        assertEquals(LicenceError.LICENCE_STATE, refusal(() -> world.decisions.revoke("C1", FRAUD, chief())));
    }

    @Test
    public void cancellationTakesExactlyTheGroundsThatFit() {
        assertEquals(6, CancellationGround.values().length);
        assertEquals(
                LicenceError.LICENCE_STATE,
                refusal(() -> world.decisions.cancel("C1", cancel(CancellationGround.EXPIRED), chief())));
        assertEquals(
                LicenceError.LICENCE_STATE,
                refusal(() -> world.decisions.cancel("C1", cancel(CancellationGround.ENTITY_TERMINATED), chief())));

        world.decisions.revoke("C1", FRAUD, chief());
        assertEquals(
                LicenceError.LICENCE_STATE,
                refusal(() -> world.decisions.cancel("C1", cancel(CancellationGround.FORCE_MAJEURE), chief())));
        world.decisions.cancel("C1", cancel(CancellationGround.REVOKED_OR_WITHDRAWN), chief());

        assertEquals(LicenceState.CANCELLED, state());
        assertEquals(2, world.licences.find("C1", chief()).acts().size());
        assertEquals(2, world.documents.of("licence", "C1", chief()).size());
        assertEquals(
                LicenceError.LICENCE_STATE,
                refusal(() -> world.decisions.cancel("C1", cancel(CancellationGround.OTHER), chief())));
    }

    @Test
    public void whatHasRunOutCanBeCancelledBeforeTheTimerHasNotedIt() {
        world.province.at("2031-04-01T09:00");

        assertEquals(LicenceState.EXPIRED, state());
        world.decisions.cancel("C1", cancel(CancellationGround.EXPIRED), chief());

        assertEquals(LicenceState.CANCELLED, state());
    }

    @Test
    public void onlyWhoDecidesForItsDepartmentActs() {
        CallContext clerk = world.as("clerk", HAIYANG);
        CallContext foreign = world.as("sun", "chief-representative", Set.of("住建局"), HAIYANG);

        assertEquals(CommonError.NOT_ALLOWED, refusal(() -> world.decisions.revoke("C1", FRAUD, clerk)));
        assertEquals(LicenceError.LICENCE_UNKNOWN, refusal(() -> world.decisions.revoke("C1", FRAUD, foreign)));
        assertEquals(LicenceState.VALID, state());
    }

    @Test
    public void whoSawAnOlderVersionIsRefused() {
        long seen = world.licences.find("C1", chief()).version();
        CallContext late = chief();
        CallContext stale =
                new CallContext(late.tenant(), late.actor(), late.at(), "r", Optional.empty(), Optional.of(seen + 1));

        assertEquals(CommonError.PRECONDITION_FAILED, refusal(() -> world.decisions.revoke("C1", FRAUD, stale)));
    }

    @Test
    public void aRepeatedCommandHasNoSecondEffect() {
        CallContext plain = chief();
        CallContext keyed = new CallContext(
                plain.tenant(),
                plain.actor(),
                plain.at(),
                "r",
                Optional.of(new IdempotencyKey("k", "f")),
                Optional.empty());

        world.decisions.revoke("C1", FRAUD, keyed);
        world.decisions.revoke("C1", FRAUD, keyed);

        assertEquals(1, world.documents.of("licence", "C1", chief()).size());
        assertEquals(1, world.told.size());
    }

    @Test
    public void whatIsToBeRevokedLeavesTheListWhenItIs() {
        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}");
        LicenceView.Filter due = new LicenceView.Filter(null, null, null, null, true);
        assertEquals(
                1,
                world.licences
                        .list(due, PageRequest.of(9, null), chief())
                        .items()
                        .size());

        world.decisions.revoke("C1", FRAUD, chief());

        assertEquals(
                0,
                world.licences
                        .list(due, PageRequest.of(9, null), chief())
                        .items()
                        .size());
    }

    @Test
    public void whatAnotherCentreHasGrantedIsNotTakenBackHere() {
        world.decidedAt = "yantai";
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        assertEquals(LicenceError.LICENCE_STATE, refusal(() -> world.decisions.revoke("C2", FRAUD, chief())));
        assertEquals(List.of(), world.licences.find("C2", chief()).commands());
    }

    @Test
    public void reasonsNamePeopleAndAreShownToNobodyWhoSeesNoNames() {
        world.decisions.revoke("C1", FRAUD, chief());
        CallContext manager = world.as("centre-manager", HAIYANG);

        assertFalse(world.licences.find("C1", manager).toString().contains("虚假"));
        assertTrue(world.licences.find("C1", chief()).toString().contains("虚假"));
    }

    @Test
    public void theDeathOfAHolderEndsAQualificationAndNoShop() {
        assertEquals(
                LicenceError.LICENCE_STATE,
                refusal(() -> world.decisions.cancel("C1", cancel(CancellationGround.HOLDER_INCAPABLE), chief())));
        world.certificates.put(
                RegisterWorld.FOOD, new Certificate(Certificate.Kind.QUALIFICATION, null, 30, null, false));
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        world.decisions.cancel("C2", cancel(CancellationGround.HOLDER_INCAPABLE), chief());

        assertEquals(LicenceState.CANCELLED, world.licences.find("C2", chief()).state());
    }

    @Test
    public void whatHasRunOutIsNotWithdrawn() {
        world.province.at("2031-04-01T09:00");

        assertEquals(LicenceError.LICENCE_STATE, refusal(() -> world.decisions.withdraw("C1", LAW_CHANGED, chief())));
    }

    @Test
    public void whatIsRevokedAfterItHasRunOutIsVerifiedAsRevoked() {
        world.province.at("2031-04-01T09:00");
        world.decisions.revoke("C1", FRAUD, chief());

        assertTrue(grant().reason(), grant().reason().contains("撤销"));
    }

    @Test
    public void whatIsNotRevokedAfterAllLeavesTheListWithItsReasons() {
        LicenceRequests.Decline declined = new LicenceRequests.Decline("唯一的供水单位，已责令改正", "行政许可法第六十九条第三款", "王局长");
        assertEquals(LicenceError.LICENCE_STATE, refusal(() -> world.decisions.decline("C1", declined, chief())));
        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}");
        assertTrue(world.licences.find("C1", chief()).commands().contains("revocation-declined"));

        world.decisions.decline("C1", declined, chief());

        LicenceView view = world.licences.find("C1", chief());
        assertEquals(LicenceState.VALID, view.state());
        assertFalse(view.revocationDue());
        assertEquals("唯一的供水单位，已责令改正", view.acts().get(0).reasons());
        assertTrue("the grant is in force", grant().revokedOn().isEmpty());
    }
}
