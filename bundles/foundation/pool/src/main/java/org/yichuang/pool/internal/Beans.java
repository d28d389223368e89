package org.yichuang.pool.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sets the properties of a configurable object from text. */
final class Beans {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            int.class,
            Integer::valueOf,
            long.class,
            Long::valueOf,
            boolean.class,
            Boolean::valueOf,
            String.class,
            text -> text,
            Duration.class,
            text -> Duration.ofMillis(Long.parseLong(text)));

    private Beans() {}

    /**
     * Sets all of them.
     *
     * @throws IllegalArgumentException for a name that the object does not have, or a value that it cannot have
     */
    static void set(Object bean, Map<String, String> values) {
        values.forEach((name, value) -> set(bean, name, value));
    }

    private static void set(Object bean, String name, String value) {
        Method setter = Stream.of(bean.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase("set" + name))
                .filter(method -> method.getParameterCount() == 1 && READERS.containsKey(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no property '" + name + "'"));
        try {
            setter.invoke(bean, READERS.get(setter.getParameterTypes()[0]).apply(value.trim()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is no value of '" + name + "'", e);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("'" + name + "' cannot be set to '" + value + "'", e);
        }
    }
}
