package org.yichuang.fees.api;

/** What may be done with fees. */
public final class FeePermission {
    /** To see demands, payments and refunds. */
    public static final String VIEW = "fees.view";

    /** To draft fee items, their links to items, and what is known of banks. */
    public static final String EDIT = "fees.edit";

    /** To publish or confirm what somebody else has drafted of them. */
    public static final String PUBLISH = "fees.publish";

    /** To demand payment in a case, to apply for relief and refunds. */
    public static final String BILL = "fees.bill";

    /** To approve relief that somebody else has applied for. */
    public static final String RELIEVE = "fees.relieve";

    /** To record payments, to void demands, to say that a refund has been paid. */
    public static final String CASH = "fees.cash";

    /** To check refunds for the unit that charges. */
    public static final String CHECK = "fees.check";

    /** To bring in statements, reconcile, close days, and approve refunds, for finance. */
    public static final String RECONCILE = "fees.reconcile";

    /** To confirm what somebody else has typed: statements, and that a payment is reversed. */
    public static final String CONFIRM = "fees.confirm";

    /** To keep the book of paper receipts. */
    public static final String STOCK = "fees.stock";

    /** To see the ledger. */
    public static final String LEDGER = "fees.ledger";

    private FeePermission() {}
}
