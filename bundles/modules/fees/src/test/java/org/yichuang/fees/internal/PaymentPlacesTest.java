package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManagerFactory;
import org.junit.Test;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.Seal;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.PageRequest;

/** What is a sign already is looked at again as long as something may become of it, and no longer. */
public class PaymentPlacesTest extends FeeContract {
    private static final PageRequest ALL = PageRequest.of(200, null);

    private final AtomicInteger looks = new AtomicInteger();

    /** What has come from the account that has paid in the case A, and pays nothing here. */
    private String none() {
        world.forest();
        world.paid("A", "S1");
        assertEquals(
                "payment-unknown",
                codeOf(() -> world.payments.record(world.pay("E1", "11111111111111111111", 700L), world.cashier())));
        return world.payments.list(ALL, world.treasury()).items().stream()
                .filter(each -> each.serial().equals("E1"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private BypassView sign() {
        return world.bypasses.list(false, ALL, world.treasury()).items().get(0);
    }

    private void look(String id, boolean isCorrected) {
        EntityManagerFactory entities = node.entities("fees");
        Seal seal = new Seal(FeeWorld.cipher());
        PaymentRows payments = new PaymentRows(entities, seal);
        BillRows bills = new BillRows(entities, seal) {
            @Override
            public Optional<Bill> find(String number, UnitOfWork unit) {
                looks.incrementAndGet();
                return super.find(number, unit);
            }
        };
        BypassRows signs = new BypassRows(entities) {
            @Override
            public Optional<Bypass> held(String sign, UnitOfWork unit) {
                looks.incrementAndGet();
                return super.held(sign, unit);
            }
        };
        PaymentPlaces places = new PaymentPlaces(new BankRows(entities), signs, payments, bills);
        Now now = new Now(world.treasury(), world.province.get(HAIYANG), world.province.calendar(HAIYANG));
        node.transactions().write(world.treasury(), Written.class, unit -> {
            Payment payment = payments.find(id, unit).orElseThrow();
            if (isCorrected) {
                places.lookAgain(payment, payment.accountKey(), now, unit);
            } else {
                places.look(payment, null, now, unit);
            }
            return new Written(id);
        });
    }

    @Test
    public void aSignThatStaysAsItIsIsNeitherHeldNorReckonedAgain() {
        String none = none();
        assertEquals("A", sign().caseNumber());
        look(none, false);
        assertEquals(0, looks.get());
        look(none, true);
        assertEquals("the account was another one", 2, looks.get());
        assertEquals("A", sign().caseNumber());
        sound();
    }

    @Test
    public void aSignThatWasClosedStaysClosed() {
        String none = none();
        world.bypasses.close(sign().id(), new Reason("账户录错"), world.treasury());
        BypassView closed = sign();
        look(none, true);
        assertEquals(0, looks.get());
        assertEquals(closed, sign());
        sound();
    }
}
