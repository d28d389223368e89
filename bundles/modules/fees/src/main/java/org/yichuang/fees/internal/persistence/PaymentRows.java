package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.PaymentContent;
import org.yichuang.fees.internal.domain.Reconciled.Ours;
import org.yichuang.journal.api.UnitOfWork;

/** Payments in the database. */
public class PaymentRows extends KeptRows<Payment, PaymentContent> {
    private static final int PAGE = 1000;

    public PaymentRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Payment.class, PaymentContent.class, "fee-payment", "FEES_PAYMENT");
    }

    /** What a bank has named so under a code: one serial may pay several codes. */
    public Optional<Payment> ofSerial(String bank, String serial, String code, UnitOfWork unit) {
        return list(
                        "select p from Payment p where p.bank = :bank and p.serial = :serial and p.code = :code",
                        Map.of("bank", bank, "serial", serial, "code", code),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** What has paid a demand. */
    public Optional<Payment> ofBill(String bill, UnitOfWork unit) {
        return list(
                        "select p from Payment p where p.bill = :bill and p.outcome = :matched",
                        Map.of("bill", bill, "matched", PaymentOutcome.MATCHED.name()),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** All that came, the newest first, from behind one. */
    public List<Payment> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.id < :after order by p.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }

    /** What came on a day by our books, the newest first, from behind one. */
    public List<Payment> ofDay(LocalDate day, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.bookedOn = :day and p.id < :after order by p.id desc",
                Map.of("day", day, "after", after.orElse("~")),
                most,
                unit);
    }

    /** What has come to nothing and nobody has applied for, the newest first, from behind one. */
    public List<Payment> kept(List<String> outcomes, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.outcome in :outcomes and p.id < :after and not exists"
                        + " (select r.id from Refund r where r.payment = p.id and r.state <> :refused)"
                        + " order by p.id desc",
                Map.of("outcomes", outcomes, "refused", RefundState.REFUSED.name(), "after", after.orElse("~")),
                most,
                unit);
    }

    /** What came within some days, by our books; of people nothing. */
    public List<Ours> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        List<Ours> found = new ArrayList<>();
        String after = "";
        List<Object[]> page;
        do {
            page = values(
                    "select p.id, p.code, p.fen, p.outcome, p.bill, p.bookedOn from Payment p"
                            + " where p.bookedOn between :first and :last and p.id > :after order by p.id",
                    Map.of("first", first, "last", last, "after", after),
                    Object[].class,
                    PAGE,
                    unit);
            for (Object[] row : page) {
                after = (String) row[0];
                PaymentOutcome outcome = PaymentOutcome.valueOf((String) row[3]);
                found.add(new Ours((String) row[1], (Long) row[2], outcome, (String) row[4], (LocalDate) row[5]));
            }
        } while (page.size() == PAGE);
        return found;
    }
}
