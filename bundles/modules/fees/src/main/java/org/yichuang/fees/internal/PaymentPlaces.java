package org.yichuang.fees.internal;

import java.time.LocalDate;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.journal.api.UnitOfWork;

/** Where is paid: at banks that the centre knows, and at their branches in the hall (在中心银行窗口缴纳). */
record PaymentPlaces(BankRows banks, BypassRows bypasses, PaymentRows payments, BillRows bills) {
    /** Refuses a bank that nobody has registered, where some are. */
    void require(String bank, UnitOfWork unit) {
        if (!banks.isPossible(bank, StatementSource.BANK, unit)) {
            throw Banks.unknown(bank);
        }
    }

    /** Writes down what seems to have gone round the counter, by where and by whom something was paid. */
    void look(Payment payment, Bill bill, Now now, UnitOfWork unit) {
        lookAtBranch(payment, bill, unit);
        lookAround(payment, now, unit);
    }

    /**
     * Whoever has paid a demand and, some days before or after, something that is none of the centre's: whichever came
     * first. It is looked for again where the bank says that it was another account.
     */
    void lookAround(Payment payment, Now now, UnitOfWork unit) {
        if (payment.isCash()) {
            return;
        }
        int days = FeePolicy.bypassDays(now.centre());
        LocalDate booked = payment.bookedOn();
        payments.ofAccount(payment.accountKey(), booked.minusDays(days), booked.plusDays(days), unit).stream()
                .filter(other -> isNone(other) != isNone(payment))
                .forEach(
                        other -> elsewhere(isNone(payment) ? payment : other, isNone(payment) ? other : payment, unit));
    }

    private static boolean isNone(Payment payment) {
        return payment.bill().isEmpty();
    }

    private void elsewhere(Payment none, Payment ours, UnitOfWork unit) {
        String caseNumber = bills.find(ours.bill(), unit).map(Bill::caseNumber).orElse("");
        bypasses.found(
                new Bypass.Sign(
                        BypassKind.ELSEWHERE,
                        none.id(),
                        caseNumber,
                        none.code(),
                        none.branch(),
                        none.fen(),
                        none.bank() + " " + none.serial()),
                unit);
    }

    /** Writes down what was paid at a branch elsewhere, where it is known which are the centre's. */
    private void lookAtBranch(Payment payment, Bill bill, UnitOfWork unit) {
        boolean isElsewhere = payment.channel() != PaymentChannel.ONLINE
                && banks.known(payment.bank(), unit)
                        .filter(bank -> !bank.held().branches().isEmpty()
                                && !bank.held().branches().contains(payment.branch()))
                        .isPresent();
        if (isElsewhere) {
            String caseNumber = bill == null ? "" : bill.caseNumber();
            bypasses.found(
                    new Bypass.Sign(
                            BypassKind.OTHER_BRANCH,
                            payment.id(),
                            caseNumber,
                            payment.code(),
                            payment.branch(),
                            payment.fen(),
                            payment.bank() + " " + payment.serial()),
                    unit);
        }
    }
}
