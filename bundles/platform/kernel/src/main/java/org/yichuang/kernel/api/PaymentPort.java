package org.yichuang.kernel.api;

import java.time.Instant;
import java.util.Optional;

/**
 * SPI: takes payments for modules that ask for money and do not keep its books. Whoever keeps them (the module fees)
 * registers it; while nobody does, nothing can be asked for, and the asking module says so. Amounts are in fen.
 */
public interface PaymentPort {
    /**
     * Asks for a payment. The same reference of the same module always gets the same demand: asking again after a crash
     * or a lost answer asks once.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} for an amount of nothing or less, and for a reference
     *     that was asked for another amount
     */
    Demand demand(Request request, CallContext context);

    /** Returns what has become of a demand, absent when the module never made one under this reference. */
    Optional<Demand> find(String module, String reference, CallContext context);

    /** Where a demand stands. */
    enum State {
        /** The payer can pay. */
        OPEN,
        /** The money has come. */
        PAID,
        /** It was taken back before it was paid, or its time has passed. */
        CANCELLED,
        /** The money has gone back. */
        REFUNDED
    }

    /**
     * What is asked for.
     *
     * @param module the asking module's word
     * @param reference the module's own name for what is paid, unique for ever within module and centre
     * @param amount how much
     * @param purpose what for, as the payer reads it
     * @param payer who is to pay, as the receipt names them
     * @param until until when it can be paid
     */
    record Request(String module, String reference, Money amount, String purpose, String payer, Instant until) {}

    /**
     * A demand.
     *
     * @param reference the module's own name for it
     * @param code by which the payer pays (缴款码)
     * @param amount how much
     * @param state where it stands
     * @param paidAt when the money came, null until then
     */
    record Demand(String reference, String code, Money amount, State state, Instant paidAt) {}
}
