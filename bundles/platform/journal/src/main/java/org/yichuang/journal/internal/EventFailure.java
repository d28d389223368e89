package org.yichuang.journal.internal;

/** A listener failed on the event with this index among those that it was called for. */
final class EventFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int index;

    EventFailure(int index, Throwable cause) {
        super(cause);
        this.index = index;
    }

    int index() {
        return index;
    }
}
