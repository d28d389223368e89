package org.yichuang.bench;

/** The platform did something else than what it must do. */
public final class Deviation extends AssertionError {
    private static final long serialVersionUID = 1;

    /** Says what was expected and what came. */
    public Deviation(String message) {
        super(message);
    }
}
