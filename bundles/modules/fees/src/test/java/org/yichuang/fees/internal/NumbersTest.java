package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.yichuang.fees.internal.persistence.NumberRows;

/** Numbers are given one after the other, also the first of a series; on both databases. */
public class NumbersTest extends FeeContract {
    private static final String SERIES = "receipt-of-a-new-year";

    /**
     * At the first payments of a year nobody has the row of its receipts yet: whoever is given the first number is
     * waited for from that moment on, and does not find out at the end that somebody else has been given it as well.
     */
    @Test
    public void whoIsGivenTheFirstNumberIsWaitedFor() throws Exception {
        NumberRows rows = new NumberRows(node.entities("fees"));
        CountDownLatch isGiven = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Long> first = threads.submit(() -> given(rows, () -> {
            tries.incrementAndGet();
            isGiven.countDown();
            await(goesOn);
        }));
        await(isGiven);
        Future<Long> second = threads.submit(() -> given(rows, () -> {}));

        assertThrows(
                "nobody is given one beside it", TimeoutException.class, () -> second.get(500, TimeUnit.MILLISECONDS));
        goesOn.countDown();

        assertEquals(1L, (long) first.get());
        assertEquals(2L, (long) second.get());
        assertEquals("the first was not sent back", 1, tries.get());
        threads.shutdown();
        sound();
    }

    private long given(NumberRows rows, Runnable then) {
        return node.transactions().write(world.cashier(), Long.class, unit -> {
            long number = rows.next(SERIES, 10, unit);
            then.run();
            return number;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
