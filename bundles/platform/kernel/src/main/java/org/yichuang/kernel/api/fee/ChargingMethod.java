package org.yichuang.kernel.api.fee;

/** How a standard makes an amount of a quantity (计费方式, R7-03). */
public enum ChargingMethod {
    /** 定额: one amount, whatever the quantity. */
    FIXED,
    /** 定量: so much for each unit. */
    PER_UNIT,
    /** 比例: a share of a value in yuan. */
    RATE,
    /** 阶梯: what lies within a tier costs what that tier says, one after the other. */
    TIERED,
    /** 上下限: something between two prices of a unit, which nobody at a window chooses. */
    RANGE
}
