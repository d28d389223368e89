package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What has become of a promise. */
public enum PromiseState {
    /** The material may still come; nobody has checked yet. */
    OPEN,
    /** The material came in time; what was declared is so. */
    KEPT,
    /** The day passed without the material; what was declared is not so. It stays broken, whatever comes after. */
    BROKEN;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PromiseState.class, "promise-state." + name().toLowerCase(Locale.ROOT));
    }
}
