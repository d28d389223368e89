package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What a window is for. */
public enum WindowKind {
    /** One department (部门窗口). */
    DEPARTMENT,
    /** Several departments (综合窗口). */
    COMPREHENSIVE,
    /** Whoever goes first (绿色通道). */
    GREEN,
    /** One card for everything (一卡通). */
    ONE_CARD,
    /** One thing only (专柜). */
    DEDICATED,
    /** Fees (收费). */
    FEE,
    /** The way through the hall (导办台). */
    GUIDE,
    /** Agents (代办员服务区). */
    AGENTS;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(WindowKind.class, "window." + name());
    }
}
