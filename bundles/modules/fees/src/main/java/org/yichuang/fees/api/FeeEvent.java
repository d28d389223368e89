package org.yichuang.fees.api;

import java.time.LocalDate;

/**
 * A fact about fees, as the audit entry of its step carries it (module {@code fees}): the data are one of these
 * records as JSON, without what is empty, and without anything that belongs to a person. Amounts are in fen.
 */
public sealed interface FeeEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "fees";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /**
     * {@code fee-item-drafted}, {@code fee-item-published}: something has become of a version of a fee item.
     *
     * @param code for ever
     * @param version counts from 1 within the code
     * @param rank what it rests on
     * @param from the first day
     * @param to the last day, absent where it is not known
     * @param reviewBy by when it is reviewed
     */
    record FeeItemChanged(String code, int version, BasisRank rank, LocalDate from, LocalDate to, LocalDate reviewBy)
            implements FeeEvent {}

    /**
     * {@code fee-link-drafted}, {@code fee-linked}, {@code fee-unlinked}: an item is to cost a fee, may cost it, or
     * may not any more.
     *
     * @param item code of the item
     * @param fee code of the fee item
     * @param due from when on it may be demanded
     */
    record FeeLinked(String item, String fee, DuePoint due) implements FeeEvent {}

    /**
     * {@code billed}, {@code coded}, {@code relief-asked}, {@code relieved}, {@code relief-refused}, {@code paid},
     * {@code voided}, {@code settled}, {@code refunded}, {@code bill-reminded}, {@code reversed}, {@code
     * told-by-hand}: something has become of a demand.
     *
     * @param caseNumber in which case
     * @param state where it stands
     * @param gross what it comes to
     * @param relief what is not to be paid of it
     * @param paid what has been paid
     * @param refunded what of that has gone back
     * @param due by when it is to be paid
     */
    record BillChanged(
            String caseNumber, BillState state, long gross, long relief, long paid, long refunded, LocalDate due)
            implements FeeEvent {}

    /**
     * {@code payment-recorded}, {@code payment-corrected}, {@code payment-applied}, {@code payment-passed}, {@code
     * payment-returned}: money has come; the bank has said from which account; it pays a demand after all; the
     * treasury has it, though it pays none; the bank has given some back. {@code reversal-asked}, {@code
     * reversal-refused}, {@code payment-reversed}: it is said not to have come.
     *
     * @param code that was paid under
     * @param fen how much
     * @param channel how it came
     * @param outcome what it has come to
     */
    record PaymentRecorded(String code, long fen, PaymentChannel channel, PaymentOutcome outcome) implements FeeEvent {}

    /**
     * {@code posted}: an entry of the ledger.
     *
     * @param kind what it is of
     * @param debit the account that gets it
     * @param credit the account that gives it
     * @param fen how much
     * @param bill the number of the demand, empty for none
     */
    record Posted(EntryKind kind, LedgerAccount debit, LedgerAccount credit, long fen, String bill)
            implements FeeEvent {}

    /**
     * {@code refund-moved}: something has become of a refund.
     *
     * @param bill the number of the demand
     * @param state where it stands
     * @param ground why
     * @param fen how much
     * @param late whether a step was late
     */
    record RefundChanged(String bill, RefundState state, RefundGround ground, long fen, boolean late)
            implements FeeEvent {}

    /**
     * {@code statement-taken-in}, {@code statement-confirmed}, {@code statement-refused}: somebody else has said what
     * came; another person has confirmed that they did, or has not.
     *
     * @param source who
     * @param day of which day
     * @param lines how many lines
     * @param fen what they come to
     */
    record StatementTakenIn(StatementSource source, LocalDate day, int lines, long fen) implements FeeEvent {}

    /**
     * {@code bank-drafted}, {@code bank-registered}: something is to be known of a bank, or of the treasury; another
     * person has confirmed it.
     *
     * @param source which of the two
     * @param keys how many keys it signs with
     * @param branches how many branches it has at the centre
     */
    record BankRegistered(StatementSource source, int keys, int branches) implements FeeEvent {}

    /**
     * {@code difference-open}, {@code difference-closed}: books do not agree, or somebody has said why.
     *
     * @param kind how
     * @param day of which day
     * @param code the code that was paid under
     * @param fen by how much
     */
    record DifferenceChanged(DifferenceKind kind, LocalDate day, String code, long fen) implements FeeEvent {}

    /**
     * {@code fee-bypass}, {@code fee-bypass-closed}: a fee seems to have gone round the counter, or somebody has found
     * out.
     *
     * @param kind how
     * @param caseNumber in which case, empty where none is known
     * @param code of payment, empty where none is known
     * @param fen how much, 0 where it is not known
     * @param closed whether somebody has found out
     */
    record BypassChanged(BypassKind kind, String caseNumber, String code, long fen, boolean closed)
            implements FeeEvent {}

    /**
     * {@code fee-income-stated}, {@code fee-income-confirmed}: somebody has written down what the level has got of
     * fees in a month; another person has confirmed it.
     *
     * @param month which, as {@code 2026-06}
     * @param fen how much
     */
    record IncomeStated(String month, long fen) implements FeeEvent {}

    /**
     * {@code receipts-moved}: something was done with paper receipts.
     *
     * @param step what
     * @param unit whose
     * @param kind what they are called
     * @param inHand how many are in stock or given out
     * @param missing how many of these were missing when they were counted last
     */
    record ReceiptsMoved(StockStep step, String unit, String kind, long inHand, long missing) implements FeeEvent {}

    /**
     * {@code receipts-stopped}: a unit gives no receipts of its own behind a day.
     *
     * @param unit which
     * @param lastDay its last one
     */
    record ReceiptsStopped(String unit, LocalDate lastDay) implements FeeEvent {}

    /**
     * {@code day-closed}: the books of a day are closed.
     *
     * @param day which
     * @param billed what was demanded less what was voided
     * @param relieved what of it was relieved
     * @param paid what was paid
     * @param refunded what went back
     * @param settled what has reached the treasury
     */
    record DayClosed(LocalDate day, long billed, long relieved, long paid, long refunded, long settled)
            implements FeeEvent {}
}
