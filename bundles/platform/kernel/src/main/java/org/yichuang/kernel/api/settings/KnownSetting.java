package org.yichuang.kernel.api.settings;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.metatype.AttributeDefinition;
import org.yichuang.kernel.api.LocalizedMessage;

/** A setting as it stands in the record of its configuration. */
final class KnownSetting {
    private static final long LONGEST_TEXT = 500;
    private static final Map<Class<?>, Integer> TYPES = Map.of(
            boolean.class, AttributeDefinition.BOOLEAN,
            int.class, AttributeDefinition.INTEGER,
            long.class, AttributeDefinition.LONG);

    private final Class<?> owner;
    private final Class<?> type;
    private final Setting setting;
    private final Object usual;

    KnownSetting(RecordComponent component) {
        owner = component.getDeclaringRecord();
        type = component.getType();
        setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(component + " is no setting");
        }
        usual = read(setting.usual())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The usual value of " + key() + " breaks its own rule: " + setting.usual()));
    }

    String key() {
        return setting.key();
    }

    Object usual() {
        return usual;
    }

    /** Whether a file says nothing with this: no key, or one with nothing behind it where that is no value. */
    boolean isSilent(String given) {
        return given == null || given.isBlank() && !isText();
    }

    /** The value of a text; empty when it makes no sense. */
    Optional<Object> read(String given) {
        String text = given.strip();
        try {
            return isWord()
                    ? word(text)
                    : isText() ? line(text) : type == Duration.class ? duration(text) : number(text);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a value must be. */
    LocalizedMessage demand() {
        if (isWord()) {
            return words("one-of", String.join(", ", options()));
        }
        if (isText()) {
            return words("text", most());
        }
        return type == Duration.class
                ? words("duration", setting.least(), setting.most())
                : words("number", least(), most());
    }

    /** As the metatype service shows it. */
    AttributeDefinition attribute(Locale locale) {
        String unit = setting.unit().isEmpty() ? "-" : setting.unit();
        return new SettingAttribute(
                key(),
                LocalizedMessage.of(owner, "setting." + key()).in(locale),
                words("attribute", unit, demand()).in(locale),
                TYPES.getOrDefault(type, AttributeDefinition.STRING),
                setting.usual(),
                options(),
                value -> read(value).isPresent() ? "" : demand().in(locale));
    }

    private boolean isWord() {
        return type == boolean.class || type.isEnum();
    }

    private boolean isText() {
        return type == String.class || type == List.class;
    }

    private List<String> options() {
        Stream<Object> words = type == boolean.class
                ? Stream.of(true, false)
                : type.isEnum() ? Stream.of(type.getEnumConstants()) : Stream.empty();
        return words.map(word -> word.toString().toLowerCase(Locale.ROOT)).toList();
    }

    private Optional<Object> word(String text) {
        int at = options().indexOf(text.toLowerCase(Locale.ROOT));
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(type == boolean.class ? at == 0 : type.getEnumConstants()[at]);
    }

    private Optional<Object> line(String text) {
        if (text.codePointCount(0, text.length()) > most() || text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return Optional.of(
                type == String.class
                        ? text
                        : Arrays.stream(text.split(","))
                                .map(String::strip)
                                .filter(word -> !word.isEmpty())
                                .distinct()
                                .toList());
    }

    private Optional<Object> duration(String text) {
        Duration duration = Duration.parse(text);
        boolean fits = duration.compareTo(Duration.parse(setting.least())) >= 0
                && duration.compareTo(Duration.parse(setting.most())) <= 0;
        return fits ? Optional.of(duration) : Optional.empty();
    }

    private Optional<Object> number(String text) {
        long number = Long.parseLong(text);
        if (number < least() || number > most()) {
            return Optional.empty();
        }
        return Optional.of(type == int.class ? (Object) (int) number : number);
    }

    private long least() {
        return Long.parseLong(setting.least());
    }

    private long most() {
        return isText() && setting.most().isEmpty() ? LONGEST_TEXT : Long.parseLong(setting.most());
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(KnownSetting.class, key, arguments);
    }
}
