package org.yichuang.catalogue.api;

import java.util.Arrays;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** The types of items (事项类型) with the codes of the national platform (R3-03). */
public enum ItemType {
    LICENCE("01"),
    PENALTY("02"),
    COMPULSION("03"),
    LEVY("04"),
    PAYMENT("05"),
    INSPECTION("06"),
    CONFIRMATION("07"),
    REWARD("08"),
    ADJUDICATION("09"),
    OTHER_POWER("10"),
    PUBLIC_SERVICE("20");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /** The two digits of the national platform. */
    public String code() {
        return code;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ItemType.class, "item-type." + code);
    }

    /** Finds a type by its Chinese word, code or enum name. */
    public static Optional<ItemType> parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.label().zh().equals(text)
                        || type.code.equals(text)
                        || type.name().equals(text))
                .findFirst();
    }
}
