package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What somebody on patrol has found (巡查发现). */
public enum FindingRule {
    /** The rules of work are broken, e.g. by games at the window (工作纪律). */
    DISCIPLINE,
    /** Somebody was treated badly: no award in the cycle (服务态度，一票否决). */
    ATTITUDE,
    /** A case was handled outside of the hall (场外办理). */
    OUTSIDE,
    /** More or something else was charged than the standard says (超标准收费). */
    FEE_STANDARD,
    /** Somebody paid elsewhere than at the place for it (场外收费). */
    PAID_ELSEWHERE,
    /** Badge or uniform are missing (着装挂牌). */
    UNIFORM,
    /** The window is untidy (环境卫生). */
    TIDINESS;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FindingRule.class, "finding." + name());
    }
}
