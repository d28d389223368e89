package org.yichuang.fees.internal;

import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.journal.api.UnitOfWork;

/** Where is paid: at banks that the centre knows, and at their branches in the hall (在中心银行窗口缴纳). */
record PaymentPlaces(BankRows banks, BypassRows bypasses) {
    /** Refuses a bank that nobody has registered, where some are. */
    void require(String bank, UnitOfWork unit) {
        if (!banks.isPossible(bank, StatementSource.BANK, unit)) {
            throw Banks.unknown(bank);
        }
    }

    /** Writes down what was paid at a branch elsewhere, where it is known which are the centre's. */
    void look(Payment payment, Bill bill, UnitOfWork unit) {
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
