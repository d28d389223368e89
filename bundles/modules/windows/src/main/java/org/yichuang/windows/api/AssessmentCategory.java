package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What a centre is assessed by: seven categories of six indicators each (C2.8, K13). */
public enum AssessmentCategory {
    /** Whether departments have come, and let their representatives act (进驻授权). */
    AUTHORITY,
    /** Whether cases are done in time, and earlier (效能). */
    EFFICIENCY,
    /** Whether applicants are told at once what is missing (受理告知). */
    NOTICE,
    /** What applicants say of it (服务). */
    SERVICE,
    /** Whether staff are there (纪律). */
    DISCIPLINE,
    /** Whether results and fees are open (公开收费). */
    OPENNESS,
    /** How the window looks, and what it does besides (形象创新). */
    IMAGE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(AssessmentCategory.class, "category." + name());
    }
}
