package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeViews.NoteView;
import org.yichuang.fees.internal.domain.Bank;
import org.yichuang.fees.internal.domain.BankContent;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.ClosedDay;
import org.yichuang.fees.internal.domain.Difference;
import org.yichuang.fees.internal.domain.FeeIncome;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Reconciled;
import org.yichuang.fees.internal.domain.Refund;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.kernel.api.identifier.Masking;

/** What is shown of refunds and of the reconciliation; amounts are in fen. */
public interface SettlementViews {
    /**
     * A refund.
     *
     * @param bill the number of the demand, empty for money that pays none
     * @param account masked
     * @param holder whose the account is, where the payer has named it: unit and finance enter it once more; empty
     *     where it is the one that has paid
     * @param due the last day of what is to be done next, absent when nothing is
     */
    record RefundView(
            String id,
            String payment,
            String bill,
            long fen,
            RefundGround ground,
            RefundState state,
            String account,
            String holder,
            LocalDate due,
            boolean late,
            List<NoteView> notes,
            int version) {
        static RefundView of(Refund refund) {
            return new RefundView(
                    refund.id(),
                    refund.payment(),
                    refund.bill(),
                    refund.fen(),
                    refund.ground(),
                    refund.state(),
                    Masking.number(refund.held().account()),
                    refund.held().named() == null ? "" : refund.held().named().holder(),
                    refund.dueOn(),
                    refund.late(),
                    NoteView.of(refund.held().notes()),
                    refund.steps());
        }
    }

    /**
     * What may go back of money that has come.
     *
     * @param bill the number of the demand that it pays, empty for none
     * @param left how much has not gone back yet
     * @param account masked: to which it goes; empty for cash
     */
    record RefundableView(
            String payment,
            String bill,
            String code,
            String bank,
            String serial,
            PaymentOutcome outcome,
            long left,
            String account) {
        static RefundableView of(Payment payment, long left) {
            boolean isMatched = payment.outcome() == PaymentOutcome.MATCHED;
            return new RefundableView(
                    payment.id(),
                    isMatched ? payment.bill() : "",
                    payment.code(),
                    payment.bank(),
                    payment.serial(),
                    payment.outcome(),
                    left,
                    payment.isCash() ? "" : Masking.number(payment.held().account()));
        }
    }

    /**
     * A statement that was taken in.
     *
     * @param by who has taken it in
     * @param decidedBy who has confirmed or refused it, empty before, and for files
     * @param file SHA-256 of the file in which it has come, empty where somebody has typed it
     * @param reason why it was refused, empty otherwise
     */
    record StatementView(
            String id,
            StatementSource source,
            String bank,
            LocalDate day,
            int lines,
            long fen,
            StatementState state,
            String by,
            String decidedBy,
            String file,
            String reason) {
        static StatementView of(Statement statement) {
            return new StatementView(
                    statement.id(),
                    statement.source(),
                    statement.bank(),
                    statement.day(),
                    statement.count(),
                    statement.fen(),
                    statement.state(),
                    statement.broughtBy(),
                    statement.decidedBy(),
                    statement.fileDigest(),
                    statement.reason());
        }
    }

    /**
     * A bank, or the treasury.
     *
     * @param mapping absent where it sends no files
     */
    record BankView(
            String name,
            StatementSource source,
            List<String> branches,
            List<BankContent.Key> keys,
            BankContent.Mapping mapping,
            BankContent.Waiting waiting,
            int version) {
        static BankView of(Bank bank) {
            return new BankView(
                    bank.id(),
                    bank.source(),
                    bank.held().branches(),
                    bank.held().keys(),
                    bank.held().mapping(),
                    bank.held().waiting(),
                    bank.steps());
        }
    }

    /**
     * A difference.
     *
     * @param id by which it is closed, once it is kept
     * @param amount by how much
     * @param kept whether it is kept, and open or closed; else it is found and nobody has reconciled yet
     * @param closedOn absent while it is open
     */
    record DifferenceView(
            String id, DifferenceKind kind, String code, long amount, boolean kept, LocalDate closedOn, String reason) {
        static DifferenceView of(String id, Reconciled.Found found) {
            return new DifferenceView(id, found.kind(), found.code(), found.fen(), false, null, "");
        }

        static DifferenceView of(Difference kept) {
            return new DifferenceView(
                    kept.id(), kept.kind(), kept.code(), kept.fen(), true, kept.closedOn(), kept.reason());
        }
    }

    /**
     * A sign that a fee has gone round the counter.
     *
     * @param fen 0 where it is not known
     * @param closedOn absent while nobody has found out
     */
    record BypassView(
            String id,
            BypassKind kind,
            LocalDate foundOn,
            String caseNumber,
            String code,
            String place,
            long fen,
            String words,
            LocalDate closedOn,
            String finding) {
        static BypassView of(Bypass sign) {
            return new BypassView(
                    sign.id(),
                    sign.kind(),
                    sign.foundOn(),
                    sign.caseNumber(),
                    sign.code(),
                    sign.place(),
                    sign.fen(),
                    sign.words(),
                    sign.closedOn(),
                    sign.finding());
        }
    }

    /**
     * What the level has got of fees in a month.
     *
     * @param fen what counts, absent for nothing
     * @param waiting what another person is to confirm, absent for nothing
     * @param statedBy who has written that down
     */
    record IncomeView(
            String month,
            Long fen,
            String source,
            String confirmedBy,
            Long waiting,
            String waitingSource,
            String statedBy,
            int version) {
        static IncomeView of(FeeIncome income) {
            return new IncomeView(
                    income.id(),
                    income.fen(),
                    income.source(),
                    income.confirmedBy(),
                    income.statedFen(),
                    income.statedSource(),
                    income.statedBy(),
                    income.steps());
        }
    }

    /**
     * The three books of a day.
     *
     * @param matched how many demands all three agree on
     */
    record ReconciliationView(LocalDate day, int matched, List<DifferenceView> differences, boolean closed) {}

    /** A day that is closed. */
    record DayView(LocalDate day, long billed, long relieved, long paid, long refunded, long settled) {
        static DayView of(ClosedDay day) {
            return new DayView(day.day(), day.billed(), day.relieved(), day.paid(), day.refunded(), day.settled());
        }
    }
}
