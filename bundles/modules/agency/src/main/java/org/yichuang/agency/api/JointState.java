package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a request for joint handling stands (M-CAS-3). */
public enum JointState {
    /** The centre is to say whether it consents. */
    RECEIVED,
    /** The applicant may hand in, once, what is handled jointly. */
    CONSENTED,
    /** The centre has declined. */
    DECLINED,
    /** It has become a case. */
    HANDED_IN,
    /** The applicant does not want it any more. */
    WITHDRAWN;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(JointState.class, "joint-state." + name());
    }
}
