package org.yichuang.kernel.api;

import java.util.regex.Pattern;

/**
 * An administrative division code (行政区划代码): 6 digits to the county, 9 to the township (R4-12, R4-13).
 *
 * @param value 6 or 9 digits
 */
public record DivisionCode(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3})?");

    /**
     * @throws IllegalArgumentException when the value is not 6 or 9 digits
     */
    public DivisionCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a division code of 6 or 9 digits: " + value);
        }
    }

    /** The level that the code itself tells. */
    public Level level() {
        if (value.length() == 9) {
            return Level.TOWNSHIP;
        }
        if (value.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return value.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /** Tells whether the other division lies within this one. */
    public boolean contains(DivisionCode other) {
        String stem = value.substring(0, level().divisionDigits());
        return other.value.startsWith(stem) && other.level().ordinal() >= level().ordinal();
    }
}
