package org.yichuang.documents.api;

/**
 * A cell of a table.
 *
 * @param address where it stands, e.g. {@code C12}
 * @param kind what it holds
 * @param text a text as it stands; a number in digits without exponent, at most 15 of them exact; a day as {@code
 *     2026-03-01}, a moment as {@code 2026-03-01T08:30:00}, a time as {@code 08:30:00}; {@code TRUE} or {@code FALSE};
 *     an error as {@code #REF!}; the formula that has no value
 * @param merged the merged cells whose value it shows, e.g. {@code C12:C14}; empty for a cell that stands alone
 */
public record TableCell(String address, Kind kind, String text, String merged) {
    /** What a cell holds. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** An error that a formula has come to. */
        ERROR,
        /** A formula whose value is not in the file. */
        UNCOMPUTED
    }

    /** Tells whether its value stands in another cell, with which it is merged. */
    public boolean isSpread() {
        return !merged.isEmpty() && !merged.startsWith(address + ":");
    }
}
