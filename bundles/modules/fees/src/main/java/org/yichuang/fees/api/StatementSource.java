package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Who says what came. */
public enum StatementSource {
    /** The bank. */
    BANK,
    /** The treasury. */
    TREASURY;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StatementSource.class, "source." + name());
    }
}
