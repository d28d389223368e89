package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How somebody is relieved (减缓免). */
public enum ReliefKind {
    /** 减: less is to be paid. */
    REDUCTION,
    /** 缓: it is to be paid later. */
    DEFERRAL,
    /** 免: nothing is to be paid. */
    EXEMPTION;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ReliefKind.class, "relief." + name());
    }
}
