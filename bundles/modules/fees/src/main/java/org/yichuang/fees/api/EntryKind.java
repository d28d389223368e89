package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What an entry of the ledger is of. */
public enum EntryKind {
    /** Demanded. */
    BILLED,
    /** Reduced or exempted. */
    RELIEVED,
    /** Voided. */
    VOIDED,
    /** Paid. */
    PAID,
    /** Came, and pays nothing. */
    UNMATCHED,
    /** Reached the treasury. */
    SETTLED,
    /** Went back from the bank. */
    REFUNDED,
    /** Went back from the treasury. */
    RETURNED,
    /** Came without paying anything, and went back from the bank. */
    CLEARED,
    /** What one payment was typed for is paid by another one that had come as well. */
    APPLIED,
    /** What was typed as paid was not. */
    PAID_REVERSED,
    /** What was typed as having come did not. */
    UNMATCHED_REVERSED,
    /** Came without paying anything, and reached the treasury. */
    SWEPT,
    /** Came without paying anything, and went back from the treasury. */
    REPAID,
    /** Had reached the treasury without paying anything, and pays a demand: it is settled with that. */
    UNSWEPT;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(EntryKind.class, "entry." + name());
    }
}
