package org.yichuang.catalogue.internal.domain.unify;

import org.yichuang.kernel.api.identifier.ItemCode;

/**
 * By what the same item is known at several centres: the basic code where its code holds one, for one of the ways in
 * which an item is handled (业务办理项) with its serial, else the code (R3-07, R3-16).
 */
public final class ItemKey {
    private static final int SERIAL = 2;

    private ItemKey() {}

    /** The key of a code. */
    public static String of(String code) {
        return ItemCode.basicCode(code)
                .map(basic -> ItemCode.kindOf(code) == ItemCode.Kind.HANDLING
                        ? basic + code.strip().substring(code.strip().length() - SERIAL)
                        : basic)
                .orElse(code);
    }

    /** The code of an item in a basic catalogue, which knows no ways of handling. */
    public static String ofList(String code) {
        return ItemCode.basicCode(code).orElse(code);
    }

    /** The key of a name, where codes do not tell. */
    public static String ofName(String name) {
        return ComparedField.plain(name);
    }
}
