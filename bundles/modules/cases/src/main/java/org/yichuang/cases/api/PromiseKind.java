package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What an applicant promises of a required material that is not there. */
public enum PromiseKind {
    /** It follows by a day (容缺, R3-19). */
    DEFERRAL,
    /** What it would show is so (告知承诺, R3-20); the centre checks that afterwards. */
    DECLARATION;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PromiseKind.class, "promise." + name().toLowerCase(Locale.ROOT));
    }
}
