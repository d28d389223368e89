package org.yichuang.catalogue.api;

import java.util.Arrays;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The types of items (事项类型) with the codes of the national platform (R3-03), and those that real lists and review
 * rounds count besides (R3-02, M-CAT-18), with codes of ours.
 */
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
    PUBLIC_SERVICE("20"),
    /** 行政备案 */
    FILING("L1"),
    /** 日常管理 */
    DAILY_MANAGEMENT("L2"),
    /** 收费服务 */
    CHARGED_SERVICE("L3"),
    /** 非行政许可审批: abolished; stands in old lists and rounds, and is not published any more (R3-04). */
    NON_LICENCE("L4");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /** The two digits of the national platform; a letter and a digit where it has none. */
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
                        || type == NON_LICENCE && isShort(text)
                        || type.code.equals(text)
                        || type.name().equals(text))
                .findFirst();
    }

    /** Old lists and rounds have two short words for what was abolished. */
    private static boolean isShort(String text) {
        return text.equals(LocalizedMessage.of(ItemType.class, "item-type.L4.short")
                        .zh())
                || text.equals(
                        LocalizedMessage.of(ItemType.class, "item-type.L4.list").zh());
    }
}
