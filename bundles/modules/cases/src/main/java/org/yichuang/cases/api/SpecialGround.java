package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Why a case is handled specially (特办件). */
public enum SpecialGround {
    /** A leader has approved it on paper. */
    LEADER_APPROVAL,
    /** The centre has found so itself. */
    CENTRE_FINDING;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                SpecialGround.class,
                "special-ground." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
