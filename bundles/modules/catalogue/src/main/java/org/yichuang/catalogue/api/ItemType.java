package org.yichuang.catalogue.api;

import java.util.Arrays;
import java.util.Optional;

/** The types of items (事项类型) with the codes of the national platform (R3-03). */
public enum ItemType {
    LICENCE("01", "行政许可"),
    PENALTY("02", "行政处罚"),
    COMPULSION("03", "行政强制"),
    LEVY("04", "行政征收"),
    PAYMENT("05", "行政给付"),
    INSPECTION("06", "行政检查"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ADJUDICATION("09", "行政裁决"),
    OTHER_POWER("10", "其他行政权力"),
    PUBLIC_SERVICE("20", "公共服务");

    private final String code;
    private final String chinese;

    ItemType(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The two digits of the national platform. */
    public String code() {
        return code;
    }

    /** The word used in the interface. */
    public String chinese() {
        return chinese;
    }

    /** Finds a type by its Chinese word, code or enum name. */
    public static Optional<ItemType> parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.chinese.equals(text)
                        || type.code.equals(text)
                        || type.name().equals(text))
                .findFirst();
    }
}
