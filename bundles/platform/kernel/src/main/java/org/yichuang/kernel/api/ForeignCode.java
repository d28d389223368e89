package org.yichuang.kernel.api;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls what modules have registered: whatever it throws, be it an error of a bundle whose imports have gone, ends that
 * call and nothing else. Only what the machine itself cannot go on with passes.
 */
public final class ForeignCode {
    private ForeignCode() {}

    /**
     * Asks for something.
     *
     * @param otherwise the answer when it throws
     */
    public static <T> T call(Supplier<T> question, Function<Throwable, T> otherwise) {
        try {
            return question.get();
        } catch (Throwable e) {
            requireSurvivable(e);
            return otherwise.apply(e);
        }
    }

    /**
     * Has something done.
     *
     * @param failed told of what it throws
     */
    public static void run(Runnable work, Consumer<Throwable> failed) {
        try {
            work.run();
        } catch (Throwable e) {
            requireSurvivable(e);
            failed.accept(e);
        }
    }

    private static void requireSurvivable(Throwable thrown) {
        if (thrown instanceof VirtualMachineError machine && !(thrown instanceof StackOverflowError)) {
            throw machine;
        }
        if (thrown instanceof ThreadDeath death) {
            throw death;
        }
    }
}
