package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** The accounts of the ledger; each act moves money from one to another. */
public enum LedgerAccount {
    /** What payers owe. */
    RECEIVABLE,
    /** What is owed to the treasury. */
    INCOME,
    /** What the bank has. */
    BANK,
    /** What the treasury has. */
    TREASURY,
    /** What the bank has and no demand explains. */
    SUSPENSE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LedgerAccount.class, "account." + name());
    }
}
