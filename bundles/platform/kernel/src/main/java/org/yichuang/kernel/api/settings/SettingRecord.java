package org.yichuang.kernel.api.settings;

import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;

/** A record of settings: its keys, and how it is made of texts. */
final class SettingRecord<T extends Record> {
    private final Class<T> type;
    private final String pid;
    private final List<KnownSetting> settings;

    SettingRecord(Class<T> type) {
        this.type = type;
        this.pid = type.getAnnotation(ConfigurationPid.class).value();
        this.settings =
                Stream.of(type.getRecordComponents()).map(KnownSetting::new).toList();
    }

    String pid() {
        return pid;
    }

    Set<String> keys() {
        return settings.stream().map(KnownSetting::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The usual values by key. */
    Map<String, Object> usual() {
        return settings.stream().collect(Collectors.toUnmodifiableMap(KnownSetting::key, KnownSetting::usual));
    }

    /**
     * The values of texts: the usual one where there is none, that in force where one makes no sense.
     *
     * @param problems gets what is refused
     */
    Map<String, Object> read(Map<String, String> given, Map<String, Object> inForce, List<FieldProblem> problems) {
        Map<String, Object> values = new HashMap<>();
        for (KnownSetting setting : settings) {
            String key = setting.key();
            String text = given.get(key);
            Optional<Object> value = setting.isSilent(text) ? Optional.of(setting.usual()) : setting.read(text);
            if (value.isEmpty()) {
                problems.add(new FieldProblem(
                        key,
                        LocalizedMessage.of(
                                SettingRecord.class, "refused", text.strip(), setting.demand(), inForce.get(key))));
            }
            values.put(key, value.orElse(inForce.get(key)));
        }
        return Map.copyOf(values);
    }

    /** The record of some values. */
    T values(Map<String, Object> byKey) {
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(
                    settings.stream().map(setting -> byKey.get(setting.key())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Not made of its settings: " + type, e);
        }
    }

    /** As the metatype service shows it. */
    ObjectClassDefinition definition(Locale locale) {
        AttributeDefinition[] attributes =
                settings.stream().map(setting -> setting.attribute(locale)).toArray(AttributeDefinition[]::new);
        return new Definition(pid, attributes);
    }

    /** All are optional: each has a usual value. */
    private record Definition(String pid, AttributeDefinition... attributes) implements ObjectClassDefinition {
        @Override
        public String getID() {
            return pid;
        }

        @Override
        public String getName() {
            return pid;
        }

        @Override
        public String getDescription() {
            return pid + ".cfg";
        }

        @Override
        public AttributeDefinition[] getAttributeDefinitions(int filter) {
            return filter == REQUIRED ? null : attributes.clone();
        }

        @Override
        public InputStream getIcon(int size) {
            return null;
        }
    }
}
