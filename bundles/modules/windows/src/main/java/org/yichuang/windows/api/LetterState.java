package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where a delegation letter stands. */
public enum LetterState {
    /** The department has named its representatives (拟任). */
    PROPOSED,
    /** The centre has nothing against them (同意). */
    CONSENTED,
    /** The centre does not want them (不同意). */
    OBJECTED,
    /** All four have signed; it holds from its first day. */
    IN_FORCE,
    /** The same, and it has been announced that it will change (调整备案). */
    CHANGING,
    /** Its last day has passed. */
    EXPIRED,
    /** Another one stands in its place. */
    REPLACED,
    /** The centre has taken it back (撤销). */
    REVOKED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LetterState.class, "letter." + name());
    }
}
