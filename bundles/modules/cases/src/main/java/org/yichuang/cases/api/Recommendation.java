package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What an examination comes to. */
public enum Recommendation {
    GRANT,
    REFUSE,
    /** Only of a verification: it has to be examined again. */
    RETURN;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Recommendation.class, "recommendation." + name().toLowerCase(Locale.ROOT));
    }
}
