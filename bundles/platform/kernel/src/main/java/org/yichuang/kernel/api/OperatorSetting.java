package org.yichuang.kernel.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * Reads what an operator has written into a file of settings. What cannot be read is said in the log, and the usual
 * value
 * holds: a slip of the pen must not take a module away.
 */
public final class OperatorSetting {
    private static final Logger LOG = System.getLogger(OperatorSetting.class.getName());

    private OperatorSetting() {}

    /**
     * Reads a whole number.
     *
     * @param key file and key, e.g. {@code org.yichuang.cases.cfg timer.seconds}
     * @param least the smallest that makes sense
     */
    public static long number(String key, String given, long least, long usual) {
        try {
            long number = Long.parseLong(given.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.log(Level.DEBUG, "no number: " + given, e);
        }
        return refused(
                key,
                given,
                LocalizedMessage.of(OperatorSetting.class, "operator-setting.whole-number-least", least),
                usual);
    }

    /**
     * Reads a duration of ISO-8601 that is longer than nothing.
     *
     * @param key file and key
     */
    public static Duration duration(String key, String given, String usual) {
        return duration(key, given, Duration.ofNanos(1), usual);
    }

    /**
     * Reads a duration of ISO-8601 that is not shorter than another.
     *
     * @param key file and key
     * @param least the shortest that is taken
     */
    public static Duration duration(String key, String given, Duration least, String usual) {
        try {
            Duration duration = Duration.parse(given.strip());
            if (duration.compareTo(least) >= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            LOG.log(Level.DEBUG, "no duration: " + given, e);
        }
        if (least.toDays() > 0) {
            return Duration.parse(refused(
                    key,
                    given,
                    LocalizedMessage.of(
                            OperatorSetting.class, "operator-setting.iso-8601-duration-least-days", least.toDays()),
                    usual));
        }
        return Duration.parse(refused(
                key,
                given,
                LocalizedMessage.of(OperatorSetting.class, "operator-setting.iso-8601-duration-such-pt10s"),
                usual));
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @param key file and key
     */
    public static boolean flag(String key, String given, boolean usual) {
        String word = given.strip();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(word);
        }
        return refused(key, given, LocalizedMessage.of(OperatorSetting.class, "operator-setting.true-false"), usual);
    }

    private static <T> T refused(String key, String given, LocalizedMessage expected, T usual) {
        LocalizedMessage message =
                LocalizedMessage.of(OperatorSetting.class, "operator-setting.refused", given, expected, usual);
        LOG.log(Level.WARNING, () -> key + ": " + message.forLog());
        return usual;
    }
}
