package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** The figures of fees keep the contract, and are what the ledger adds up to. */
public class FeeIndicatorTest extends IndicatorContract {
    private static final int DAYS = 3;
    private static final long FEN = 20_000_000L;
    private static final Reason WORDS = new Reason("w");
    private static final Vouch VOUCHED = new Vouch("属实", null);

    private final ModuleTransactions transactions = ModuleTransactions.open("fees");
    private final FeeWorld world = new FeeWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Before
    public void charge() {
        world.forest();
        for (int day = 0; day < DAYS; day++) {
            if (day > 0) {
                world.province.pass(Duration.ofDays(1));
            }
            settle(world.paid("SETTLED-" + day, "S" + day));
            world.bills.cancel(demand("VOID-" + day), WORDS, world.cashier());
            relieve(demand("LESS-" + day));
            world.paid("BACK-" + day, "B" + day);
            refund();
        }
    }

    @After
    public void close() {
        transactions.close();
    }

    private String demand(String number) {
        world.stands(number, Map.of("area", of("20000")));
        return world.demand(number).summary().number();
    }

    private void settle(BillView bill) {
        LocalDate today = world.treasury().today();
        StatedLine line = new StatedLine("", bill.code(), FEN);
        for (StatementSource source : StatementSource.values()) {
            world.stated(new Bring(source, "农商银行", today, List.of(line)));
        }
        world.reconciliation.reconcile(new Day(today), world.treasury());
    }

    private void relieve(String number) {
        AskRelief less = new AskRelief(ReliefKind.REDUCTION, "5号", TODAY, "w", 100L, null);
        world.bills.askRelief(number, less, world.clerk());
        world.bills.relieve(number, world.manager());
    }

    private void refund() {
        String payment = world.payments
                .list(PageRequest.of(null, null), world.treasury())
                .items()
                .get(0)
                .id();
        Claim claim = new Claim(payment, 7L, RefundGround.OVERCHARGE, "w", FeeWorld.ACCOUNT);
        String id = world.refunds.apply(claim, world.clerk()).id();
        world.refunds.check(id, VOUCHED, world.as("chief", "chief-representative"));
        world.refunds.approve(id, VOUCHED, world.treasury());
        world.refunds.pay(id, WORDS, world.cashier());
    }

    @Override
    protected IndicatorProvider provider() {
        return world.wiring.indicators();
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(call(HAIYANG), question::apply);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return transactions.read(call(LAISHAN), question::apply);
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, world.province.now(), "test");
    }

    @Override
    protected Period period() {
        return Period.last(DAYS, TODAY.plusDays(DAYS - 1L));
    }

    @Test
    public void theFiguresAreWhatTheLedgerAddsUpTo() {
        assertEquals(Fraction.of(DAYS * 4 * FEN), count("fees.billed"));
        assertEquals(Fraction.of(DAYS * FEN), count("fees.voided"));
        assertEquals(Fraction.of(DAYS * 100L), count("fees.relieved"));
        assertEquals(Fraction.of(DAYS * 2 * FEN), count("fees.paid"));
        assertEquals(Fraction.of(DAYS * 7L), count("fees.refunded"));
        assertEquals(Fraction.of(DAYS * FEN), count("fees.settled"));
    }

    private Fraction count(String id) {
        return provider().indicators().stream()
                .filter(indicator -> indicator.definition().id().equals(id))
                .map(indicator -> read(unit -> indicator.count(Scope.all(period()), unit)))
                .findFirst()
                .orElseThrow();
    }
}
