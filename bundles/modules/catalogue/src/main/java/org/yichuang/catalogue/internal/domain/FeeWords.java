package org.yichuang.catalogue.internal.domain;

import java.util.Set;

/** What an item says of its fee; silence says nothing. */
public enum FeeWords {
    /** Nobody has said anything. */
    UNTOLD,
    /** It is said that it costs nothing. */
    FREE,
    /** It costs something. */
    CHARGED;

    private static final Set<String> NOTHING = Set.of("不收费", "免费", "免收", "无", "否", "不收取", "no", "free", "none", "0");

    /** Reads what stands in the field of the fee. */
    public static FeeWords of(String fee) {
        String said = fee.strip().replaceAll("[。.！]$", "");
        return said.isEmpty() ? UNTOLD : NOTHING.contains(said) ? FREE : CHARGED;
    }
}
