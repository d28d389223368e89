package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where somebody stands on the way to a window, and off it. */
public enum StaffState {
    /** Their department has named them (推荐). */
    RECOMMENDED,
    /** The centre has looked at them (考察). */
    VETTED,
    /** The centre takes them (同意). */
    APPROVED,
    /** They have passed the examination (培训合格). */
    TRAINED,
    /** They have their badge (上岗). */
    ON_DUTY,
    /** They have gone on (轮岗离开). */
    LEFT,
    /** They were sent back (退回). */
    RETURNED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StaffState.class, "staff." + name());
    }
}
