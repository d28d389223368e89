package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.kernel.api.LocalizedMessage;

/** Whom working days of a case are charged to, for people. */
public final class CauseNames {
    private CauseNames() {}

    public static LocalizedMessage of(Cause cause) {
        return LocalizedMessage.of(CauseNames.class, "cause." + cause.key());
    }
}
