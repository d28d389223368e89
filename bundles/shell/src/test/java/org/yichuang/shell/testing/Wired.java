package org.yichuang.shell.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** Does for commands in tests what Karaf does in the container: gives them the services that they refer to. */
public final class Wired {
    private Wired() {}

    /** Sets each field of the command that refers to the type of a service. */
    public static <T> T with(T command, Object... services) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Reference.class)) {
                    Arrays.stream(services)
                            .filter(field.getType()::isInstance)
                            .findFirst()
                            .ifPresent(service -> set(command, field, service));
                }
            }
        }
        return command;
    }

    /** An interface of which only the named methods are ever called. */
    public static <T> T only(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Function<Object[], Object> does = methods.get(method.getName());
            if (does == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            return does.apply(args);
        }));
    }

    /** A record of which only the named parts matter: the others are null, zero or false. */
    public static <T extends Record> T record(Class<T> type, Map<String, Object> parts) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(part -> parts.getOrDefault(part.getName(), Array.get(Array.newInstance(part.getType(), 1), 0)))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Object command, Field field, Object service) {
        try {
            field.setAccessible(true);
            field.set(command, service);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
