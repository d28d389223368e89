package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** How somebody has punched. */
public enum PunchSource {
    /** At a device in the hall (考勤机). */
    DEVICE,
    /** On their telephone, where the centre allows it (手机). */
    PHONE,
    /** Whoever manages the hall has entered it, with the reason (补登). */
    MANUAL;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PunchSource.class, "punched." + name());
    }
}
