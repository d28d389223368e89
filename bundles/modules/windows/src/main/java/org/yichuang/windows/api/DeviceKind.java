package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What a device in the hall is for; its key opens that alone. */
public enum DeviceKind {
    /** Staff punch there (考勤机). */
    ATTENDANCE,
    /** People take tickets there (取号机). */
    KIOSK,
    /** Those who wait see who is called where (等候屏). */
    WAITING_SCREEN,
    /** The screen of a window for whoever stands before it (窗口副屏). */
    WINDOW_SCREEN,
    /** Those who come in see how many wait (入口屏). */
    ENTRANCE_SCREEN;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DeviceKind.class, "device." + name());
    }
}
