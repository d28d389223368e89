package org.yichuang.tenancy.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A setting of a centre: its key, its usual value, and which values make sense. Values are texts, as files carry them.
 */
public final class SettingDefinition {
    private static final Pattern HOUR_AND_MINUTE = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final String key;
    private final String usual;
    private final LocalizedMessage demand;
    private final Rule rule;
    /** Of a list, else empty. */
    private final List<String> words;

    private SettingDefinition(String key, String usual, LocalizedMessage demand, Rule rule) {
        this(key, usual, demand, rule, List.of());
    }

    private SettingDefinition(String key, String usual, LocalizedMessage demand, Rule rule, List<String> words) {
        this.words = words;
        this.key = key;
        this.usual = usual;
        this.demand = demand;
        this.rule = rule;
        if (!usual.isEmpty() && !rule.allows(usual)) {
            throw new IllegalArgumentException("The usual value of " + key + " breaks its own rule: " + usual);
        }
    }

    /** Tells whether a value makes sense. */
    @FunctionalInterface
    private interface Rule {
        boolean allows(String value);
    }

    /** A text in one line. */
    public static SettingDefinition text(String key, String usual, int longest) {
        return new SettingDefinition(
                key,
                usual,
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-one-line", longest),
                value -> !value.isBlank()
                        && value.codePointCount(0, value.length()) <= longest
                        && value.codePoints().noneMatch(Character::isISOControl));
    }

    /**
     * A text of a given form.
     *
     * @param form a regular expression for the whole value
     * @param demand what the value must be, e.g. 须为 # 和六位十六进制数
     */
    public static SettingDefinition form(String key, String usual, String form, LocalizedMessage demand) {
        Pattern pattern = Pattern.compile(form);
        return new SettingDefinition(
                key, usual, demand, value -> pattern.matcher(value).matches());
    }

    /**
     * A text that makes sense for more than its form.
     *
     * @param form tells whether a value makes sense
     * @param demand what the value must be
     */
    public static SettingDefinition form(String key, String usual, Predicate<String> form, LocalizedMessage demand) {
        return new SettingDefinition(key, usual, demand, form::test);
    }

    /** A whole number within bounds. */
    public static SettingDefinition number(String key, long usual, long least, long most) {
        return new SettingDefinition(
                key,
                String.valueOf(usual),
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-number", least, most),
                value -> value.matches("-?\\d{1,18}")
                        && Long.parseLong(value) >= least
                        && Long.parseLong(value) <= most);
    }

    /** {@code true} or {@code false}. */
    public static SettingDefinition flag(String key, boolean usual) {
        return choice(key, String.valueOf(usual), "true", "false");
    }

    /** A time of day as {@code HH:mm}, within bounds. */
    public static SettingDefinition time(String key, String usual, String earliest, String latest) {
        return new SettingDefinition(
                key,
                usual,
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-time", earliest, latest),
                value -> HOUR_AND_MINUTE.matcher(value).matches()
                        && !LocalTime.parse(value).isBefore(LocalTime.parse(earliest))
                        && !LocalTime.parse(value).isAfter(LocalTime.parse(latest)));
    }

    /** A duration of ISO-8601 within bounds. */
    public static SettingDefinition duration(String key, String usual, String shortest, String longest) {
        return new SettingDefinition(
                key,
                usual,
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-duration", shortest, longest),
                value -> within(value, Duration.parse(shortest), Duration.parse(longest)));
    }

    private static boolean within(String value, Duration shortest, Duration longest) {
        try {
            Duration duration = Duration.parse(value);
            return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A date as {@code yyyy-MM-dd}. */
    public static SettingDefinition date(String key) {
        return new SettingDefinition(
                key,
                "",
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-date"),
                SettingDefinition::isDate);
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** One of some words. */
    public static SettingDefinition choice(String key, String usual, String... words) {
        List<String> allowed = List.of(words);
        return new SettingDefinition(
                key,
                usual,
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-one-of", enumerated(allowed)),
                allowed::contains);
    }

    /**
     * Some of some words, separated by commas, at least one and none twice. Other modules may add words of theirs
     * ({@link ModuleDescriptor#settingWords}).
     */
    public static SettingDefinition list(String key, String usual, List<String> words) {
        return new SettingDefinition(
                key,
                usual,
                LocalizedMessage.of(SettingDefinition.class, "setting.must-be-some-of", enumerated(words)),
                value -> areSome(value, words),
                List.copyOf(words));
    }

    /** The same with more words; what is no list of words stays as it is. */
    public SettingDefinition with(Set<String> more) {
        return isList() && !more.isEmpty()
                ? list(
                        key,
                        usual,
                        Stream.concat(words.stream(), more.stream().sorted())
                                .distinct()
                                .toList())
                : this;
    }

    /** Whether it is a list of words. */
    public boolean isList() {
        return !words.isEmpty();
    }

    private static LocalizedMessage enumerated(List<String> words) {
        return LocalizedMessage.list(
                words.stream().map(LocalizedMessage::verbatim).toList(),
                LocalizedMessage.of(SettingDefinition.class, "word-separator"));
    }

    private static boolean areSome(String value, List<String> allowed) {
        List<String> given =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        return allowed.containsAll(given) && given.stream().distinct().count() == given.size();
    }

    /** The key as files carry it, e.g. {@code policy.intake.closing}. */
    public String key() {
        return key;
    }

    /** The value of a centre that sets none; empty when there is none. */
    public String usual() {
        return usual;
    }

    /** Returns what is wrong with a value; empty when it makes sense. */
    public Optional<FieldProblem> fault(String value) {
        return rule.allows(value.strip())
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        key, LocalizedMessage.of(SettingDefinition.class, "setting.refused", value, demand)));
    }
}
