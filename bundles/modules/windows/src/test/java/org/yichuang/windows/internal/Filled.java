package org.yichuang.windows.internal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records of other modules of which a test says only what concerns it, whatever else they may come to hold. */
final class Filled {
    private Filled() {}

    /** A record with some of its components; the others say nothing. */
    static <T extends Record> T of(Class<T> type, Map<String, Object> said) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(each -> said.getOrDefault(each.getName(), nothing(each.getType())))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object nothing(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            case "List" -> List.of();
            case "Map" -> Map.of();
            case "String" -> "";
            default -> null;
        };
    }
}
