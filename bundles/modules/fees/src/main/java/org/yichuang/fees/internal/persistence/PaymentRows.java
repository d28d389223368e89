package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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
    private static final int MOST_OF_BILL = 200;
    private static final String COLUMNS =
            "select p.id, p.bank, p.serial, p.code, p.fen, p.outcome, p.appliedOn, p.bill,"
                    + " p.bookedOn, p.passedOn, p.bankReturned from Payment p";

    public PaymentRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Payment.class, PaymentContent.class, "fee-payment", "FEES_PAYMENT");
    }

    /** The last that a bank has named so under a code: one serial may pay several codes, and what was reversed. */
    public Optional<Payment> ofSerial(String bank, String serial, String code, UnitOfWork unit) {
        return list(
                        "select p from Payment p where p.bank = :bank and p.serial = :serial and p.code = :code"
                                + " order by p.occurrence desc",
                        Map.of("bank", bank, "serial", serial, "code", code),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** What has paid a demand. */
    public Optional<Payment> ofBill(String bill, UnitOfWork unit) {
        return list(
                        "select p from Payment p where p.bill = :bill and p.reversedOn is null"
                                + " and (p.outcome = :matched or p.appliedOn is not null)",
                        Map.of("bill", bill, "matched", PaymentOutcome.MATCHED.name()),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** What has come for a demand, in its order; without what was reversed. */
    public List<Payment> allOfBill(String bill, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.bill = :bill and p.reversedOn is null order by p.id",
                Map.of("bill", bill),
                MOST_OF_BILL,
                unit);
    }

    /** What has come under a code that stood in no demand, and has come to nothing else since, in its order. */
    public List<Payment> unknown(String code, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.code = :code and p.outcome = :unknown and p.reversedOn is null"
                        + " and p.appliedOn is null and not exists"
                        + " (select r.id from Refund r where r.payment = p.id and r.state <> :refused) order by p.id",
                Map.of("code", code, "unknown", PaymentOutcome.UNKNOWN.name(), "refused", RefundState.REFUSED.name()),
                MOST_OF_BILL,
                unit);
    }

    /** What else came from an account within some days, the newest first; without what was reversed. */
    public List<Payment> ofAccount(String accountKey, LocalDate first, LocalDate last, UnitOfWork unit) {
        return list(
                "select p from Payment p where p.accountKey = :account and p.bookedOn between :first and :last"
                        + " and p.reversedOn is null order by p.id desc",
                Map.of("account", accountKey, "first", first, "last", last),
                MOST_OF_BILL,
                unit);
    }

    /** Whether somebody has written down what came within some days. */
    public boolean hasRecorded(String account, LocalDate first, LocalDate last, UnitOfWork unit) {
        return !ids(
                        "select p.id from Payment p where p.recordedBy = :account"
                                + " and p.bookedOn between :first and :last",
                        Map.of("account", account, "first", first, "last", last),
                        1,
                        unit)
                .isEmpty();
    }

    /** What has come under a code, by our books; without what was reversed. */
    public List<Ours> ofCode(String code, UnitOfWork unit) {
        return values(
                        COLUMNS + " where p.code = :code and p.reversedOn is null order by p.id",
                        Map.of("code", code),
                        Object[].class,
                        PAGE,
                        unit)
                .stream()
                .map(PaymentRows::ours)
                .toList();
    }

    /** What was posted of each outcome on a day, as it came, whatever has become of it since. */
    public Map<PaymentOutcome, Long> posted(LocalDate day, UnitOfWork unit) {
        Map<PaymentOutcome, Long> sums = new EnumMap<>(PaymentOutcome.class);
        values(
                        "select p.outcome, sum(p.fen) from Payment p where p.bookedOn = :day group by p.outcome",
                        Map.of("day", day),
                        Object[].class,
                        PaymentOutcome.values().length,
                        unit)
                .forEach(row -> sums.put(PaymentOutcome.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return sums;
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
                "select p from Payment p where p.outcome in :outcomes and p.id < :after"
                        + " and p.reversedOn is null and p.appliedOn is null and not exists"
                        + " (select r.id from Refund r where r.payment = p.id and r.state <> :refused)"
                        + " order by p.id desc",
                Map.of("outcomes", outcomes, "refused", RefundState.REFUSED.name(), "after", after.orElse("~")),
                most,
                unit);
    }

    /** What came within some days, by our books, without what was reversed; of people nothing. */
    public List<Ours> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        List<Ours> found = new ArrayList<>();
        String after = "";
        List<Object[]> page;
        do {
            page = values(
                    COLUMNS + " where p.bookedOn between :first and :last and p.id > :after"
                            + " and p.reversedOn is null order by p.id",
                    Map.of("first", first, "last", last, "after", after),
                    Object[].class,
                    PAGE,
                    unit);
            for (Object[] row : page) {
                after = (String) row[0];
                found.add(ours(row));
            }
        } while (page.size() == PAGE);
        return found;
    }

    private static Ours ours(Object... row) {
        PaymentOutcome outcome = Payment.outcome((String) row[5], (LocalDate) row[6]);
        Ours.Name name = new Ours.Name((String) row[0], (String) row[1], (String) row[2]);
        return new Ours(name, (String) row[3], (Long) row[4], outcome, (String) row[7], (LocalDate) row[8])
                .passed(row[9] != null)
                .returned((Long) row[10]);
    }
}
