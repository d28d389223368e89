package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where a ticket was taken. */
public enum TicketSource {
    /** At a machine in the hall (取号机). */
    KIOSK,
    /** At the desk (导办台). */
    DESK,
    /** From home or on the way (网上). */
    ONLINE,
    /** By who has booked, when they come (预约). */
    APPOINTMENT;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(TicketSource.class, "source." + name());
    }
}
