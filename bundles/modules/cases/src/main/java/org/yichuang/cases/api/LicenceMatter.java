package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What somebody applies for who holds a result already. */
public enum LicenceMatter {
    /** 变更 (art. 49): something of it is to be changed. */
    CHANGE,
    /** 延续 (art. 50): it is to hold longer. */
    RENEWAL,
    /** 补发: another certificate is to stand in its place. */
    REPLACEMENT;

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LicenceMatter.class, "licence-matter." + name().toLowerCase(Locale.ROOT));
    }
}
