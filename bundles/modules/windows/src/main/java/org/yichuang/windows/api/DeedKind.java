package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What a window has done for somebody besides its work (M-WIN-14). */
public enum DeedKind {
    /** The whole way is gone for somebody (全程代理). */
    FULL_AGENCY,
    /** Somebody is visited at home (上门办). */
    HOME,
    /** Somebody comes by appointment on a day off (预约办). */
    BOOKED,
    /** Somebody is helped (帮助办). */
    HELP,
    /** Somebody is guided to what suffices (指导办). */
    GUIDE,
    /** A way is found that the rules allow (变通办). */
    FLEXIBLE,
    /** What is decided above is brought there (代理报批). */
    FORWARD,
    /** Somebody is served after hours (延时办). */
    OVERTIME,
    /** The result is sent (快递办). */
    EXPRESS,
    /** Served where the people are (流动办). */
    MOBILE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DeedKind.class, "deed." + name());
    }
}
