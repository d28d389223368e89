package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Which leader of a department has come to the hall. */
public enum LeaderRank {
    /** Who leads it (主要负责人). */
    HEAD,
    /** Who is in charge of the window (分管负责人). */
    DEPUTY;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LeaderRank.class, "leader." + name());
    }
}
