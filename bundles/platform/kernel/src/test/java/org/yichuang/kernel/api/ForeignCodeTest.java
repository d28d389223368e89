package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ForeignCodeTest {
    @Test
    public void whateverAModuleThrowsEndsThatCallOnly() {
        for (Throwable thrown : List.of(
                new IllegalStateException("x"),
                new NoClassDefFoundError("gone"),
                new AssertionError("x"),
                new StackOverflowError())) {
            assertSame(thrown, ForeignCode.<Throwable>call(() -> raise(thrown), failure -> failure));
            List<Throwable> failures = new ArrayList<>();
            ForeignCode.run(() -> raise(thrown), failures::add);
            assertEquals(List.of(thrown), failures);
        }
        assertEquals("7", ForeignCode.call(() -> "7", failure -> ""));
    }

    @Test
    public void whatTheMachineCannotGoOnWithPasses() {
        assertThrows(
                OutOfMemoryError.class, () -> ForeignCode.call(() -> raise(new OutOfMemoryError()), failure -> null));
        assertThrows(InternalError.class, () -> ForeignCode.run(() -> raise(new InternalError()), failure -> {}));
    }

    private static <T> T raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
