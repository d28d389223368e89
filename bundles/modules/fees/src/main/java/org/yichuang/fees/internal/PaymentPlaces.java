package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.yichuang.kernel.api.LocalizedMessage;

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
     * first.
     */
    private void lookAround(Payment payment, Now now, UnitOfWork unit) {
        nones(payment, payment.accountKey(), now, unit).forEach(none -> elsewhere(none, payment, false, now, unit));
    }

    /**
     * The bank says that it was another account than somebody had typed: what was a sign by that one stays open, and
     * says so, and is looked for again by the account that it was.
     *
     * @param typed the digest of the account that had been typed, empty for none
     */
    void lookAgain(Payment payment, String typed, Now now, UnitOfWork unit) {
        nones(payment, typed, now, unit).forEach(none -> elsewhere(none, payment, true, now, unit));
        lookAround(payment, now, unit);
    }

    /** What is none of the centre's: the payment itself, or what came from the account around it. */
    private List<Payment> nones(Payment payment, String accountKey, Now now, UnitOfWork unit) {
        return isNone(payment)
                ? List.of(payment)
                : around(payment, accountKey, now, unit).stream()
                        .filter(PaymentPlaces::isNone)
                        .toList();
    }

    private List<Payment> around(Payment payment, String accountKey, Now now, UnitOfWork unit) {
        if (accountKey.isEmpty()) {
            return List.of();
        }
        int days = FeePolicy.bypassDays(now.centre());
        LocalDate booked = payment.bookedOn();
        return payments.ofAccount(accountKey, booked.minusDays(days), booked.plusDays(days), unit);
    }

    private static boolean isNone(Payment payment) {
        return payment.bill().isEmpty();
    }

    /**
     * Writes down what is none of the centre's, where its account has paid a demand around that day.
     *
     * @param seen the payment that is looked at, as the database may not have it yet
     * @param isCorrected whether an account was another one, so that the sign may be of a case that it is none of
     */
    private void elsewhere(Payment none, Payment seen, boolean isCorrected, Now now, UnitOfWork unit) {
        Optional<Bypass> known = bypasses.find(Bypass.idOf(BypassKind.ELSEWHERE, none.id()), unit);
        if (known.filter(found -> !isToCorrect(found, isCorrected)).isPresent()) {
            return;
        }
        List<String> cases = cases(none, seen, now, unit);
        Bypass.Sign sign = sign(none, cases);
        if (known.isPresent()) {
            bypasses.held(sign.id(), unit)
                    .filter(found -> isToCorrect(found, isCorrected) && !cases.contains(found.caseNumber()))
                    .filter(found -> isCorrected || !cases.isEmpty())
                    .ifPresent(found -> bypasses.corrected(found, sign, unit));
        } else if (!cases.isEmpty()) {
            bypasses.found(sign, unit);
        }
    }

    /** Whether a sign that is known may become another one: what somebody has closed stays as it was judged. */
    private static boolean isToCorrect(Bypass known, boolean isCorrected) {
        return known.isOpen() && (isCorrected || known.caseNumber().isEmpty());
    }

    /** The cases in which the account of what is none of the centre's has paid demands around its day. */
    private List<String> cases(Payment none, Payment seen, Now now, UnitOfWork unit) {
        return Stream.concat(Stream.of(seen), around(none, none.accountKey(), now, unit).stream())
                .filter(each -> !isNone(each) && each.accountKey().equals(none.accountKey()))
                .flatMap(ours -> bills.find(ours.bill(), unit).stream())
                .map(Bill::caseNumber)
                .toList();
    }

    private static Bypass.Sign sign(Payment none, List<String> cases) {
        String name = none.bank() + " " + none.serial();
        return new Bypass.Sign(
                BypassKind.ELSEWHERE,
                none.id(),
                cases.isEmpty() ? "" : cases.get(0),
                none.code(),
                none.branch(),
                none.fen(),
                cases.isEmpty()
                        ? LocalizedMessage.of(PaymentPlaces.class, "bypass.account", name)
                                .zh()
                        : name);
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
