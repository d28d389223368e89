package org.yichuang.cases.internal.domain;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of classes and of all that they have, and the words of enums, as they are written. */
final class Forms {
    private Forms() {}

    static String of(Class<?>... types) {
        Map<String, String> told = new TreeMap<>();
        Stream.of(types).forEach(type -> tell(type, told));
        return told.entrySet().stream()
                .map(type -> type.getKey() + ": " + type.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void tell(Class<?> type, Map<String, String> told) {
        if (!type.getName().startsWith("org.yichuang.") || told.containsKey(name(type))) {
            return;
        }
        List<Field> fields = type.isEnum() ? List.of() : fields(type);
        Stream<String> words = type.isEnum()
                ? Stream.of(type.getEnumConstants()).map(Object::toString)
                : fields.stream().map(Field::getName);
        told.put(name(type), words.sorted().collect(Collectors.joining(" ")));
        fields.forEach(field -> classes(field.getGenericType()).forEach(found -> tell(found, told)));
    }

    private static String name(Class<?> type) {
        return type.getName().replaceFirst(".*\\.", "");
    }

    private static List<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    private static List<Class<?>> classes(Type type) {
        if (type instanceof Class<?> plain) {
            return Collections.singletonList(plain);
        }
        List<Class<?>> found = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> found.addAll(classes(argument)));
        }
        return found;
    }
}
