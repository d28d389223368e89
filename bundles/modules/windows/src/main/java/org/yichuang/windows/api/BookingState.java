package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where an appointment stands. */
public enum BookingState {
    /** A place in a slot is kept (已预约). */
    BOOKED,
    /** The slot is full; it gets the place that becomes free first (候补). */
    WAITING,
    /** They have come, and have a ticket (已到场). */
    ARRIVED,
    /** They do not come, or cannot (已取消). */
    CANCELLED,
    /** They have not come (爽约). */
    NO_SHOW,
    /** No place has become free (候补未成). */
    LAPSED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BookingState.class, "booking." + name());
    }
}
