package org.yichuang.licences.internal.domain;

import java.util.EnumSet;
import java.util.Set;
import org.yichuang.licences.api.LicenceState;

/** For what a licence is cancelled (注销, art. 70 of the Administrative Licensing Law; R1-34): these six, no others. */
public enum CancellationGround {
    /** Its validity has ended and was not renewed. */
    EXPIRED(LicenceState.EXPIRED),
    /** The holder of a personal qualification has died or lost the capacity to act. */
    HOLDER_INCAPABLE(LicenceState.VALID, LicenceState.EXPIRED),
    /** The legal person or organisation has ended by law. */
    ENTITY_TERMINATED(LicenceState.VALID, LicenceState.EXPIRED),
    /** It was revoked or withdrawn, or its certificate was taken away by law (吊销). */
    REVOKED_OR_WITHDRAWN(LicenceState.VALID, LicenceState.EXPIRED, LicenceState.REVOKED, LicenceState.WITHDRAWN),
    /** Force majeure makes it impossible to do what is licensed. */
    FORCE_MAJEURE(LicenceState.VALID, LicenceState.EXPIRED),
    /** Other cases that a law or regulation names. */
    OTHER(LicenceState.VALID, LicenceState.EXPIRED);

    private static final Set<String> PERSONAL = Set.of("QUALIFICATION", "NONE");

    private final Set<LicenceState> states;

    CancellationGround(LicenceState first, LicenceState... more) {
        states = EnumSet.of(first, more);
    }

    /** Whether it is a ground for a licence of some kind that stands somewhere, and for whoever holds it. */
    public boolean fits(LicenceState state, String kind, boolean isPerson) {
        return states.contains(state) && concerns(isPerson, kind);
    }

    /** Whether it is a ground for whoever holds it: where no version says the kind, it may be a qualification. */
    private boolean concerns(boolean isPerson, String kind) {
        return switch (this) {
            case HOLDER_INCAPABLE -> isPerson && PERSONAL.contains(kind);
            case ENTITY_TERMINATED -> !isPerson;
            default -> true;
        };
    }
}
