package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where a ticket of the queue stands. */
public enum TicketState {
    /** Somebody waits with it (等候). */
    WAITING,
    /** A window has called it (已呼叫). */
    CALLED,
    /** Somebody is served (办理中). */
    SERVING,
    /** They have been (已办结). */
    DONE,
    /** Nobody has come (过号). */
    NO_SHOW,
    /** The hall has closed before (作废). */
    LAPSED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(TicketState.class, "ticket." + name());
    }
}
