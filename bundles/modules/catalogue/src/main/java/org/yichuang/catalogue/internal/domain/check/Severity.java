package org.yichuang.catalogue.internal.domain.check;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How binding a rule is (K4). */
public enum Severity {
    /** Binding, but for named exceptions. */
    HARD,
    /** 尽可能 */
    ADVICE,
    /** 原则上 */
    PRINCIPLE,
    /** Not a rule of this centre. */
    OFF;

    /** Its word in settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Severity.class, "severity." + key());
    }
}
