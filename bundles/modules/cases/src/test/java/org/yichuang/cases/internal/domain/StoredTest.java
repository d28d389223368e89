package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** A value and its text, each made of the other once. */
public class StoredTest {
    @Test
    public void whatIsOnlyReadIsNotWrittenAndWhatIsOnlyKeptIsNotRead() {
        AtomicInteger read = new AtomicInteger();
        Stored.OfProgress kept = new Stored.OfProgress("{}", text -> {
            read.incrementAndGet();
            return new Progress();
        });
        assertEquals("{}", kept.text(value -> {
            throw new AssertionError("written again");
        }));
        assertEquals(0, read.get());
        assertSame(kept.value(), kept.value());
        assertEquals(1, read.get());
    }

    @Test
    public void aNewValueIsWrittenOnce() {
        AtomicInteger written = new AtomicInteger();
        Stored.OfProgress fresh = new Stored.OfProgress(new Progress());
        for (int i = 0; i < 3; i++) {
            assertEquals("{}", fresh.text(value -> {
                written.incrementAndGet();
                return "{}";
            }));
        }
        assertEquals(1, written.get());
    }
}
