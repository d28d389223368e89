package org.yichuang.licences.internal.view;

import org.yichuang.licences.api.LicenceState;
import org.yichuang.pages.api.Tone;

/** How states are shown. */
public final class LicenceTones {
    private LicenceTones() {}

    /** The tone of a state. */
    public static Tone of(LicenceState state) {
        return switch (state) {
            case VALID -> Tone.DONE;
            case EXPIRED, REPLACED -> Tone.CARE;
            default -> Tone.WRONG;
        };
    }
}
