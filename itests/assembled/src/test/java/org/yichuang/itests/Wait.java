package org.yichuang.itests;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what must come, and failing when it does not. */
public final class Wait {
    private final Duration most;

    private Wait(Duration most) {
        this.most = most;
    }

    public static Wait upTo(Duration most) {
        return new Wait(most);
    }

    /** Looks ten times a second. */
    public void until(String what, BooleanSupplier holds) {
        until(() -> what, holds);
    }

    /** Looks ten times a second; what was seen last is asked for only when it does not come. */
    public void until(Supplier<String> what, BooleanSupplier holds) {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not " + what.get() + " within " + most);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
