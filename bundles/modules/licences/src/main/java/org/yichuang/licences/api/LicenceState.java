package org.yichuang.licences.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a result stands. */
public enum LicenceState {
    /** In force. */
    VALID,
    /** Its validity has ended, and nobody has renewed it. */
    EXPIRED,
    /** Revoked (撤销): it should not have been granted (art. 69). */
    REVOKED,
    /** Withdrawn (撤回): the law or the circumstances have changed (art. 8). */
    WITHDRAWN,
    /** Cancelled (注销): struck off for one of the grounds of art. 70. */
    CANCELLED,
    /** Another one stands in its place. */
    REPLACED;

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LicenceState.class, "state." + name().toLowerCase(Locale.ROOT));
    }
}
