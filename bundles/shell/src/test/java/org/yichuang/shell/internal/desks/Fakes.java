package org.yichuang.shell.internal.desks;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Services for tests: what is put in can be found, and an interface is what a few of its methods do. */
public class Fakes implements Services {
    private final List<Object> services = new ArrayList<>();

    public Fakes with(Object... more) {
        services.addAll(List.of(more));
        return this;
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return all(type).stream().findFirst();
    }

    @Override
    public <T> Optional<T> find(Class<T> type, String filter) {
        return find(type);
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        return services.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** An interface of which only the named methods are ever called. */
    public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
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
}
