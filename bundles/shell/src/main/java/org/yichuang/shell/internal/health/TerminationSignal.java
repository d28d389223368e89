package org.yichuang.shell.internal.health;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The signal by which a process is told to end. The class of the Java machine for it is no part of any specification:
 * it is looked for by its name, and may be absent, or leave the signal to somebody else.
 */
final class TerminationSignal {
    private static final String NAME = "TERM";

    private final Class<?> handler;
    private final Method handle;
    private final Method register;
    private final Object signal;
    private final Object before;

    private TerminationSignal(Consumer<Runnable> listener) throws ReflectiveOperationException {
        ClassLoader java = ClassLoader.getSystemClassLoader();
        Class<?> type = Class.forName("sun.misc.Signal", true, java);
        handler = Class.forName("sun.misc.SignalHandler", true, java);
        handle = handler.getMethod("handle", type);
        register = type.getMethod("handle", type, handler);
        signal = type.getConstructor(String.class).newInstance(NAME);
        before = register.invoke(null, signal, heard(listener));
    }

    /**
     * Hears it in the place of whoever has heard it before.
     *
     * @param listener gets what has to be run to have that one hear it too
     * @throws ReflectiveOperationException where the Java machine does not allow it
     */
    static TerminationSignal heardBy(Consumer<Runnable> listener) throws ReflectiveOperationException {
        return new TerminationSignal(listener);
    }

    private Object heard(Consumer<Runnable> listener) {
        return Proxy.newProxyInstance(
                handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(this, arguments);
                    }
                    listener.accept(this::pass);
                    return null;
                });
    }

    private void pass() {
        try {
            handle.invoke(before, signal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves it to whoever has heard it before. */
    void giveBack() {
        try {
            register.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
