package org.yichuang.shell.internal.doctor;

/**
 * What a check says.
 *
 * @param check which check
 * @param grade how bad it is
 * @param zh what was found, in Chinese
 * @param en the same in English
 * @param advice what to do about it, in both languages; empty when all is well
 */
public record Finding(String check, Grade grade, String zh, String en, String advice) {
    /** How bad it is. */
    public enum Grade {
        OK,
        WARN,
        FAIL
    }

    /** All is well. */
    public static Finding ok(String check, String zh, String en) {
        return new Finding(check, Grade.OK, zh, en, "");
    }

    /** Somebody should look. */
    public static Finding warn(String check, String zh, String en, String advice) {
        return new Finding(check, Grade.WARN, zh, en, advice);
    }

    /** Somebody must act. */
    public static Finding fail(String check, String zh, String en, String advice) {
        return new Finding(check, Grade.FAIL, zh, en, advice);
    }
}
