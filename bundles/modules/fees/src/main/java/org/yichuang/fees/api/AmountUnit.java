package org.yichuang.fees.api;

/** In what a file says amounts. */
public enum AmountUnit {
    /** In fen. */
    FEN(0),
    /** In yuan, with two decimals at most. */
    YUAN(2);

    private final int decimals;

    AmountUnit(int decimals) {
        this.decimals = decimals;
    }

    /** How many decimals of it are a fen. */
    public int decimals() {
        return decimals;
    }
}
