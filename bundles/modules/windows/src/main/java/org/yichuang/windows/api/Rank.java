package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What somebody is in the service of the state, from below. */
public enum Rank {
    /** 科员 */
    OFFICER,
    /** 股级 */
    SECTION,
    /** 副科级 */
    DEPUTY_DIVISION,
    /** 科级 */
    DIVISION,
    /** 副处级 */
    DEPUTY_COUNTY,
    /** 处级 */
    COUNTY;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Rank.class, "rank." + name());
    }
}
