package org.yichuang.licences.internal.domain;

import java.util.Arrays;

/** Why a grant is not shown to everybody (arts. 5 and 40; R1-15). */
public enum WithholdingGround {
    STATE_SECRET,
    BUSINESS_SECRET,
    PRIVACY;

    /** Reads one; what only a later release knows is the strictest one. */
    public static WithholdingGround of(String name) {
        return Arrays.stream(values())
                .filter(ground -> ground.name().equals(name))
                .findFirst()
                .orElse(STATE_SECRET);
    }
}
