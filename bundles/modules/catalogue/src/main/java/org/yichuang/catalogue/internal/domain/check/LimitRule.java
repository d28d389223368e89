package org.yichuang.catalogue.internal.domain.check;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** The rules of the compression of limits (C1.4, K4, K5). */
public enum LimitRule {
    /** What the law lets take longer than some days is promised within these. */
    LONG,
    /** Where the law sets no limit, one of a few days is promised. */
    UNLIMITED,
    /** What needs no survey, no experts and no test is done on the spot. */
    SIMPLE,
    /** No promise is longer than the limit of the law (R3-15); it knows no exception. */
    PROMISE;

    /** Its word in messages and settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LimitRule.class, "limit-rule." + key());
    }
}
