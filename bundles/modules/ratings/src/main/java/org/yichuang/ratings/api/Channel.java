package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** By which way the service was used that is rated. */
public enum Channel {
    /** The applicant has handed in by an account of their own. */
    ONLINE,
    /** Somebody was there in person. */
    WINDOW,
    /** Somebody has telephoned. */
    HOTLINE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Channel.class, "channel." + name());
    }
}
