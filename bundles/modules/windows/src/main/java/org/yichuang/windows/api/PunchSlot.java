package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Which of the four times of a day somebody punches. */
public enum PunchSlot {
    /** They come in the morning (上午到岗). */
    AM_IN,
    /** They go at noon (上午离岗). */
    AM_OUT,
    /** They come in the afternoon (下午到岗). */
    PM_IN,
    /** They go in the evening (下午离岗). */
    PM_OUT;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PunchSlot.class, "punch." + name());
    }
}
