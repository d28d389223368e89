package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.fees.api.AmountUnit;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.KeyAlgorithm;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.CallBack;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Key;
import org.yichuang.fees.internal.FeeCommands.Mapping;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Banks say what has come by themselves, signed, and send files of their own forms. */
public class BankTest extends FeeContract {
    private static final String BANK = "农商银行";
    private static final long FEN = 20_000_000L;
    private static final Mapping MAPPING = new Mapping("交易流水号", "缴款码", "金额", AmountUnit.YUAN);

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair weak() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key key(String name, KeyPair pair, LocalDate from, LocalDate until) {
        KeyAlgorithm algorithm =
                KeyAlgorithm.valueOf(pair.getPublic().getAlgorithm().equals("RSA") ? "RSA" : "ED25519");
        String encoded = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return new Key(name, algorithm, encoded, from, until);
    }

    private BankView register(Key... keys) {
        Register known = new Register(BANK, StatementSource.BANK, List.of("中心网点"), List.of(keys), MAPPING);
        return world.known(known);
    }

    private static CallBack signed(Pay pay, String key, KeyPair pair, TenantId tenant) {
        try {
            Signature signer =
                    Signature.getInstance(pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(PaymentSignature.text(tenant, pay));
            return new CallBack(pay, key, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CallContext bank() {
        return world.clerk().by(Actor.ANONYMOUS);
    }

    private PaymentView callBack(CallBack told) {
        return world.banks.callBack(told, bank());
    }

    private BillView billed(String number) {
        world.stands(number, Map.of("area", of("20000")));
        return world.demand(number);
    }

    private StatementView file(String name, String content, String charset) {
        byte[] bytes = content.getBytes(Charset.forName(charset));
        return world.banks.file(BANK, TODAY, name, new ByteArrayInputStream(bytes), world.treasury());
    }

    @Test
    public void whatABankSignsIsPaidOnceAndNothingElseIsTaken() {
        world.forest();
        BillView bill = billed(CASE);
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        Pay pay = world.pay("S1", bill.code(), FEN);
        CallBack good = signed(pay, "k1", pair, HAIYANG);

        CallBack forged = signed(pay, "k1", pair("Ed25519"), HAIYANG);
        assertEquals("payment-signature", codeOf(() -> callBack(forged)));
        CallBack elsewhere = signed(pay, "k1", pair, LAISHAN);
        assertEquals("payment-signature", codeOf(() -> callBack(elsewhere)));
        CallBack more = new CallBack(world.pay("S1", bill.code(), FEN + 1), "k1", good.signature());
        assertEquals("payment-signature", codeOf(() -> callBack(more)));
        CallBack nameless = new CallBack(pay, "k2", good.signature());
        assertEquals("payment-signature", codeOf(() -> callBack(nameless)));
        CallBack slip = new CallBack(pay, "k1", "no base64!");
        assertEquals("payment-signature", codeOf(() -> callBack(slip)));
        assertEquals(0L, world.balance(LedgerAccount.BANK));

        PaymentView paid = callBack(good);
        assertEquals(paid.id(), callBack(good).id());
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        assertEquals(
                BillState.PAID,
                world.bills
                        .find(bill.summary().number(), world.clerk())
                        .summary()
                        .state());
        sound();
    }

    @Test
    public void aKeyOfTheBankHoldsWhenAnotherPersonHasConfirmedIt() {
        world.forest();
        KeyPair own = pair("Ed25519");
        Register known = new Register(
                BANK, StatementSource.BANK, List.of("中心网点"), List.of(key("own", own, TODAY, null)), MAPPING);
        assertEquals("not-allowed", codeOf(() -> world.banks.register(known, world.treasury())));
        BankView drafted = world.banks.register(known, world.editor());
        assertEquals(List.of(), drafted.keys());
        assertEquals("editor", drafted.waiting().by());
        CallBack told = signed(world.pay("S1", billed(CASE).code(), FEN), "own", own, HAIYANG);
        assertEquals("payment-signature", codeOf(() -> callBack(told)));
        assertEquals("bank-unknown", codeOf(() -> file("a.csv", "", "UTF-8")));
        Pay elsewhere = world.pay("S2", "0", 1L);
        assertEquals(
                "there is no bank yet",
                "payment-unknown",
                codeOf(() -> world.payments.record(elsewhere, world.cashier())));
        assertEquals("bank-self", codeOf(() -> world.banks.confirm(BANK, world.editor())));
        assertEquals("not-allowed", codeOf(() -> world.banks.confirm(BANK, world.treasury())));
        assertEquals(1, world.banks.confirm(BANK, world.manager()).keys().size());
        assertEquals("bank-not-waiting", codeOf(() -> world.banks.confirm(BANK, world.manager())));
        callBack(told);

        KeyPair other = pair("Ed25519");
        Key next = key("own", other, TODAY, null);
        world.banks.register(new Register(BANK, StatementSource.BANK, null, List.of(next), null), world.editor());
        CallBack forged = signed(world.pay("S3", "0", 1L), "own", other, HAIYANG);
        assertEquals("payment-signature", codeOf(() -> callBack(forged)));
        CallBack good = signed(world.pay("S3", "0", 1L), "own", own, HAIYANG);
        assertEquals("what is known stays", "payment-unknown", codeOf(() -> callBack(good)));
        sound();
    }

    @Test
    public void theWordOfTheBankOnTheAccountWinsOverWhatWasTyped() {
        world.forest();
        BillView bill = billed(CASE);
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        Pay typed = world.pay("S1", bill.code(), FEN);
        PaymentView first = world.payments.record(typed, world.cashier());
        Pay said = new Pay(
                BANK,
                "S1",
                typed.code(),
                FEN,
                typed.at(),
                typed.branch(),
                typed.channel(),
                "6222000000000000001",
                "真付款人");
        assertEquals(first.id(), callBack(signed(said, "k1", pair, HAIYANG)).id());
        callBack(signed(said, "k1", pair, HAIYANG));
        PaymentView after = world.payments.record(typed, world.cashier());
        assertTrue(after.account(), after.account().endsWith("0001"));
        Claim wrong = new Claim(first.id(), 5L, RefundGround.OVERCHARGE, "多收", FeeWorld.ACCOUNT);
        assertEquals("refund-account", codeOf(() -> world.refunds.apply(wrong, world.clerk())));
        Claim right = new Claim(first.id(), 5L, RefundGround.OVERCHARGE, "多收", "6222000000000000001");
        world.refunds.apply(right, world.clerk());
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        sound();
    }

    @Test
    public void whileKeysAreChangedBothHoldAndTheOldOneNoMoreAfterItsLastDay() {
        world.forest();
        KeyPair old = pair("RSA");
        KeyPair next = pair("Ed25519");
        register(key("old", old, TODAY.minusYears(1), TODAY), key("next", next, TODAY, null));
        callBack(signed(world.pay("S1", billed("A").code(), FEN), "old", old, HAIYANG));
        callBack(signed(world.pay("S2", billed("B").code(), FEN), "next", next, HAIYANG));
        register(key("old", old, TODAY.minusYears(1), TODAY.minusDays(1)), key("next", next, TODAY.plusDays(1), null));
        Pay third = world.pay("S3", billed("C").code(), FEN);
        assertEquals("payment-signature", codeOf(() -> callBack(signed(third, "old", old, HAIYANG))));
        assertEquals("payment-signature", codeOf(() -> callBack(signed(third, "next", next, HAIYANG))));
        assertEquals(2 * FEN, world.balance(LedgerAccount.BANK));
        sound();
    }

    @Test
    public void whatTheBankHasSignedIsNotReversed() {
        world.forest();
        BillView bill = billed(CASE);
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        Pay typed = world.pay("S1", bill.code(), FEN);
        PaymentView first = world.payments.record(typed, world.cashier());
        assertFalse(first.signed());
        AskReversal asked = new AskReversal(ReversalGround.TWICE, "重复");
        world.reversals.ask(first.id(), asked, world.cashier());
        assertTrue(callBack(signed(typed, "k1", pair, HAIYANG)).signed());
        assertEquals(
                "reversal-final",
                codeOf(() -> world.reversals.approve(first.id(), new FeeCommands.Reason("w"), world.treasury())));
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        sound();
    }

    /** The cashier has typed another account than the one that has paid; the bank says which one it was. */
    @Test
    public void whoeverPaidElsewhereIsASignByTheAccountThatTheBankSays() {
        world.forest();
        world.paid("A", "S1");
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        Pay none = world.pay("E1", "11111111111111111111", 700L);
        Pay typed = by("1", none);
        assertEquals("payment-unknown", codeOf(() -> world.payments.record(typed, world.cashier())));
        assertEquals(List.of(), elsewhere());
        assertEquals("payment-unknown", codeOf(() -> callBack(signed(none, "k1", pair, HAIYANG))));
        assertEquals(1, elsewhere().size());
        sound();
    }

    private static Pay by(String account, Pay pay) {
        return new Pay(
                pay.bank(),
                pay.serial(),
                pay.code(),
                pay.fen(),
                pay.at(),
                pay.branch(),
                pay.channel(),
                "6228 0000 0000 0000 00" + account,
                pay.payer());
    }

    private List<BypassView> elsewhere() {
        return world.bypasses.list(true, PageRequest.of(null, null), world.treasury()).items().stream()
                .filter(sign -> sign.kind() == BypassKind.ELSEWHERE)
                .toList();
    }

    @Test
    public void aSignByAnAccountThatWasMistypedIsCorrectedAndStaysOpen() {
        world.forest();
        world.paid("A", "S1");
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        Pay none = world.pay("E1", "11111111111111111111", 700L);
        codeOf(() -> world.payments.record(none, world.cashier()));
        assertEquals("A", elsewhere().get(0).caseNumber());
        codeOf(() -> callBack(signed(by("1", none), "k1", pair, HAIYANG)));
        assertEquals("", elsewhere().get(0).caseNumber());
        assertTrue(elsewhere().get(0).words(), elsewhere().get(0).words().contains("银行已更正账户"));
        Pay ours = by("1", world.pay("S2", billed("B").code(), FEN));
        world.payments.record(ours, world.cashier());
        assertEquals("whoever that was has paid here", "B", elsewhere().get(0).caseNumber());
        assertEquals(BANK + " E1", elsewhere().get(0).words());
        callBack(signed(by("2", ours), "k1", pair, HAIYANG));
        assertEquals("nor had they", "", elsewhere().get(0).caseNumber());
        assertEquals(1, elsewhere().size());
        sound();
    }

    @Test
    public void whatPaysNothingIsToldToTheBankAndKept() {
        KeyPair pair = pair("Ed25519");
        register(key("k1", pair, TODAY, null));
        CallBack lost = signed(world.pay("S1", "00000000000000000000", 5L), "k1", pair, HAIYANG);
        assertEquals("payment-unknown", codeOf(() -> callBack(lost)));
        assertEquals("again", "payment-unknown", codeOf(() -> callBack(lost)));
        assertEquals(5L, -world.balance(LedgerAccount.SUSPENSE));
        sound();
    }

    @Test
    public void whereBanksAreRegisteredNobodyNamesAnother() {
        world.forest();
        BillView bill = billed(CASE);
        Register known = new Register("工商银行", StatementSource.BANK, null, null, null);
        assertEquals(2, world.known(known).version());
        Pay pay = world.pay("S1", bill.code(), FEN);
        assertEquals("bank-unknown", codeOf(() -> world.payments.record(pay, world.cashier())));
        Bring brought = new Bring(StatementSource.BANK, BANK, TODAY, List.of());
        assertEquals("bank-unknown", codeOf(() -> world.statements.bring(brought, world.treasury())));
        Bring treasury = new Bring(StatementSource.TREASURY, null, TODAY, List.of());
        world.statements.bring(treasury, world.treasury());
        register();
        world.payments.record(pay, world.cashier());
        assertEquals(
                List.of("农商银行", "工商银行").stream().sorted().toList(),
                world.banks.list(PageRequest.of(null, null), world.cashier()).items().stream()
                        .map(BankView::name)
                        .sorted()
                        .toList());
    }

    @Test
    public void filesAreReadAsTheirMappingSaysOnceAndAsAWholeOnly() {
        register();
        String good = "交易日期,交易流水号,缴款码,金额,附言\n2026-03-02,S1,37068700000000000001,\"200,000.00\",甲\n"
                + "2026-03-02,S2,37068700000000000002,0.05,乙\n";
        StatementView taken = file("a.csv", good, "GB18030");
        assertEquals(2, taken.lines());
        assertEquals(FEN + 5, taken.fen());
        assertEquals(taken.id(), file("b.csv", good, "UTF-8").id());
        assertEquals(StatementState.COUNTED, taken.state());
        assertEquals("treasury", taken.by());
        assertEquals(64, taken.file().length());
        StatementView none = file("none.csv", "交易流水号,缴款码,金额\n", "UTF-8");
        assertEquals("that it was nothing is easily said", StatementState.WAITING, none.state());

        String bad = "交易流水号,缴款码,金额\nS1,37068700000000000001,-1\nS2,,1.001\n";
        String huge = "交易流水号,缴款码,金额\nS1,37068700000000000001,\"1,000,000,000,000,000,000,000\"\n";
        assertEquals("file", field(() -> file("a.csv", huge, "UTF-8")));
        String large = "交易流水号,缴款码,金额\nS1,37068700000000000001,99999999999999.99\n";
        assertEquals("file", field(() -> file("a.csv", large, "UTF-8")));
        ProblemException refused = assertThrows(ProblemException.class, () -> file("a.csv", bad, "UTF-8"));
        assertEquals("fields-invalid", refused.code().code());
        assertEquals(3, refused.fields().size());
        assertEquals("file-columns", codeOf(() -> file("a.csv", "流水,码,元\n1,2,3\n", "UTF-8")));
        ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
        assertEquals("bank-unknown", codeOf(() -> world.banks.file("x", TODAY, "a.csv", nothing, world.treasury())));
        world.known(new Register(BANK, StatementSource.BANK, null, null, null));
        assertEquals("bank-no-mapping", codeOf(() -> file("a.csv", good, "UTF-8")));
    }

    @Test
    public void nobodyWhoReconcilesRegistersAndKeysAreKeys() {
        KeyPair pair = pair("Ed25519");
        Key key = key("k1", pair, TODAY, null);
        assertEquals("keys.name", field(() -> register(key, key)));
        Key slip = new Key("k2", KeyAlgorithm.ED25519, "AAAA", TODAY, null);
        assertEquals("keys.publicKey", field(() -> register(slip)));
        assertEquals("keys.publicKey", field(() -> register(key("weak", weak(), TODAY, null))));
        register(key);
        Register other = new Register(BANK, StatementSource.TREASURY, null, null, null);
        assertEquals("source", field(() -> world.banks.register(other, world.editor())));
        assertEquals("not-allowed", codeOf(() -> world.banks.register(other, world.treasury())));
        CallContext stale = new CallContext(
                HAIYANG,
                world.editor().actor(),
                world.province.now(),
                "r",
                world.treasury().idempotencyKey(),
                java.util.Optional.of(7L));
        assertEquals("precondition-failed", codeOf(() -> world.banks.register(other, stale)));
        sound();
    }
}
