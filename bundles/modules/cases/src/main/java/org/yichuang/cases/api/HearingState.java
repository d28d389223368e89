package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How far a hearing has come. */
public enum HearingState {
    /** It may be asked for. */
    NOTIFIED,
    /** Nobody has asked for it, as all have declared or the days have passed without a word. */
    NOT_REQUESTED,
    /** It has been asked for. */
    REQUESTED,
    /** Time and place are told. */
    CONVENED,
    /** It was held, and its record is there. */
    HELD;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                HearingState.class, "hearing." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
