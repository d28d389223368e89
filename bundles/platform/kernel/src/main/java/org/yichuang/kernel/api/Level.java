package org.yichuang.kernel.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The administrative level (层级) of a centre, from the top down; the ordinal grows towards the citizen. */
public enum Level {
    PROVINCE("province", 2, 2),
    CITY("city", 3, 4),
    COUNTY("county", 4, 6),
    TOWNSHIP("township", 5, 9);

    private final String key;
    private final int exerciseCode;
    private final int divisionDigits;

    Level(String key, int exerciseCode, int divisionDigits) {
        this.key = key;
        this.exerciseCode = exerciseCode;
        this.divisionDigits = divisionDigits;
    }

    /** The word used in configuration, REST and data files. */
    public String key() {
        return key;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Level.class, "level." + key);
    }

    /** The word used in the interface, in Chinese. */
    public String chinese() {
        return label().zh();
    }

    /** The digit of the exercise level (行使层级) in an implementation code (R3-07). */
    public int exerciseCode() {
        return exerciseCode;
    }

    /** How many leading digits of a division code tell a unit of this level (R4-12, R4-13). */
    public int divisionDigits() {
        return divisionDigits;
    }

    /** Tells whether this level stands above the other one. */
    public boolean isAbove(Level other) {
        return ordinal() < other.ordinal();
    }

    /** Finds a level by its key ({@code county}), its Chinese word (县, 县级, 区县 …) or its enum name. */
    public static Optional<Level> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String word = text.strip().toLowerCase(Locale.ROOT).replace("级", "");
        return switch (word) {
            case "省" -> Optional.of(PROVINCE);
            case "市" -> Optional.of(CITY);
            case "县", "区", "区县", "县区", "市县" -> Optional.of(COUNTY);
            case "乡", "镇", "街道", "乡镇", "乡镇街道" -> Optional.of(TOWNSHIP);
            default -> Arrays.stream(values())
                    .filter(level -> level.key.equals(word))
                    .findFirst();
        };
    }
}
