package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.LAND;
import static org.yichuang.fees.internal.FeeWorld.TODAY;

import java.util.List;
import org.junit.Test;
import org.yichuang.fees.api.AmountUnit;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Mapping;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.kernel.api.CallContext;

/** What one person drafts the page offers another one to publish, and not to the same. */
public class EditorPageTest extends FeeContract {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PUBLISH = "action=\"/haiyang/fees/items/YT-001/publication\"";
    private static final String LINKED = "action=\"/haiyang/fees/items/YT-001/links/publication\"";

    private String item(CallContext context) {
        return TEMPLATES
                .feeitem(
                        PlayedUi.made(),
                        world.items.versions(LAND, context),
                        world.items.linksOf(LAND, context),
                        context)
                .render();
    }

    @Test
    public void aDraftIsOfferedToAnotherPersonAlone() {
        world.items.draft(FeeWorld.draft(LAND, BasisRank.LAW, FeeWorld.perUnit("1000")), world.editor());
        assertFalse(item(world.editor()).contains(PUBLISH));
        assertTrue(item(world.manager()).contains(PUBLISH));
        world.items.publish(LAND, world.manager());
        assertFalse(item(world.manager()).contains(PUBLISH));
        world.items.link(LAND, new Link(FeeWorld.FOREST, DuePoint.ACCEPTANCE, "area"), world.editor());
        assertFalse(item(world.editor()).contains(LINKED));
        assertTrue(item(world.manager()).contains(LINKED));
        assertTrue(item(world.editor()).contains(" field:quantity"));
    }

    @Test
    public void aBankIsOfferedToAnotherPersonToConfirm() {
        Mapping mapping = new Mapping(null, "缴款码", "金额", AmountUnit.YUAN);
        world.banks.register(
                new Register("农商银行", StatementSource.BANK, List.of("中心网点"), List.of(), mapping), world.editor());
        assertFalse(bank(world.editor()).contains("/fees/banks/confirmation"));
        assertTrue(bank(world.editor()).contains(" field:mapping.code"));
        assertTrue(bank(world.manager()).contains("/fees/banks/confirmation"));
    }

    private String bank(CallContext context) {
        return TEMPLATES
                .bank(PlayedUi.made(), world.banks.find("农商银行", context), context)
                .render();
    }

    @Test
    public void aRefundIsOfferedToWhomeverTakesItsNextStep() {
        world.forest();
        BillView bill = world.paid(FeeWorld.CASE, "1");
        String payment = world.wiring
                .counter()
                .refundableOf(bill.summary().number(), world.clerk())
                .orElseThrow()
                .payment();
        Claim claim = new Claim(payment, 100L, RefundGround.OVERCHARGE, "多收", FeeWorld.ACCOUNT);
        String id = world.refunds.apply(claim, world.clerk()).id();
        CallContext chief = world.as("chief", "chief-representative");
        assertEquals("check", step(id, chief));
        assertEquals("", step(id, world.treasury()));
        world.refunds.check(id, new Vouch("属实", null), chief);
        assertEquals("", step(id, chief));
        assertEquals("approval", step(id, world.treasury()));
        world.refunds.approve(id, new Vouch("同意", null), world.treasury());
        assertEquals("payment", step(id, world.cashier()));
        RefundView paid = world.refunds.pay(id, new Reason("凭证"), world.cashier());
        assertEquals("", step(id, world.cashier()));
        assertEquals(4, paid.notes().size());
        assertEquals(FeeError.REFUND_UNKNOWN.code(), codeOf(() -> world.refunds.find("x", world.clerk())));
    }

    private String step(String id, CallContext context) {
        String page = TEMPLATES
                .refund(PlayedUi.made(), world.refunds.find(id, context), context)
                .render();
        int at = page.indexOf("method=\"post\" action=\"");
        return at < 0 ? "" : page.substring(at).split("\"")[3].replaceAll(".*/", "");
    }

    @Test
    public void aReversalIsOfferedToAnotherPersonThanWhoHasAsked() {
        world.forest();
        BillView bill = world.paid(FeeWorld.CASE, "1");
        String id = world.wiring
                .counter()
                .refundableOf(bill.summary().number(), world.clerk())
                .orElseThrow()
                .payment();
        assertTrue(payment(id, world.cashier()).contains("/reversal\""));
        world.reversals.ask(id, new AskReversal(ReversalGround.TWICE, "重复登记"), world.cashier());
        assertFalse(payment(id, world.cashier()).contains("/reversal"));
        assertTrue(payment(id, world.manager()).contains("/reversal/approval\""));
        world.reversals.approve(id, new Reason("属实"), world.manager());
        assertTrue(payment(id, world.manager()).contains("payment.reversed"));
    }

    private String payment(String id, CallContext context) {
        return TEMPLATES
                .payment(PlayedUi.made(), world.payments.find(id, context), context)
                .render();
    }

    @Test
    public void listsAreShown() {
        world.forest();
        assertTrue(TEMPLATES
                .feeitems(
                        PlayedUi.made(),
                        world.items.versions(LAND, world.editor()),
                        null,
                        world.items.toReview(400, world.editor()),
                        true)
                .render()
                .contains("森林植被恢复费"));
        assertTrue(TEMPLATES
                .feedraft(
                        PlayedUi.made(),
                        world.items.versions(LAND, world.editor()).get(0),
                        "10",
                        TODAY)
                .render()
                .contains(" field:standard.lines"));
    }
}
