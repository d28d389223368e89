package org.yichuang.catalogue.internal.domain.unify;

import org.yichuang.kernel.api.identifier.ItemCode;

/** By what the same item is known at several centres: the basic code where its code holds one, else the code. */
public final class ItemKey {
    private ItemKey() {}

    /** The key of a code. */
    public static String of(String code) {
        return ItemCode.basicCode(code).orElse(code);
    }

    /** The key of a name, where codes do not tell. */
    public static String ofName(String name) {
        return ComparedField.plain(name);
    }
}
