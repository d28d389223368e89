package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where it stands that somebody has gone away for some minutes. */
public enum AbsenceState {
    /** They are out (离岗). */
    OUT,
    /** They have come back (已返岗). */
    BACK,
    /** It has become a leave (已转请假). */
    ON_LEAVE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(AbsenceState.class, "absence." + name());
    }
}
