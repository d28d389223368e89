package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.LAND;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CompletionGate.Missing;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Counted;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Standard;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.ShareView;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.FeeFloor;
import org.yichuang.testing.centres.TestCentres;

/** What a case costs is reckoned, demanded once, and relieved by a decision of the government only. */
public class BillTest extends FeeContract {
    private static final Map<String, Object> TREES = Map.of("area", of("20000"));
    private static final LocalDate DECIDED = TODAY.minusDays(3);

    private List<Missing> missing() {
        return node.transactions()
                .read(world.clerk(), unit -> world.wiring.completion().missing(FeeWorld.snapshot(CASE), unit));
    }

    private static AskRelief relief(ReliefKind kind, Long fen, LocalDate until) {
        return new AskRelief(kind, "海政纪要〔2026〕5号", DECIDED, "招商引资项目", fen, until);
    }

    @Test
    public void theFormSaysTheQuantityAndTheStandardTheAmount() {
        world.forest();
        world.stands(CASE, TREES);
        BillView bill = world.demand(CASE);
        assertEquals("2026-0000001", bill.summary().number());
        assertEquals(20_000_000L, bill.summary().net());
        assertEquals("20000 × 10.00 = 200000.00", bill.lines().get(0).arithmetic());
        assertEquals("area", bill.lines().get(0).source());
        assertEquals(1, bill.lines().get(0).version());
        assertTrue(bill.code(), bill.code().matches("\\d{20}"));
        assertEquals(LocalDate.of(2026, 3, 30), bill.summary().due());
        assertEquals(20_000_000L, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals("fee-notice", world.issued.get("D0").kind());
        assertTrue(world.issued.get("D0").facts().get("lines").contains("200000.00"));
        sound();
    }

    @Test
    public void aDecimalQuantityIsRoundedOnceAndTheWindowCountsWhatTheFormDoesNotKnow() {
        world.charged(LAND, BasisRank.ADMIN_REGULATION, FeeWorld.perUnit("600"));
        world.linked(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, null));
        world.stands(CASE, Map.of());
        assertEquals("lines.quantity", field(() -> world.demand(CASE)));
        BillView bill = world.demand(CASE, new Counted(LAND, of("15000.5"), null));
        assertEquals(9_000_300L, bill.summary().net());
        assertEquals("window", bill.lines().get(0).source());
    }

    @Test
    public void nobodyTypesAnAmountNorAQuantityThatTheFormSays() {
        world.forest();
        world.stands(CASE, TREES);
        Counted typed = new Counted(LAND, null, BigDecimal.TEN);
        assertEquals("fee-amount-typed", codeOf(() -> world.demand(CASE, typed)));
        assertEquals("lines.quantity", field(() -> world.demand(CASE, new Counted(LAND, BigDecimal.ONE, null))));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
    }

    @Test
    public void whatTheFormSaysAndCannotBeReadIsNotTypedInstead() {
        world.forest();
        for (String wrong : List.of("-5", "12,5", "1e3", "999999999999999999")) {
            world.stands(wrong, Map.of("area", wrong));
            assertEquals("lines.quantity", field(() -> world.demand(wrong)));
            assertEquals("lines.quantity", field(() -> world.demand(wrong, new Counted(LAND, of("1"), null))));
        }
        world.stands("long", Map.of("area", of("1200000000.50")));
        assertEquals(1_200_000_000_500L, world.demand("long").summary().net());
        world.stands("fine", Map.of("area", of("12.1234567")));
        assertEquals(12_123L, world.demand("fine").summary().net());
        world.stands("blank", Map.of("area", ""));
        assertEquals(
                1000L,
                world.demand("blank", new Counted(LAND, of("1"), null))
                        .summary()
                        .net());
    }

    @Test
    public void codesAndReceiptsAreTheCentresAlone() {
        world.forest();
        world.stands(CASE, TREES);
        assertEquals("37068700000000000001", world.demand(CASE).code());
        world.province.policy(TestCentres.HAIYANG, "policy.fees.code-series", "37061300");
        world.stands("B", TREES);
        assertEquals("code-series-shared", codeOf(() -> world.demand("B")));
        world.province.policy(TestCentres.HAIYANG, "policy.fees.code-series", "99068701");
        assertEquals("99068701000000000001", world.demand("B").code());
        world.province.policy(TestCentres.HAIYANG, "policy.fees.code-series", "");
        world.stands("C", TREES);
        assertEquals("37068700000000000002", world.demand("C").code());
        Set<String> codes = new HashSet<>();
        world.province.all().forEach(centre -> codes.add(FeePolicy.receiptCode(centre, 2026)));
        assertEquals(world.province.all().size(), codes.size());
    }

    @Test
    public void nothingIsChargedThatIsNotLinked() {
        world.forest();
        world.charged("OTHER", BasisRank.LAW, FeeWorld.perUnit("1"));
        world.stands(CASE, TREES);
        assertEquals("fee-not-linked", codeOf(() -> world.demand(CASE, new Counted("OTHER", of("1"), null))));
        world.items.unlink(LAND, new FeeCommands.Unlink(FOREST), world.editor());
        assertEquals("fee-not-linked", codeOf(() -> world.demand(CASE, new Counted(LAND, null, null))));
        assertEquals("fee-none", codeOf(() -> world.demand(CASE)));
    }

    @Test
    public void aLicenceCostsNothingWithoutALawOrAnAdministrativeRegulation() {
        world.offer("SERVICE", ItemType.PUBLIC_SERVICE, "area");
        for (BasisRank rank : List.of(BasisRank.STATE_COUNCIL, BasisRank.LOWER)) {
            String code = "R-" + rank.name().replace('_', '-');
            world.charged(code, rank, FeeWorld.perUnit("100"));
            world.linked(code, new Link(FOREST, DuePoint.ACCEPTANCE, "area"));
            world.linked(code, new Link("SERVICE", DuePoint.ACCEPTANCE, "area"));
            world.stands(CASE, TREES);
            assertEquals("fee-no-basis", codeOf(() -> world.demand(CASE, new Counted(code, null, null))));
        }
        world.stands("E", CaseState.ACCEPTED, TREES, "enterprise", "SERVICE");
        world.stands("P", CaseState.ACCEPTED, TREES, "person", "SERVICE");
        assertEquals(
                2_000_000L,
                world.demand("E", new Counted("R-STATE-COUNCIL", null, null)).gross());
        assertEquals("fee-no-basis", codeOf(() -> world.demand("E", new Counted("R-LOWER", null, null))));
        assertEquals(
                2_000_000L,
                world.demand("P", new Counted("R-LOWER", null, null)).gross());
    }

    @Test
    public void whatHasExpiredOrIsNotReviewedIsNotCharged() {
        world.forest();
        world.stands(CASE, TREES);
        world.province.pass(Duration.ofDays(366));
        assertEquals("fee-unreviewed", codeOf(() -> world.demand(CASE)));
        assertEquals(
                "nobody is told that it is charged",
                List.of(),
                world.items.published(PageRequest.of(null, null), world.clerk()).items());
        assertEquals(1, world.items.toReview(0, world.editor()).size());
    }

    @Test
    public void aRangeIsDecidedForEnterprisesByTheFloorAndByNobodyAtTheWindow() {
        Line range = new Line(null, null, of("50"), of("80"), null, null, null);
        Standard floor = new Standard(ChargingMethod.RANGE, "㎡", List.of(range), FeeFloor.ENTERPRISE);
        world.charged(LAND, BasisRank.LAW, floor);
        world.linked(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, "area"));
        world.stands(CASE, Map.of("area", of("1")));
        assertEquals(50L, world.demand(CASE).summary().net());
        world.stands("P", CaseState.ACCEPTED, Map.of("area", of("1")), "person", FOREST);
        assertEquals("fee-range-undecided", codeOf(() -> world.demand("P")));
    }

    @Test
    public void aFeeIsDemandedFromItsPointOnAndOnce() {
        world.charged(LAND, BasisRank.LAW, FeeWorld.perUnit("1000"));
        world.linked(LAND, new Link(FOREST, DuePoint.ISSUE, "area"));
        world.stands(CASE, TREES);
        assertEquals("fee-none", codeOf(() -> world.demand(CASE)));
        assertEquals("fee-not-due", codeOf(() -> world.demand(CASE, new Counted(LAND, null, null))));
        world.stands(CASE, CaseState.GRANTED, TREES, "enterprise", FOREST);
        BillView bill = world.demand(CASE);
        assertEquals("fee-billed", codeOf(() -> world.demand(CASE, new Counted(LAND, null, null))));
        assertEquals("fee-none", codeOf(() -> world.demand(CASE)));
        world.bills.cancel(bill.summary().number(), new Reason("面积有误"), world.cashier());
        BillView again = world.demand(CASE);
        assertEquals("the number stays used", "2026-0000002", again.summary().number());
        assertNotEquals(bill.code(), again.code());
        assertEquals(20_000_000L, world.balance(LedgerAccount.RECEIVABLE));
        world.stands(CASE, CaseState.DELIVERED, TREES, "enterprise", FOREST);
        assertEquals("case-not-open", codeOf(() -> world.demand(CASE)));
        sound();
    }

    @Test
    public void aJointCaseIsDemandedTogetherAndEachUnitHasItsLine() {
        world.forest();
        world.offer("WATER", ItemType.LICENCE, "area");
        world.items.draft(FeeWorld.draft("W-1", "海阳市水务局", BasisRank.LAW, FeeWorld.perUnit("120")), world.editor());
        world.items.publish("W-1", world.manager());
        world.linked("W-1", new Link("WATER", DuePoint.ACCEPTANCE, "area*2"));
        world.stands(CASE, CaseState.ACCEPTED, TREES, "enterprise", FOREST, "WATER");
        BillView bill = world.demand(CASE);
        assertEquals(
                List.of(LAND, "W-1"),
                bill.lines().stream().map(FeeViews.LineView::feeItem).toList());
        assertEquals(20_000_000L + 4_800_000L, bill.summary().net());
        assertEquals(List.of(new ShareView("海阳市林业局", 20_000_000L), new ShareView("海阳市水务局", 4_800_000L)), bill.units());
        assertTrue(world.issued.get("D0").facts().get("lines").endsWith("其中海阳市水务局：48000.00元"));
    }

    @Test
    public void reliefNeedsADecisionAndASecondPerson() {
        world.forest();
        world.stands(CASE, TREES);
        String number = world.demand(CASE).summary().number();
        AskRelief without = new AskRelief(ReliefKind.EXEMPTION, "", null, "困难", null, null);
        assertEquals("relief-no-minutes", codeOf(() -> world.bills.askRelief(number, without, world.clerk())));
        AskRelief all = relief(ReliefKind.REDUCTION, 20_000_000L, null);
        assertEquals("fen", field(() -> world.bills.askRelief(number, all, world.clerk())));
        assertEquals("relief-none", codeOf(() -> world.bills.relieve(number, world.manager())));
        world.bills.askRelief(number, relief(ReliefKind.REDUCTION, 5_000_001L, null), world.clerk());
        assertEquals("not-allowed", codeOf(() -> world.bills.relieve(number, world.clerk())));
        assertEquals("relief-self", codeOf(() -> world.bills.relieve(number, world.as("clerk", "centre-manager"))));
        BillView less = world.bills.relieve(number, world.manager());
        assertEquals(BillState.DUE, less.summary().state());
        assertEquals(14_999_999L, less.summary().net());
        assertEquals(20_000_000L, less.gross());
        assertEquals(14_999_999L, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals("the demand of before", Set.of("D0"), world.revoked.keySet());
        sound();
    }

    @Test
    public void whoIsExemptHasNothingToPayAndADeferralHoldsUntilItsDay() {
        world.forest();
        world.stands(CASE, TREES);
        String number = world.demand(CASE).summary().number();
        assertEquals(
                List.of("fee-unpaid"), missing().stream().map(Missing::code).toList());
        LocalDate until = TODAY.plusDays(90);
        assertEquals(
                "until",
                field(() -> world.bills.askRelief(number, relief(ReliefKind.DEFERRAL, null, TODAY), world.clerk())));
        world.bills.askRelief(number, relief(ReliefKind.DEFERRAL, null, until), world.clerk());
        BillView later = world.bills.relieve(number, world.manager());
        assertEquals(BillState.DEFERRED, later.summary().state());
        assertEquals(until, later.summary().due());
        assertEquals(List.of(), missing());
        world.province.pass(Duration.ofDays(90));
        assertEquals("its last day counts", List.of(), missing());
        world.province.pass(Duration.ofDays(1));
        assertEquals(1, missing().size());
        assertEquals("bill-state", codeOf(() -> world.bills.cancel(number, new Reason("w"), world.cashier())));

        world.stands("X", TREES);
        String exempt = world.demand("X").summary().number();
        world.bills.askRelief(exempt, relief(ReliefKind.EXEMPTION, null, null), world.clerk());
        BillView free = world.bills.relieve(exempt, world.manager());
        assertEquals(BillState.EXEMPT, free.summary().state());
        assertEquals(0L, free.summary().net());
        assertEquals(List.of(), free.steps());
        sound();
    }

    @Test
    public void reliefIsRefusedAndWhatWasAskedIsGone() {
        world.forest();
        world.stands(CASE, TREES);
        String number = world.demand(CASE).summary().number();
        world.bills.askRelief(number, relief(ReliefKind.EXEMPTION, null, null), world.clerk());
        BillView refused = world.bills.refuseRelief(number, new Reason("纪要未列此项目"), world.manager());
        assertEquals(null, refused.reliefAsked());
        assertTrue(refused.steps().contains(BillStep.PAY));
    }

    @Test
    public void othersSeeNeitherThePayerNorWhatIsNotTheirs() {
        world.forest();
        world.stands(CASE, CaseState.ACCEPTED, TREES, "person", FOREST);
        String number = world.demand(CASE).summary().number();
        assertEquals("王*明", world.bills.find(number, world.cashier()).payer());
        var elsewhere = world.as("c", "clerk", TestCentres.HAIYANG, Set.of("水利局"));
        assertEquals("bill-unknown", codeOf(() -> world.bills.find(number, elsewhere)));
        PageRequest first = PageRequest.of(null, null);
        assertEquals(0, world.bills.list(null, first, elsewhere).items().size());
        assertEquals(
                1, world.bills.list(BillState.DUE, first, world.clerk()).items().size());
        assertEquals("case-not-open", codeOf(() -> world.bills.demand(new FeeCommands.Demand(CASE, null), elsewhere)));
        AskRelief relief = relief(ReliefKind.EXEMPTION, null, null);
        assertEquals("bill-unknown", codeOf(() -> world.bills.askRelief(number, relief, elsewhere)));
        var county = world.as("c", "clerk", TestCentres.LAISHAN, Set.of());
        assertEquals("bill-unknown", codeOf(() -> world.bills.find(number, county)));
    }
}
