package org.yichuang.journal.internal.domain;

/**
 * How far a listener is in a tenant's order of events.
 *
 * @param anchor the last anchor that it has passed wholly
 * @param position how many entries of the next anchor it has passed
 * @param passed how many entries it has passed altogether
 */
public record EventPlace(long anchor, int position, long passed) {
    /** Before everything. */
    public static final EventPlace BEGINNING = new EventPlace(0, 0, 0);
}
