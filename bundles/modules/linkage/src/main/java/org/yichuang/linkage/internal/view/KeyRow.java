package org.yichuang.linkage.internal.view;

import java.time.Instant;
import java.util.stream.Stream;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.pages.api.Tone;

/**
 * A key as people see it.
 *
 * @param key the key
 * @param state the word for where it stands
 * @param tone how that is meant
 * @param end when it ended, null while it signs
 */
public record KeyRow(PublicKeyView key, String state, Tone tone, Instant end) {
    /** A revoked one is that, whatever else it was; one that has an end ahead signs until then. */
    public static KeyRow of(PublicKeyView key, Instant now) {
        if (key.revokedAt() != null) {
            return new KeyRow(key, "centres.revoked", Tone.WRONG, key.revokedAt());
        }
        if (key.until() != null) {
            return new KeyRow(
                    key, key.until().isAfter(now) ? "centres.signs" : "centres.retired", Tone.INFO, key.until());
        }
        boolean isAhead = Stream.ofNullable(key.from()).anyMatch(now::isBefore);
        return new KeyRow(key, isAhead ? "centres.ahead" : "centres.signs", isAhead ? Tone.CARE : Tone.DONE, null);
    }
}
