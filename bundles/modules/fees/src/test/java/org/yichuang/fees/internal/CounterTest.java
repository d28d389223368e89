package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.RefundableView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** People at a counter find a demand by what they hold in hand, and the money of a day; pages show what they find. */
public class CounterTest extends FeeContract {
    private static final PageRequest PAGE = PageRequest.of(20, null);
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private Counter counter;
    private BillView bill;

    @Before
    public void paidDemand() {
        world.forest();
        counter = world.wiring.counter();
        bill = world.paid(FeeWorld.CASE, "1");
    }

    private List<String> found(String words, CallContext context) {
        return counter.find(words, context).stream().map(BillSummary::number).toList();
    }

    @Test
    public void aDemandIsFoundByItsCodeInGroupsItsNumberAndItsCase() {
        String number = bill.summary().number();
        String code = bill.code();
        for (String words : List.of(
                code,
                code.substring(0, 4) + " " + code.substring(4, 9) + "-" + code.substring(9),
                number,
                " " + number + " ",
                FeeWorld.CASE)) {
            assertEquals(words, List.of(number), found(words, world.cashier()));
        }
        assertEquals(List.of(), found("", world.cashier()));
        assertEquals(List.of(), found("37068700099999999999", world.cashier()));
        CallContext other = world.as("clerk-2", "clerk", HAIYANG, Set.of("住建局"));
        assertEquals(List.of(), found(code, other));
        assertEquals("not-allowed", codeOf(() -> counter.find(code, world.as("x", "citizen"))));
    }

    @Test
    public void theMoneyOfADayIsListedAndNoOther() {
        assertEquals(1, counter.taken(TODAY, PAGE, world.cashier()).items().size());
        assertEquals(
                0,
                counter.taken(TODAY.minusDays(1), PAGE, world.cashier()).items().size());
        assertEquals("not-allowed", codeOf(() -> counter.taken(TODAY, PAGE, world.clerk())));
    }

    @Test
    public void whatMayGoBackIsOfferedOnceAndOnlyWhatPaysNothingIsInSuspense() {
        RefundableView may =
                counter.refundableOf(bill.summary().number(), world.clerk()).orElseThrow();
        assertEquals(20_000_000L, may.left());
        assertFalse(may.account(), may.account().contains("0500"));
        assertEquals(0, counter.suspense(PAGE, world.clerk()).items().size());
        codeOf(() -> world.payments.record(world.pay("2", "37068700099999999999", 7), world.cashier()));
        RefundableView unknown = counter.suspense(PAGE, world.clerk()).items().get(0);
        assertEquals(7, unknown.left());
        assertEquals("", unknown.bill());
        assertEquals(unknown, counter.refundable(unknown.payment(), world.clerk()));

        for (RefundableView each : List.of(may, unknown)) {
            world.refunds.apply(
                    new Claim(each.payment(), each.left(), RefundGround.ERROR, "误收", FeeWorld.ACCOUNT), world.clerk());
        }
        assertTrue(counter.refundableOf(bill.summary().number(), world.clerk()).isEmpty());
        assertEquals(0, counter.suspense(PAGE, world.clerk()).items().size());
        assertEquals("refund-unknown", codeOf(() -> counter.refundable("nothing", world.clerk())));
        sound();
    }

    @Test
    public void theReportAddsUpByFeeUnitAndAll() {
        List<FeeReport.Line> lines = world.wiring.reports(null).report().of(TODAY, TODAY, world.treasury());
        assertEquals(3, lines.size());
        for (FeeReport.Line line : lines) {
            assertEquals(20_000_000L, line.of(EntryKind.PAID));
            assertEquals(20_000_000L, line.due());
        }
        assertEquals("海阳市林业局", lines.get(1).unit());
        assertEquals(
                "fields-invalid",
                codeOf(() -> world.wiring.reports(null).report().of(TODAY, TODAY.minusDays(1), world.treasury())));
    }

    @Test
    public void theCounterOffersAFormForWhatIsToBePaidAndTheReceiptOfWhatIs() {
        String paid = desk(bill);
        assertFalse(paid.contains("/fees/counter/payments"));
        assertTrue(paid.contains("bill.receipt"));
        world.stands("HY-2", Map.of("area", FeeWorld.of("5")));
        String due = desk(world.demand("HY-2"));
        assertTrue(due.contains("action=\"/haiyang/fees/counter/payments\""));
        for (String field : List.of("bank", "branch", "channel", "serial", "fen", "on", "at", "account", "payer")) {
            assertTrue(field, due.contains(" field:" + field));
        }
    }

    private String desk(BillView of) {
        return TEMPLATES
                .counter(
                        PlayedUi.made(),
                        of.code(),
                        counter.find(of.code(), world.cashier()),
                        of,
                        List.of(),
                        TODAY,
                        counter.taken(TODAY, PAGE, world.cashier()),
                        true,
                        world.cashier())
                .render();
    }

    @Test
    public void statementsAndReportsAreShown() {
        world.stated(new Bring(StatementSource.TREASURY, null, TODAY, List.of()));
        String page = TEMPLATES
                .statements(PlayedUi.made(), TODAY, counter.statements(TODAY, world.treasury()), List.of(), true, true)
                .render();
        assertTrue(page.contains("财政"));
        assertTrue(page.contains(" field:lines"));
        List<FeeReport.Line> lines = world.wiring.reports(null).report().of(TODAY, TODAY, world.treasury());
        String report = TEMPLATES
                .feereport(
                        PlayedUi.made(),
                        TODAY,
                        TODAY,
                        lines,
                        List.of(),
                        world.reconciliation.days(PAGE, world.treasury()))
                .render();
        assertTrue(report.contains("100.00%"));
        assertTrue(TEMPLATES
                .feeentries(PlayedUi.made(), world.ledger.entries(PAGE, world.treasury()))
                .render()
                .contains("海阳市林业局"));
    }
}
