package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a statement stands: what one person has typed counts when another one has confirmed it. */
public enum StatementState {
    /** Another person is to confirm it. */
    WAITING,
    /** It counts. */
    COUNTED,
    /** Another person has refused it. */
    REFUSED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StatementState.class, "statement-state." + name());
    }
}
